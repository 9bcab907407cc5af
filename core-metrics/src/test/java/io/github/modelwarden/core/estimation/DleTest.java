package io.github.modelwarden.core.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import java.util.ArrayList;
import java.util.List;
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

        RegressionPerformance realised() {
            return RegressionPerformance.realised(predictions, actual);
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

        RegressionPerformance estimate = Dle.fit(reference.table, FEATURES, reference.predictions, reference.actual)
                .estimate(window.table, window.predictions);
        RegressionPerformance realised = window.realised();

        double before = reference.realised().meanAbsoluteError().value();
        assertThat(realised.meanAbsoluteError().value()).isGreaterThan(2 * before);
        assertThat(estimate.meanAbsoluteError().value())
                .isCloseTo(realised.meanAbsoluteError().value(), Percentage.withPercentage(10));
        assertThat(estimate.meanSquaredError().value())
                .isCloseTo(realised.meanSquaredError().value(), Percentage.withPercentage(15));
        assertThat(estimate.rootMeanSquaredError().value())
                .isCloseTo(realised.rootMeanSquaredError().value(), Percentage.withPercentage(10));
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
            RegressionPerformance estimate = dle.estimate(window.table, window.predictions);
            absolute.add(estimate.meanAbsoluteError(), window.realised().meanAbsoluteError());
            root.add(estimate.rootMeanSquaredError(), window.realised().rootMeanSquaredError());
        }

        assertThat(absolute.covered()).as("seed %d", SEED).isBetween(0.9, 0.995);
        assertThat(root.covered()).as("seed %d", SEED).isBetween(0.88, 0.995);
    }

    @Test
    void realisedLossesFollowTheirDefinitions() {
        RegressionPerformance realised =
                RegressionPerformance.realised(new double[] {1, 2, 3, 4}, new double[] {2, 2, 1, 4});

        assertThat(realised.meanAbsoluteError()).isEqualTo(new Estimate(0.75, Math.sqrt(0.6875 / 4), 4));
        assertThat(realised.meanSquaredError().value()).isEqualTo(1.25);
        assertThat(realised.meanSquaredError().standardError()).isCloseTo(Math.sqrt(2.6875 / 4), within(1e-15));
        assertThat(realised.rootMeanSquaredError().value()).isCloseTo(Math.sqrt(1.25), within(1e-15));
    }

    @Test
    void aModelWithoutErrorIsEstimatedToHaveNone() {
        Sample reference = new Sample(new Random(SEED), 200, DleTest::everywhere);

        RegressionPerformance estimate = Dle.fit(
                        reference.table, FEATURES, reference.predictions, reference.predictions)
                .estimate(reference.table, reference.predictions);

        assertThat(estimate.meanAbsoluteError()).isEqualTo(new Estimate(0, 0, 200));
        assertThat(estimate.rootMeanSquaredError()).isEqualTo(new Estimate(0, 0, 200));
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
