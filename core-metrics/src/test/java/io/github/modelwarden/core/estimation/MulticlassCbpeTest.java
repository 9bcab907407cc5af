package io.github.modelwarden.core.estimation;

import static io.github.modelwarden.core.estimation.ClassificationMetric.ACCURACY;
import static io.github.modelwarden.core.estimation.ClassificationMetric.F1;
import static io.github.modelwarden.core.estimation.ClassificationMetric.PRECISION;
import static io.github.modelwarden.core.estimation.ClassificationMetric.RECALL;
import static io.github.modelwarden.core.estimation.ClassificationMetric.ROC_AUC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
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

    private static double value(ClassificationPerformance performance, ClassificationMetric metric) {
        return performance.get(metric).orElseThrow().value();
    }

    @Test
    void realisedMetricsAreTheMacroAveragesOfScikitLearn() {
        double[][] probabilities = new double[Golden.numbers("class0").length][3];
        for (int c = 0; c < 3; c++) {
            double[] ofClass = Golden.numbers("class" + c);
            for (int i = 0; i < ofClass.length; i++) {
                probabilities[i][c] = ofClass[i];
            }
        }

        ClassificationPerformance realised =
                MulticlassCbpe.realised(probabilities, Golden.classes("predicted"), Golden.classes("actual"));

        assertThat(value(realised, ACCURACY)).isCloseTo(Golden.number("accuracy"), within(1e-12));
        assertThat(value(realised, PRECISION)).isCloseTo(Golden.number("macro_precision"), within(1e-12));
        assertThat(value(realised, RECALL)).isCloseTo(Golden.number("macro_recall"), within(1e-12));
        assertThat(value(realised, F1)).isCloseTo(Golden.number("macro_f1"), within(1e-12));
        assertThat(value(realised, ROC_AUC)).isCloseTo(Golden.number("macro_roc_auc"), within(1e-12));
    }

    @Test
    void estimatesOfBoldScoresFollowACovariateShift() {
        Random random = new Random(SEED);
        Sample reference = new Sample(random, 10_000, 0, 2);
        Sample window = new Sample(random, 20_000, 0.7, 2);

        ClassificationPerformance estimate =
                MulticlassCbpe.fit(reference.scores, reference.actual).estimate(window.scores, window.predicted);
        ClassificationPerformance realised = MulticlassCbpe.realised(window.scores, window.predicted, window.actual);

        for (ClassificationMetric metric : ClassificationMetric.values()) {
            assertThat(value(estimate, metric))
                    .as("%s, seed %d", metric, SEED)
                    .isCloseTo(value(realised, metric), within(0.03));
        }
    }

    @Test
    void theStandardErrorIsNoLessThanTheScatter() {
        Random random = new Random(SEED);
        Sample reference = new Sample(random, 10_000, 0, 1);
        MulticlassCbpe cbpe = MulticlassCbpe.fit(reference.scores, reference.actual);
        Map<ClassificationMetric, Scatter> scatters = new EnumMap<>(ClassificationMetric.class);
        for (int run = 0; run < 120; run++) {
            Sample window = new Sample(random, 400, 0, 1);
            ClassificationPerformance realised =
                    MulticlassCbpe.realised(window.scores, window.predicted, window.actual);
            cbpe.estimate(window.scores, window.predicted)
                    .metrics()
                    .forEach((metric, estimated) -> scatters.computeIfAbsent(metric, m -> new Scatter())
                            .add(estimated, realised.get(metric).orElseThrow()));
        }
        assertThat(scatters).hasSize(ClassificationMetric.values().length);
        scatters.forEach((metric, scatter) ->
                assertThat(scatter.covered()).as("%s, seed %d", metric, SEED).isGreaterThan(0.92));
    }

    @Test
    void aClassThatIsNeverPredictedLeavesTheMacroPrecisionWithoutValue() {
        double[][] probabilities = {{0.6, 0.3, 0.1}, {0.2, 0.7, 0.1}};

        ClassificationPerformance realised = MulticlassCbpe.realised(probabilities, new int[] {0, 1}, new int[] {0, 2});

        assertThat(realised.get(PRECISION)).isEmpty();
        assertThat(value(realised, ACCURACY)).isEqualTo(0.5);
    }

    @Test
    void rowsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> MulticlassCbpe.realised(new double[][] {{0.5, 0.5}, {1}}, new int[2], new int[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 1: expected 2 probabilities and a class from 0 to 1 but got 1 and class 0");
        assertThatThrownBy(() -> MulticlassCbpe.realised(new double[][] {{0.5, 0.5}}, new int[] {2}, new int[1]))
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
