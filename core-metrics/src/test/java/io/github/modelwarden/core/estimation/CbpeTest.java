package io.github.modelwarden.core.estimation;

import static io.github.modelwarden.core.estimation.ClassificationMetric.ACCURACY;
import static io.github.modelwarden.core.estimation.ClassificationMetric.F1;
import static io.github.modelwarden.core.estimation.ClassificationMetric.PRECISION;
import static io.github.modelwarden.core.estimation.ClassificationMetric.RECALL;
import static io.github.modelwarden.core.estimation.ClassificationMetric.ROC_AUC;
import static io.github.modelwarden.core.estimation.ClassificationMetric.SPECIFICITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.performance.ConfusionMatrix;
import io.github.modelwarden.core.performance.RocAuc;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CbpeTest {

    private static final long SEED = 20260101;
    private static final Cbpe CERTAIN = Cbpe.of(Calibration.none());

    private static double value(ClassificationPerformance performance, ClassificationMetric metric) {
        return performance.get(metric).orElseThrow().value();
    }

    @Test
    void metricsFollowFromTheExpectedConfusionMatrix() {
        // tp 1.5, fp 0.5, fn 0.3, tn 0.7
        ClassificationPerformance estimate =
                CERTAIN.estimate(new double[] {0.9, 0.6, 0.3}, new boolean[] {true, true, false});

        assertThat(value(estimate, ACCURACY)).isCloseTo(2.2 / 3, within(1e-12));
        assertThat(value(estimate, PRECISION)).isCloseTo(0.75, within(1e-12));
        assertThat(value(estimate, RECALL)).isCloseTo(1.5 / 1.8, within(1e-12));
        assertThat(value(estimate, SPECIFICITY)).isCloseTo(0.7 / 1.2, within(1e-12));
        assertThat(value(estimate, F1)).isCloseTo(3 / 3.8, within(1e-12));
        assertThat(estimate.get(ACCURACY).orElseThrow().rows()).isEqualTo(3);
        assertThat(estimate.get(PRECISION).orElseThrow().standardError())
                .isCloseTo(Math.sqrt(0.75 * 0.25 / 2), within(1e-12));
    }

    @Test
    void theExpectedRocAucIsThatOfWeightedRows() {
        ClassificationPerformance estimate = ClassificationPerformance.expected(
                Golden.numbers("score"), Labels.predicted(Golden.numbers("score")), Golden.numbers("probability"));

        assertThat(value(estimate, ROC_AUC)).isCloseTo(Golden.number("expected_roc_auc"), within(1e-12));
    }

    @Test
    void realisedMetricsAreTheOrdinaryOnes() {
        double[] scores = Golden.numbers("score");
        boolean[] predicted = Labels.predicted(scores);
        boolean[] actual = Golden.labels("label");
        ConfusionMatrix matrix = ConfusionMatrix.EMPTY;
        for (int i = 0; i < actual.length; i++) {
            matrix = matrix.plus(ConfusionMatrix.Outcome.of(predicted[i], actual[i]));
        }

        ClassificationPerformance realised = ClassificationPerformance.realised(scores, predicted, actual);

        assertThat(value(realised, ACCURACY)).isCloseTo(matrix.accuracy().orElseThrow(), within(1e-12));
        assertThat(value(realised, PRECISION)).isCloseTo(matrix.precision().orElseThrow(), within(1e-12));
        assertThat(value(realised, RECALL)).isCloseTo(matrix.recall().orElseThrow(), within(1e-12));
        assertThat(value(realised, F1)).isCloseTo(matrix.f1().orElseThrow(), within(1e-12));
        assertThat(value(realised, ROC_AUC))
                .isCloseTo(RocAuc.of(scores, actual).orElseThrow(), within(1e-12))
                .isCloseTo(Golden.number("roc_auc"), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1.5, 0, 1})
    void estimatesFollowACovariateShiftWithinTheirSamplingError(double logOdds) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] reference = Labels.probabilities(random, 20_000, 0);
        Cbpe cbpe = Cbpe.fit(reference, Labels.drawn(random, reference));
        Map<ClassificationMetric, Scatter> scatters = new EnumMap<>(ClassificationMetric.class);
        for (int run = 0; run < 200; run++) {
            double[] scores = Labels.probabilities(random, 500, logOdds);
            boolean[] predicted = Labels.predicted(scores);
            ClassificationPerformance estimate = cbpe.estimate(scores, predicted);
            ClassificationPerformance realised =
                    ClassificationPerformance.realised(scores, predicted, Labels.drawn(random, scores));
            estimate.metrics()
                    .forEach((metric, estimated) -> scatters.computeIfAbsent(metric, m -> new Scatter())
                            .add(estimated, realised.get(metric).orElseThrow()));
        }
        assertThat(scatters).hasSize(ClassificationMetric.values().length);
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

        ClassificationPerformance realised =
                ClassificationPerformance.realised(scores, predicted, Labels.drawn(random, shifted));

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
        double realised =
                value(ClassificationPerformance.realised(scores, predicted, Labels.drawn(random, turned)), ACCURACY);

        assertThat(estimated).isGreaterThan(0.75);
        assertThat(realised).isLessThan(0.25);
    }

    @Test
    void aMetricWithoutDenominatorHasNoValue() {
        ClassificationPerformance nothingPredicted =
                CERTAIN.estimate(new double[] {0.1, 0.2}, new boolean[] {false, false});
        ClassificationPerformance nothingPositive = CERTAIN.estimate(new double[] {0, 0}, new boolean[] {false, false});

        assertThat(nothingPredicted.get(PRECISION)).isEmpty();
        assertThat(value(nothingPredicted, RECALL)).isZero();
        assertThat(value(nothingPredicted, F1)).isZero();
        assertThat(nothingPositive.metrics()).containsOnlyKeys(ACCURACY, SPECIFICITY);
        assertThat(CERTAIN.estimate(new double[] {1}, new boolean[] {true}).get(SPECIFICITY))
                .isEmpty();
    }

    @Test
    void chunksOfTheReferenceSayWhatIsUsual() {
        List<ClassificationPerformance> chunks = List.of(
                ClassificationPerformance.realised(
                        new double[] {0.9, 0.2, 0.8, 0.1}, Labels.of(1, 0, 1, 0), Labels.of(1, 0, 1, 1)),
                ClassificationPerformance.realised(
                        new double[] {0.9, 0.2, 0.8, 0.1}, Labels.of(1, 0, 1, 0), Labels.of(1, 0, 1, 0)));

        // mean 0.875, standard deviation 0.125
        assertThat(ClassificationPerformance.referenceBand(chunks, ACCURACY)).contains(new MetricBand(0.5, 1));
        assertThat(ClassificationPerformance.referenceBand(chunks.subList(0, 1), ACCURACY))
                .isEmpty();
        ClassificationPerformance onePositive =
                ClassificationPerformance.realised(new double[] {0.9}, Labels.of(1), Labels.of(1));
        assertThat(ClassificationPerformance.referenceBand(
                        List.of(chunks.get(0), chunks.get(1), onePositive), SPECIFICITY))
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
                .hasMessageContaining("1 scores, 2 predictions");
        assertThatThrownBy(() -> CERTAIN.estimate(new double[0], new boolean[0]))
                .hasMessageContaining("at least one row");
        assertThatThrownBy(() ->
                        ClassificationPerformance.realised(new double[] {Double.NaN}, new boolean[1], new boolean[1]))
                .hasMessageContaining("row 0: expected a score but got NaN");
    }
}
