package io.github.modelwarden.core.estimation;

import static io.github.modelwarden.core.performance.BinaryMetric.ACCURACY;
import static io.github.modelwarden.core.performance.BinaryMetric.F1;
import static io.github.modelwarden.core.performance.BinaryMetric.PRECISION;
import static io.github.modelwarden.core.performance.BinaryMetric.RECALL;
import static io.github.modelwarden.core.performance.BinaryMetric.SPECIFICITY;
import static io.github.modelwarden.core.performance.ScoreMetric.ROC_AUC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.performance.BinaryMetric;
import io.github.modelwarden.core.performance.BinaryPerformance;
import io.github.modelwarden.core.performance.Estimate;
import io.github.modelwarden.core.performance.IntervalMethod;
import io.github.modelwarden.core.performance.PerformanceMetric;
import io.github.modelwarden.core.performance.ScoreMetric;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CbpeTest {

    private static final long SEED = 20260101;
    private static final Cbpe CERTAIN = Cbpe.of(Calibration.none());

    private static double value(EstimatedPerformance performance, PerformanceMetric metric) {
        return performance.get(metric).orElseThrow().value();
    }

    private static double value(BinaryPerformance performance, PerformanceMetric metric) {
        return (metric instanceof BinaryMetric decisions
                        ? performance.value(decisions)
                        : performance.value((ScoreMetric) metric))
                .orElseThrow();
    }

    @Test
    void metricsFollowFromTheExpectedConfusionMatrix() {
        // tp 1.5, fp 0.5, fn 0.3, tn 0.7
        EstimatedPerformance estimate =
                CERTAIN.estimate(new double[] {0.9, 0.6, 0.3}, new boolean[] {true, true, false});

        assertThat(value(estimate, ACCURACY)).isCloseTo(2.2 / 3, within(1e-12));
        assertThat(value(estimate, PRECISION)).isCloseTo(0.75, within(1e-12));
        assertThat(value(estimate, RECALL)).isCloseTo(1.5 / 1.8, within(1e-12));
        assertThat(value(estimate, SPECIFICITY)).isCloseTo(0.7 / 1.2, within(1e-12));
        assertThat(value(estimate, F1)).isCloseTo(3 / 3.8, within(1e-12));
        assertThat(estimate.get(ACCURACY).orElseThrow().sampleCount()).isEqualTo(3);
        Expected precision = Objects.requireNonNull(Cbpe.expected(
                        new double[] {0.9, 0.6, 0.3}, new boolean[] {true, true, false}, new double[] {0.9, 0.6, 0.3})
                .get(PRECISION));
        assertThat(precision.standardError()).isCloseTo(Math.sqrt(0.75 * 0.25 / 2), within(1e-12));
    }

    @Test
    void theExpectedRocAucIsThatOfWeightedRows() {
        Map<PerformanceMetric, Expected> expected = Cbpe.expected(
                Golden.numbers("score"), Labels.predicted(Golden.numbers("score")), Golden.numbers("probability"));

        assertThat(Objects.requireNonNull(expected.get(ROC_AUC)).value())
                .isCloseTo(Golden.number("expected_roc_auc"), within(1e-12));
    }

    @Test
    void withLabelsForProbabilitiesTheEstimatesAreTheMeasuredMetrics() {
        double[] scores = Golden.numbers("score");
        boolean[] predicted = Labels.predicted(scores);
        boolean[] actual = Golden.labels("label");
        double[] certain = new double[actual.length];
        for (int i = 0; i < actual.length; i++) {
            certain[i] = actual[i] ? 1 : 0;
        }
        BinaryPerformance measured = BinaryPerformance.of(scores, predicted, actual);

        Map<PerformanceMetric, Expected> expected = Cbpe.expected(scores, predicted, certain);

        assertThat(expected).containsOnlyKeys(Cbpe.METRICS.toArray(PerformanceMetric[]::new));
        expected.forEach((metric, estimate) ->
                assertThat(estimate.value()).as(metric.word()).isCloseTo(value(measured, metric), within(1e-12)));
        assertThat(value(measured, ROC_AUC)).isCloseTo(Golden.number("roc_auc"), within(1e-12));
    }

    @Test
    void intervalsReachAsFarAsAskedForWithinTheRangeOfTheMetric() {
        double[] scores = {0.9, 0.6, 0.3};
        boolean[] predicted = {true, true, false};
        Estimate usual = CERTAIN.estimate(scores, predicted).get(ACCURACY).orElseThrow();
        Estimate wide = CERTAIN.withConfidence(0.999)
                .estimate(scores, predicted)
                .get(ACCURACY)
                .orElseThrow();
        double value = 2.2 / 3;
        double standardError = Math.sqrt(value * (1 - value) / 3);

        assertThat(usual.lower().orElseThrow()).isCloseTo(value - 1.959963984540054 * standardError, within(1e-9));
        assertThat(usual.upper()).hasValue(1);
        assertThat(usual.confidence()).isEqualTo(0.95);
        assertThat(usual.method()).isEqualTo(IntervalMethod.NORMAL);
        assertThat(wide.lower()).hasValue(0);
        assertThatThrownBy(() -> CERTAIN.withConfidence(1)).hasMessageContaining("above 0 and below 1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1.5, 0, 1})
    void estimatesFollowACovariateShiftWithinTheirSamplingError(double logOdds) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] reference = Labels.probabilities(random, 20_000, 0);
        Cbpe cbpe = Cbpe.fit(reference, Labels.drawn(random, reference));
        Map<PerformanceMetric, Scatter> scatters = new HashMap<>();
        for (int run = 0; run < 200; run++) {
            double[] scores = Labels.probabilities(random, 500, logOdds);
            boolean[] predicted = Labels.predicted(scores);
            BinaryPerformance realised = BinaryPerformance.of(scores, predicted, Labels.drawn(random, scores));
            Cbpe.expected(scores, predicted, cbpe.calibration().calibrate(scores))
                    .forEach((metric, estimated) -> scatters.computeIfAbsent(metric, m -> new Scatter())
                            .add(estimated, value(realised, metric)));
        }
        assertThat(scatters).containsOnlyKeys(Cbpe.METRICS.toArray(PerformanceMetric[]::new));
        scatters.forEach((metric, scatter) -> {
            assertThat(scatter.covered()).as("%s, seed %d", metric, SEED).isGreaterThan(0.92);
            assertThat(scatter.rootMeanSquare()).as("%s, seed %d", metric, SEED).isBetween(0.5, 1.1);
        });
    }

    @Test
    void wrongProbabilitiesAreCalibratedFirst() {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] truth = Labels.probabilities(random, 20_000, 0);
        double[] bold = Arrays.stream(truth).map(p -> p * p).toArray();
        Cbpe cbpe = Cbpe.fit(bold, Labels.drawn(random, truth));
        double[] shifted = Labels.probabilities(random, 20_000, 1);
        double[] scores = Arrays.stream(shifted).map(p -> p * p).toArray();
        boolean[] predicted = Labels.predicted(scores);

        BinaryPerformance realised = BinaryPerformance.of(scores, predicted, Labels.drawn(random, shifted));

        assertThat(cbpe.calibration()).isInstanceOf(IsotonicCalibration.class);
        assertThat(value(cbpe.estimate(scores, predicted), RECALL)).isCloseTo(value(realised, RECALL), within(0.02));
        assertThat(value(CERTAIN.estimate(scores, predicted), RECALL))
                .isNotCloseTo(value(realised, RECALL), within(0.05));
    }

    @Test
    void aChangedMeaningOfTheInputsIsNotSeen() {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] scores = Labels.probabilities(random, 5000, 0);
        boolean[] predicted = Labels.predicted(scores);
        double[] turned = Arrays.stream(scores).map(p -> 1 - p).toArray();

        double estimated = value(CERTAIN.estimate(scores, predicted), ACCURACY);
        double realised = value(BinaryPerformance.of(scores, predicted, Labels.drawn(random, turned)), ACCURACY);

        assertThat(estimated).isGreaterThan(0.75);
        assertThat(realised).isLessThan(0.25);
    }

    @Test
    void aMetricWithoutDenominatorHasNoValue() {
        EstimatedPerformance nothingPredicted = CERTAIN.estimate(new double[] {0.1, 0.2}, new boolean[] {false, false});
        EstimatedPerformance nothingPositive = CERTAIN.estimate(new double[] {0, 0}, new boolean[] {false, false});

        assertThat(nothingPredicted.get(PRECISION)).isEmpty();
        assertThat(value(nothingPredicted, RECALL)).isZero();
        assertThat(value(nothingPredicted, F1)).isZero();
        assertThat(nothingPositive.metrics()).containsOnlyKeys(ACCURACY, SPECIFICITY);
        assertThat(CERTAIN.estimate(new double[] {1}, new boolean[] {true}).get(SPECIFICITY))
                .isEmpty();
    }

    @Test
    void theArraysStayAsTheyAre() {
        double[] scores = {0.9, 0.1};
        boolean[] predicted = {true, false};

        CERTAIN.estimate(scores, predicted);

        assertThat(scores).containsExactly(0.9, 0.1);
        assertThat(predicted).containsExactly(true, false);
    }

    @Test
    void rowsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> CERTAIN.estimate(new double[] {0.5}, new boolean[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 scores and 2 predictions");
        assertThatThrownBy(() -> CERTAIN.estimate(new double[0], new boolean[0]))
                .hasMessageContaining("at least one row");
        assertThatThrownBy(() -> CERTAIN.estimate(new double[] {Double.NaN}, new boolean[1]))
                .hasMessageContaining("expected a probability from 0 to 1 but got NaN");
        assertThatThrownBy(() -> Cbpe.expected(new double[] {Double.NaN}, new boolean[1], new double[1]))
                .hasMessageContaining("row 0: expected a score but got NaN");
    }
}
