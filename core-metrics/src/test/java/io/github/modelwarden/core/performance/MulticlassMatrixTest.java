package io.github.modelwarden.core.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.MergeLawsContract;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MulticlassMatrixTest extends MergeLawsContract<MulticlassMatrix, List<String>> {

    @Override
    protected MulticlassMatrix of(List<List<String>> items) {
        MulticlassMatrix matrix = MulticlassMatrix.create();
        items.forEach(item -> matrix.accept(item.get(0), item.get(1)));
        return matrix;
    }

    @Override
    protected List<String> item(Random random) {
        return List.of("class " + random.nextInt(6), "class " + random.nextInt(5));
    }

    @Override
    protected MulticlassMatrix combine(MulticlassMatrix a, MulticlassMatrix b) {
        return a.combine(b);
    }

    @Override
    protected void assertSame(MulticlassMatrix actual, MulticlassMatrix expected) {
        assertThat(actual.labels()).isEqualTo(expected.labels());
        assertThat(actual.counts()).isDeepEqualTo(expected.counts());
        assertThat(actual.total()).isEqualTo(expected.total());
    }

    private static MulticlassMatrix golden(String name) {
        String key = "multiclass." + name;
        List<String> actual = GoldenVectors.words(key + ".actual");
        List<String> predicted = GoldenVectors.words(key + ".predicted");
        MulticlassMatrix matrix = MulticlassMatrix.create(GoldenVectors.words(key + ".labels"));
        for (int i = 0; i < actual.size(); i++) {
            matrix.accept(actual.get(i), predicted.get(i));
        }
        return matrix;
    }

    @Test
    void countsAndLabelsAgreeWithScikitLearn() {
        for (String name : GoldenVectors.names("multiclass")) {
            MulticlassMatrix matrix = golden(name);
            assertThat(matrix.labels()).isEqualTo(GoldenVectors.words("multiclass." + name + ".labels"));
            double[] flat = Arrays.stream(matrix.counts())
                    .flatMapToLong(Arrays::stream)
                    .asDoubleStream()
                    .toArray();
            GoldenVectors.assertValues(flat, "multiclass." + name + ".matrix");
        }
    }

    @Test
    void everyMetricAndAverageAgreesWithScikitLearn() {
        for (String name : GoldenVectors.names("multiclass")) {
            String key = "multiclass." + name;
            MulticlassMatrix matrix = golden(name);
            for (MulticlassMetric metric : List.of(
                    MulticlassMetric.ACCURACY,
                    MulticlassMetric.BALANCED_ACCURACY,
                    MulticlassMetric.MATTHEWS_CORRELATION,
                    MulticlassMetric.COHEN_KAPPA)) {
                GoldenVectors.assertValue(matrix.value(metric), key + "." + metric.word());
            }
            for (Average average : Average.values()) {
                for (ZeroDivision zero : ZeroDivision.values()) {
                    String prefix = key + "." + word(average) + "." + word(zero);
                    GoldenVectors.assertValue(matrix.precision(average, zero), prefix + ".precision");
                    GoldenVectors.assertValue(matrix.recall(average, zero), prefix + ".recall");
                    GoldenVectors.assertValue(matrix.fBeta(1, average, zero), prefix + ".f1");
                    GoldenVectors.assertValue(matrix.fBeta(0.5, average, zero), prefix + ".f0_5");
                }
            }
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Test
    void averagesByNameAreThoseWithUndefinedClassesAsZero() {
        MulticlassMatrix matrix = golden("never_predicted");
        assertThat(matrix.value(MulticlassMetric.PRECISION_MACRO))
                .isEqualTo(matrix.precision(Average.MACRO, ZeroDivision.ZERO));
        assertThat(matrix.value(MulticlassMetric.RECALL_WEIGHTED)).hasValue(0.5);
        assertThat(matrix.value(MulticlassMetric.F1_WEIGHTED))
                .isEqualTo(matrix.fBeta(1, Average.WEIGHTED, ZeroDivision.ZERO));
    }

    @Test
    void everyEstimateSurroundsTheValueAndIsNeverCertain() {
        MulticlassMatrix perfect = MulticlassMatrix.create();
        MulticlassMatrix single = MulticlassMatrix.create();
        for (int i = 0; i < 60; i++) {
            perfect.accept("c" + i % 3, "c" + i % 3);
            single.accept("c", "c");
        }
        for (MulticlassMatrix matrix : List.of(perfect, single, golden("never_predicted"), golden("words"))) {
            for (MulticlassMetric metric : MulticlassMetric.values()) {
                var estimate = matrix.estimate(metric, 0.95);
                assertThat(estimate.isPresent())
                        .as(metric.word())
                        .isEqualTo(matrix.value(metric).isPresent());
                estimate.ifPresent(e -> {
                    assertThat(e.value()).isEqualTo(matrix.value(metric).orElseThrow());
                    assertThat(e.lower().orElseThrow())
                            .as(metric.word())
                            .isLessThan(e.upper().orElseThrow());
                });
            }
        }
        assertThat(single.value(MulticlassMetric.MATTHEWS_CORRELATION)).isEmpty();
        assertThat(single.value(MulticlassMetric.F1_MACRO)).hasValue(1);
    }

    @Test
    void specificityIsTheMeanOfTheClassesThatHaveRowsOfOthersBesideThem() {
        for (String name : GoldenVectors.names("multiclass")) {
            MulticlassMatrix matrix = golden(name);
            double mean = matrix.classes().values().stream()
                    .flatMapToDouble(one -> one.specificity().stream())
                    .average()
                    .orElseThrow();
            assertThat(matrix.value(MulticlassMetric.SPECIFICITY_MACRO).orElseThrow())
                    .isCloseTo(mean, within(1e-12));
        }
        MulticlassMatrix one = MulticlassMatrix.create();
        one.accept("a", "a", 5);
        assertThat(one.value(MulticlassMetric.SPECIFICITY_MACRO)).isEmpty();
    }

    @Test
    void twoClassesHaveTheMetricsAndIntervalsOfTheBinaryMatrix() {
        MulticlassMatrix matrix = MulticlassMatrix.create();
        matrix.accept("yes", "yes", 30);
        matrix.accept("no", "yes", 10);
        matrix.accept("yes", "no", 20);
        matrix.accept("no", "no", 40);
        ConfusionMatrix binary = matrix.oneVersusRest("yes");

        assertThat(binary).isEqualTo(new ConfusionMatrix(30, 10, 20, 40));
        assertThat(matrix.estimate(MulticlassMetric.MATTHEWS_CORRELATION, 0.9))
                .isEqualTo(binary.estimate(BinaryMetric.MATTHEWS_CORRELATION, 0.9));
        assertThat(matrix.classes().keySet()).containsExactly("no", "yes");
        assertThat(matrix.classes()).containsEntry("no", new ConfusionMatrix(40, 20, 10, 30));
    }

    @Test
    void labelsThatAreNumbersComeInTheOrderOfNumbers() {
        assertThat(LabelOrder.sorted(List.of("10", "9", "-1", "2.5"))).containsExactly("-1", "2.5", "9", "10");
        assertThat(LabelOrder.sorted(List.of("10", "9", "b"))).containsExactly("10", "9", "b");
    }

    @Test
    void nothingHasNoMetric() {
        for (MulticlassMetric metric : MulticlassMetric.values()) {
            assertThat(MulticlassMatrix.create().value(metric))
                    .as(metric.word())
                    .isEmpty();
            assertThat(MulticlassMatrix.create(List.of("a", "b")).estimate(metric, 0.95))
                    .as(metric.word())
                    .isEmpty();
        }
    }

    @Test
    void wrongUseIsRefusedWithASentence() {
        MulticlassMatrix matrix = MulticlassMatrix.create(List.of("a", "b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix.oneVersusRest("c"))
                .withMessageContaining("one of the classes [a, b] but got 'c'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix.accept("a", "b", -1))
                .withMessageContaining("at least 0 rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> {
                    for (int i = 0; i < 2000; i++) {
                        matrix.accept("id " + i, "a");
                    }
                })
                .withMessageContaining("at most 1000 classes");
    }
}
