package io.github.modelwarden.core.estimation;

import static io.github.modelwarden.core.performance.MulticlassMetric.ACCURACY;
import static io.github.modelwarden.core.performance.MulticlassMetric.F1_MACRO;
import static io.github.modelwarden.core.performance.MulticlassMetric.PRECISION_MACRO;
import static io.github.modelwarden.core.performance.MulticlassMetric.RECALL_MACRO;
import static io.github.modelwarden.core.performance.MulticlassScoreMetric.ROC_AUC_OVR_MACRO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.performance.MulticlassMatrix;
import io.github.modelwarden.core.performance.MulticlassMetric;
import io.github.modelwarden.core.performance.MulticlassScoreMetric;
import io.github.modelwarden.core.performance.MulticlassScores;
import io.github.modelwarden.core.performance.PerformanceMetric;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MulticlassCbpeTest {

    private static final long SEED = 20260101;

    /** Rows with known class probabilities, and a class drawn from them. */
    private static final class Sample {
        final double[][] probabilities;
        final double[][] scores;
        final int[] predicted;
        final int[] actual;

        /** Scores are the probabilities to a power, scaled to add up to 1: 1 is calibrated, 2 is too bold. */
        Sample(Random random, int rows, double shift, double power) {
            probabilities = new double[rows][3];
            scores = new double[rows][3];
            predicted = new int[rows];
            actual = new int[rows];
            for (int i = 0; i < rows; i++) {
                double sum = 0;
                double sumOfScores = 0;
                for (int c = 0; c < 3; c++) {
                    probabilities[i][c] = Math.exp(1.5 * random.nextGaussian() + shift * c);
                    sum += probabilities[i][c];
                }
                for (int c = 0; c < 3; c++) {
                    probabilities[i][c] /= sum;
                    scores[i][c] = Math.pow(probabilities[i][c], power);
                    sumOfScores += scores[i][c];
                    predicted[i] = scores[i][c] > scores[i][predicted[i]] ? c : predicted[i];
                }
                for (int c = 0; c < 3; c++) {
                    scores[i][c] /= sumOfScores;
                }
                double draw = random.nextDouble();
                actual[i] = draw < probabilities[i][0] ? 0 : draw < probabilities[i][0] + probabilities[i][1] ? 1 : 2;
            }
        }
    }

    private static double value(Map<PerformanceMetric, Expected> metrics, PerformanceMetric metric) {
        return Objects.requireNonNull(metrics.get(metric)).value();
    }

    /** What is measured once labels are there. */
    private static double realised(Sample sample, PerformanceMetric metric) {
        MulticlassMatrix matrix = MulticlassMatrix.create();
        MulticlassScores scores = MulticlassScores.create(List.of("0", "1", "2"));
        for (int i = 0; i < sample.actual.length; i++) {
            matrix.accept("" + sample.actual[i], "" + sample.predicted[i]);
            scores.accept("" + sample.actual[i], sample.scores[i]);
        }
        return (metric instanceof MulticlassMetric decisions
                        ? matrix.value(decisions)
                        : scores.value((MulticlassScoreMetric) metric))
                .orElseThrow();
    }

    private static double[][] certain(int... actual) {
        double[][] certain = new double[actual.length][3];
        for (int i = 0; i < actual.length; i++) {
            certain[i][actual[i]] = 1;
        }
        return certain;
    }

    @Test
    void withLabelsForProbabilitiesTheEstimatesAreTheMacroAveragesOfScikitLearn() {
        double[][] probabilities = new double[Golden.numbers("class0").length][3];
        for (int c = 0; c < 3; c++) {
            double[] ofClass = Golden.numbers("class" + c);
            for (int i = 0; i < ofClass.length; i++) {
                probabilities[i][c] = ofClass[i];
            }
        }

        Map<PerformanceMetric, Expected> metrics =
                MulticlassCbpe.expected(probabilities, Golden.classes("predicted"), certain(Golden.classes("actual")));

        assertThat(value(metrics, ACCURACY)).isCloseTo(Golden.number("accuracy"), within(1e-12));
        assertThat(value(metrics, PRECISION_MACRO)).isCloseTo(Golden.number("macro_precision"), within(1e-12));
        assertThat(value(metrics, RECALL_MACRO)).isCloseTo(Golden.number("macro_recall"), within(1e-12));
        assertThat(value(metrics, F1_MACRO)).isCloseTo(Golden.number("macro_f1"), within(1e-12));
        assertThat(value(metrics, ROC_AUC_OVR_MACRO)).isCloseTo(Golden.number("macro_roc_auc"), within(1e-12));
    }

    @Test
    void withLabelsForProbabilitiesTheEstimatesAreTheMeasuredMetrics() {
        Sample window = new Sample(new Random(SEED), 500, 0.7, 2);

        Map<PerformanceMetric, Expected> metrics =
                MulticlassCbpe.expected(window.scores, window.predicted, certain(window.actual));

        assertThat(metrics).containsOnlyKeys(MulticlassCbpe.METRICS.toArray(PerformanceMetric[]::new));
        metrics.forEach((metric, expected) -> assertThat(expected.value())
                .as("%s, seed %d", metric.word(), SEED)
                .isCloseTo(realised(window, metric), within(1e-12)));
    }

    @Test
    void estimatesOfBoldScoresFollowACovariateShift() {
        Random random = new Random(SEED);
        Sample reference = new Sample(random, 10_000, 0, 2);
        Sample window = new Sample(random, 20_000, 0.7, 2);

        EstimatedPerformance estimate =
                MulticlassCbpe.fit(reference.scores, reference.actual).estimate(window.scores, window.predicted);

        for (PerformanceMetric metric : MulticlassCbpe.METRICS) {
            assertThat(estimate.get(metric).orElseThrow().value())
                    .as("%s, seed %d", metric, SEED)
                    .isCloseTo(realised(window, metric), within(0.03));
        }
    }

    @Test
    void theStandardErrorIsNoLessThanTheScatter() {
        Random random = new Random(SEED);
        Sample reference = new Sample(random, 10_000, 0, 1);
        MulticlassCbpe cbpe = MulticlassCbpe.fit(reference.scores, reference.actual);
        Map<PerformanceMetric, Scatter> scatters = new HashMap<>();
        for (int run = 0; run < 120; run++) {
            Sample window = new Sample(random, 400, 0, 1);
            cbpe.expected(window.scores, window.predicted)
                    .forEach((metric, estimated) -> scatters.computeIfAbsent(metric, m -> new Scatter())
                            .add(estimated, realised(window, metric)));
        }
        assertThat(scatters).containsOnlyKeys(MulticlassCbpe.METRICS.toArray(PerformanceMetric[]::new));
        scatters.forEach((metric, scatter) ->
                assertThat(scatter.covered()).as("%s, seed %d", metric, SEED).isGreaterThan(0.92));
    }

    @Test
    void aClassThatIsNeverPredictedCountsAsZeroAsWhenItIsMeasured() {
        double[][] probabilities = {{0.6, 0.3, 0.1}, {0.2, 0.7, 0.1}};

        Map<PerformanceMetric, Expected> metrics =
                MulticlassCbpe.expected(probabilities, new int[] {0, 1}, certain(0, 2));

        // precision 1, 0 and none
        assertThat(value(metrics, PRECISION_MACRO)).isEqualTo(1.0 / 3);
        assertThat(value(metrics, ACCURACY)).isEqualTo(0.5);
        // class 1 has no actual row, and so no area
        assertThat(value(metrics, ROC_AUC_OVR_MACRO)).isEqualTo(0.75);
    }

    @Test
    void rowsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> MulticlassCbpe.fit(new double[][] {{0.5, 0.5}, {1}}, new int[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 1: expected 2 probabilities and a class from 0 to 1 but got 1 and class 0");
        assertThatThrownBy(() -> MulticlassCbpe.fit(new double[][] {{0.5, 0.5}}, new int[] {2}))
                .hasMessageContaining("class 2");
        assertThatThrownBy(() -> MulticlassCbpe.fit(new double[0][], new int[0]))
                .hasMessageContaining("0 rows");
        assertThatThrownBy(() -> MulticlassCbpe.fit(new double[][] {{0.5, 0.5}}, new int[1]))
                .hasMessageContaining("class 0 against the rest: calibration: expected at least 10 reference rows");
        Sample sample = new Sample(new Random(SEED), 300, 0, 1);
        MulticlassCbpe cbpe = MulticlassCbpe.fit(sample.scores, sample.actual);
        assertThatThrownBy(() -> cbpe.estimate(new double[][] {{0.5, 0.5}}, new int[1]))
                .hasMessageContaining("expected the probabilities of 3 classes, as in the reference, but got 2");
    }
}
