package io.github.modelwarden.core.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.MergeLawsContract;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MulticlassScoresTest extends MergeLawsContract<MulticlassScores, MulticlassScoresTest.Scored> {

    private static final List<String> LABELS = List.of("a", "b", "c");

    record Scored(String actual, List<Double> probabilities) {}

    @Override
    protected MulticlassScores of(List<Scored> items) {
        MulticlassScores scores = MulticlassScores.create(LABELS);
        items.forEach(item -> scores.accept(
                item.actual,
                item.probabilities.stream().mapToDouble(Double::doubleValue).toArray()));
        return scores;
    }

    @Override
    protected Scored item(Random random) {
        double first = random.nextInt(5) / 4.0;
        double second = (1 - first) * random.nextInt(3) / 2;
        return new Scored(LABELS.get(random.nextInt(3)), List.of(first, second, 1 - first - second));
    }

    @Override
    protected MulticlassScores combine(MulticlassScores a, MulticlassScores b) {
        return a.combine(b);
    }

    @Override
    protected void assertSame(MulticlassScores actual, MulticlassScores expected) {
        assertThat(actual.total()).isEqualTo(expected.total());
        for (MulticlassScoreMetric metric : MulticlassScoreMetric.values()) {
            OptionalDouble value = expected.value(metric);
            assertThat(actual.value(metric).isPresent()).as(metric.word()).isEqualTo(value.isPresent());
            value.ifPresent(v -> assertThat(actual.value(metric).orElseThrow())
                    .as(metric.word())
                    .isCloseTo(v, within(1e-12 * (1 + v))));
        }
        assertThat(actual.topKAccuracy(2, 0.95)).isEqualTo(expected.topKAccuracy(2, 0.95));
    }

    private static MulticlassScores golden(String name, int bins) {
        String key = "multiclass." + name;
        List<String> labels = GoldenVectors.words(key + ".labels");
        List<String> actual = GoldenVectors.words(key + ".actual");
        double[] flat = GoldenVectors.numbers(key + ".probabilities");
        MulticlassScores scores =
                bins == 0 ? MulticlassScores.create(labels) : MulticlassScores.withHistogram(labels, bins);
        int classes = labels.size();
        for (int i = 0; i < actual.size(); i++) {
            scores.accept(actual.get(i), Arrays.copyOfRange(flat, i * classes, (i + 1) * classes));
        }
        return scores;
    }

    @Test
    void everyMetricAgreesWithScikitLearn() {
        for (String name : List.of("tied_probabilities", "words")) {
            // probabilities in tenths fall into bins of their own, so that the histogram loses nothing
            for (int bins : name.equals("words") ? new int[] {0} : new int[] {0, 10}) {
                String key = "multiclass." + name;
                MulticlassScores scores = golden(name, bins);
                GoldenVectors.assertValue(scores.value(MulticlassScoreMetric.LOG_LOSS), key + ".log_loss");
                GoldenVectors.assertValue(scores.value(MulticlassScoreMetric.BRIER), key + ".brier");
                GoldenVectors.assertValue(scores.value(MulticlassScoreMetric.ROC_AUC_OVO_MACRO), key + ".ovo.macro");
                GoldenVectors.assertValue(
                        scores.value(MulticlassScoreMetric.ROC_AUC_OVO_WEIGHTED), key + ".ovo.weighted");
                GoldenVectors.assertValue(scores.value(MulticlassScoreMetric.ROC_AUC_OVR_MACRO), key + ".ovr.macro");
                GoldenVectors.assertValue(
                        scores.value(MulticlassScoreMetric.ROC_AUC_OVR_WEIGHTED), key + ".ovr.weighted");
                for (int k = 1; k <= 3; k++) {
                    double share = scores.topKAccuracy(k, 0.95).orElseThrow().value();
                    GoldenVectors.assertValue(OptionalDouble.of(share), key + ".top_" + k);
                }
            }
        }
    }

    @Test
    void anAverageOfAreasLeavesOutClassesWithoutRows() {
        MulticlassScores scores = MulticlassScores.create(LABELS);
        scores.accept("a", new double[] {0.7, 0.2, 0.1});
        scores.accept("a", new double[] {0.3, 0.4, 0.3});
        assertThat(scores.value(MulticlassScoreMetric.ROC_AUC_OVR_MACRO)).isEmpty();
        assertThat(scores.rocAuc("c", 0.95)).isEmpty();
        scores.accept("b", new double[] {0.4, 0.5, 0.1});
        assertThat(scores.value(MulticlassScoreMetric.ROC_AUC_OVR_MACRO)).hasValue((0.5 + 1) / 2);
        assertThat(scores.value(MulticlassScoreMetric.ROC_AUC_OVO_MACRO)).hasValue((0.5 + 1) / 2);
    }

    @Test
    void theTopLabelIsCalibratedAgainstBeingRight() {
        MulticlassScores scores = MulticlassScores.create(LABELS);
        scores.accept("a", new double[] {0.75, 0.15, 0.1});
        scores.accept("b", new double[] {0.75, 0.15, 0.1});
        assertThat(scores.topLabel().positives()).isEqualTo(1);
        assertThat(scores.value(MulticlassScoreMetric.ECE_TOP_LABEL)).hasValue(0.25);
    }

    @Test
    void wrongUseIsRefusedWithASentence() {
        MulticlassScores scores = MulticlassScores.create(LABELS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores.accept("d", new double[] {1, 0, 0}))
                .withMessageContaining("one of the classes [a, b, c] but got 'd'");
        for (double[] broken : new double[][] {{0.5, 0.3, 0.1}, {1, 0}, {Double.NaN, 0.5, 0.5}, {1.2, -0.2, 0}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> scores.accept("a", broken))
                    .withMessageContaining("3 probabilities from 0 to 1 that add up to 1");
        }
        assertThat(scores.total()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MulticlassScores.create(List.of("a", "a")))
                .withMessageContaining("'a' is there twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MulticlassScores.create(List.of("a")))
                .withMessageContaining("at least 2 classes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores.combine(MulticlassScores.withHistogram(LABELS, 10)))
                .withMessageContaining("cannot combine");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores.topKAccuracy(4, 0.95))
                .withMessageContaining("from 1 to the 3 classes");
    }
}
