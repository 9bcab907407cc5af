package io.github.modelwarden.core.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a model predicts is found out from all rows, however they are cut into blocks. */
class ModelKindTest {

    private static final PerformanceColumns COLUMNS =
            PerformanceColumns.label("y").withPrediction("said");
    private static final Table FLAGS = numbers(0, 1, 1);
    private static final Table STARS = numbers(3, 4, 5);
    private static final Table PRICES = numbers(2.5, 7.25, 1);

    private static Table numbers(double... values) {
        return Table.of(List.of(NumericColumn.of("y", values), NumericColumn.of("said", values)));
    }

    private static Table words(String... values) {
        return Table.of(List.of(
                CategoricalColumn.of("y", Arrays.asList(values)), CategoricalColumn.of("said", Arrays.asList(values))));
    }

    private static PerformanceAccumulator of(Table... blocks) {
        PerformanceAccumulator all = PerformanceAccumulator.create(COLUMNS);
        Arrays.stream(blocks).forEach(all::accept);
        return all;
    }

    @Test
    void numbersAreClassesUntilABlockSaysOtherwise() {
        assertThat(of(FLAGS).report().kind()).isEqualTo(ModelKind.BINARY);
        assertThat(of(FLAGS, STARS).report().kind()).isEqualTo(ModelKind.MULTICLASS);
        PerformanceReport late = of(FLAGS, STARS, PRICES).report();
        assertThat(late.kind()).isEqualTo(ModelKind.REGRESSION);
        assertThat(late.estimate("mae").orElseThrow().sampleCount())
                .as("the blocks before count too")
                .isEqualTo(9);
        assertThat(late).isEqualTo(of(PRICES, FLAGS, STARS).report());
    }

    @Test
    void partsAgreeOnTheKindInAnyOrder() {
        assertThat(of(FLAGS).combine(of(PRICES)).report())
                .isEqualTo(of(PRICES).combine(of(FLAGS)).report())
                .isEqualTo(of(FLAGS, PRICES).report());
        assertThat(of().combine(of(STARS)).combine(of(FLAGS)).report().toText())
                .isEqualTo(of(FLAGS, STARS).report().toText());
        Table many = numbers(6, 7, 8, 9, 10, 11, 12, 13);
        assertThat(of(STARS).combine(of(many)).report().kind()).isEqualTo(ModelKind.REGRESSION);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(PRICES).combine(of(words("a", "b"))))
                .withMessageContaining("classifier with that of a regression");
    }

    @Test
    void theReasonIsSaidUnlessTheKindIsSet() {
        assertThat(of(FLAGS).report().kindReason()).contains("labels and predictions are 0 and 1, and 2 classes occur");
        assertThat(of(PRICES).report().kindReason())
                .contains("labels and predictions are numbers, and not only a few whole ones");
        assertThat(of(words("a", "b", "c")).report().kindReason())
                .contains("column 'y' holds words, and 3 classes occur");
        assertThat(PerformanceReport.of(FLAGS, COLUMNS.withKind(ModelKind.BINARY))
                        .kindReason())
                .isEmpty();
    }

    @Test
    void probabilitiesThatAreTakenForNumbersAreSaidSo() {
        Table probabilities =
                Table.of(List.of(NumericColumn.of("y", 0, 1, 1), NumericColumn.of("said", 0.1, 0.9, 0.8)));

        assertThat(of(probabilities).report().notes()).anyMatch(note -> note.contains("if these are probabilities"));
        assertThat(of(FLAGS, probabilities).report().notes()).hasSize(1);
        assertThat(of(probabilities).combine(of(PRICES)).report().notes()).isEmpty();
        assertThat(of(PRICES).report().notes()).isEmpty();
        assertThat(of(FLAGS).report().notes()).isEmpty();
    }

    @Test
    void theRocCurveIsThinnedOutToWhatCanBeDrawn() {
        int rows = 20_000;
        double[] labels = new double[rows];
        double[] scores = new double[rows];
        java.util.SplittableRandom random = new java.util.SplittableRandom(5);
        for (int i = 0; i < rows; i++) {
            scores[i] = random.nextDouble();
            labels[i] = random.nextDouble() < scores[i] ? 1 : 0;
        }
        Table table = Table.of(List.of(NumericColumn.of("y", labels), NumericColumn.of("p", scores)));
        List<RocPoint> curve = PerformanceReport.of(
                        table, PerformanceColumns.label("y").withScores("p"))
                .rocCurve();

        assertThat(curve).hasSizeBetween(100, 402);
        assertThat(curve.get(0)).isEqualTo(new RocPoint(Double.POSITIVE_INFINITY, 0, 0));
        assertThat(curve.get(curve.size() - 1).truePositiveRate()).isEqualTo(1);
        assertThat(curve.get(curve.size() - 1).falsePositiveRate()).isEqualTo(1);
    }
}
