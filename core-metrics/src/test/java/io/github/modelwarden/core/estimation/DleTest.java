package io.github.modelwarden.core.estimation;

import static io.github.modelwarden.core.performance.RegressionMetric.MAE;
import static io.github.modelwarden.core.performance.RegressionMetric.MSE;
import static io.github.modelwarden.core.performance.RegressionMetric.RMSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.performance.Estimate;
import io.github.modelwarden.core.performance.PerformanceMetric;
import io.github.modelwarden.core.performance.RegressionErrors;
import io.github.modelwarden.core.performance.RegressionMetric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class DleTest {

    private static final long SEED = 20260101;
    private static final List<String> FEATURES = List.of("x", "kind", "noise");

    /** y = 2x + ε, predicted as 2x; ε has the standard deviation 0.1 + x²/2, twice that for kind b. */
    private static final class Sample {
        final Table table;
        final double[] predictions;
        final double[] actual;

        Sample(Random random, int rows, ToDoubleFunction<Random> drawX) {
            double[] x = new double[rows];
            double[] noise = new double[rows];
            List<String> kinds = new ArrayList<>();
            predictions = new double[rows];
            actual = new double[rows];
            for (int i = 0; i < rows; i++) {
                x[i] = drawX.applyAsDouble(random);
                noise[i] = i % 10 == 0 ? Double.NaN : random.nextGaussian();
                boolean b = random.nextDouble() < 0.3;
                kinds.add(b ? "b" : "a");
                predictions[i] = 2 * x[i];
                actual[i] = 2 * x[i] + random.nextGaussian() * (0.1 + x[i] * x[i] / 2) * (b ? 2 : 1);
            }
            table = Table.of(List.of(
                    NumericColumn.of("noise", noise), CategoricalColumn.of("kind", kinds), NumericColumn.of("x", x)));
        }

        double realised(RegressionMetric metric) {
            RegressionErrors errors = RegressionErrors.create();
            for (int i = 0; i < actual.length; i++) {
                errors.accept(actual[i], predictions[i]);
            }
            return errors.value(metric).orElseThrow();
        }
    }

    private static double everywhere(Random random) {
        return 3 * random.nextDouble();
    }

    private static double mostlyLarge(Random random) {
        return random.nextDouble() < 0.95 ? 2.2 + 0.8 * random.nextDouble() : everywhere(random);
    }

    @Test
    void estimatesFollowACovariateShiftThatDoublesTheLoss() {
        Random random = new Random(SEED);
        Sample reference = new Sample(random, 8000, DleTest::everywhere);
        Sample window = new Sample(random, 20_000, DleTest::mostlyLarge);

        EstimatedPerformance estimate = Dle.fit(reference.table, FEATURES, reference.predictions, reference.actual)
                .estimate(window.table, window.predictions);

        assertThat(window.realised(MAE)).isGreaterThan(2 * reference.realised(MAE));
        assertThat(estimate.get(MAE).orElseThrow().value())
                .isCloseTo(window.realised(MAE), Percentage.withPercentage(10));
        assertThat(estimate.get(MSE).orElseThrow().value())
                .isCloseTo(window.realised(MSE), Percentage.withPercentage(15));
        assertThat(estimate.get(RMSE).orElseThrow().value())
                .isCloseTo(window.realised(RMSE), Percentage.withPercentage(10));
        assertThat(estimate.metrics()).containsOnlyKeys(Dle.METRICS.toArray(PerformanceMetric[]::new));
    }

    @Test
    void lossesScatterAroundTheEstimatesByTheirStandardError() {
        Random random = new Random(SEED);
        Sample reference = new Sample(random, 10_000, DleTest::everywhere);
        Dle dle = Dle.fit(reference.table, FEATURES, reference.predictions, reference.actual);
        Scatter absolute = new Scatter();
        Scatter root = new Scatter();
        for (int run = 0; run < 120; run++) {
            Sample window = new Sample(random, 300, run % 2 == 0 ? DleTest::everywhere : DleTest::mostlyLarge);
            Map<PerformanceMetric, Expected> expected = dle.expected(window.table, window.predictions);
            absolute.add(Objects.requireNonNull(expected.get(MAE)), window.realised(MAE));
            root.add(Objects.requireNonNull(expected.get(RMSE)), window.realised(RMSE));
        }

        assertThat(absolute.covered()).as("seed %d", SEED).isBetween(0.9, 0.995);
        assertThat(root.covered()).as("seed %d", SEED).isBetween(0.88, 0.995);
    }

    @Test
    void intervalsStayAboveZeroAndReachAsFarAsAskedFor() {
        Sample sample = new Sample(new Random(SEED), 300, DleTest::everywhere);
        Dle dle = Dle.fit(sample.table, FEATURES, sample.predictions, sample.actual);
        Table few = sample.table.slice(0, 2);
        double[] predictions = Arrays.copyOf(sample.predictions, 2);
        Estimate usual = dle.estimate(few, predictions).get(MSE).orElseThrow();
        Estimate wide =
                dle.withConfidence(0.999).estimate(few, predictions).get(MSE).orElseThrow();

        assertThat(wide.upper().orElseThrow()).isGreaterThan(usual.upper().orElseThrow());
        assertThat(wide.lower()).hasValue(0);
        assertThat(wide.value()).isEqualTo(usual.value());
    }

    @Test
    void aModelWithoutErrorIsEstimatedToHaveNone() {
        Sample reference = new Sample(new Random(SEED), 200, DleTest::everywhere);

        EstimatedPerformance estimate = Dle.fit(reference.table, FEATURES, reference.predictions, reference.predictions)
                .estimate(reference.table, reference.predictions);

        Estimate none = Estimate.ofNormal(0, 0, 0.95, 200);
        assertThat(estimate.get(MAE)).contains(none);
        assertThat(estimate.get(RMSE)).contains(none);
    }

    @Test
    void rowsThatDoNotFitAreRefused() {
        Sample sample = new Sample(new Random(SEED), 100, DleTest::everywhere);
        Dle dle = Dle.fit(sample.table, FEATURES, sample.predictions, sample.actual);
        double[] gap = sample.predictions.clone();
        gap[7] = Double.NaN;

        assertThatThrownBy(() -> Dle.fit(sample.table.slice(0, 99), FEATURES, new double[99], new double[99]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 100 reference rows and a prediction for each but got 99 rows");
        assertThatThrownBy(() -> Dle.fit(sample.table, FEATURES, sample.predictions, gap))
                .hasMessageContaining("row 7: expected a finite prediction and true value");
        assertThatThrownBy(() -> Dle.fit(sample.table, List.of("y"), sample.predictions, sample.actual))
                .hasMessageContaining("expected a column 'y'");
        assertThatThrownBy(() -> dle.estimate(sample.table, gap))
                .hasMessageContaining("row 7: expected a finite prediction but got NaN");
        assertThatThrownBy(() -> dle.estimate(sample.table, new double[3])).hasMessageContaining("3 predictions");
    }
}
