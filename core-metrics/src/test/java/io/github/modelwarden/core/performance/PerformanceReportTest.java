package io.github.modelwarden.core.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.modelwarden.core.MergeLawsContract;
import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PerformanceReportTest extends MergeLawsContract<PerformanceAccumulator, Table> {

    private static final PerformanceColumns COLUMNS =
            PerformanceColumns.label("churn").withPrediction("said").withScores("p");

    @Override
    protected PerformanceAccumulator of(List<Table> items) {
        PerformanceAccumulator accumulator = PerformanceAccumulator.create(COLUMNS);
        items.forEach(accumulator::accept);
        return accumulator;
    }

    @Override
    protected Table item(Random random) {
        double score = random.nextDouble();
        return table(
                words("churn", random.nextInt(4) == 0 ? null : random.nextDouble() < score ? "yes" : "no"),
                words("said", random.nextInt(9) == 0 ? null : score < 0.5 ? "no" : "yes"),
                numbers("p", random.nextInt(9) == 0 ? Double.NaN : score));
    }

    @Override
    protected PerformanceAccumulator combine(PerformanceAccumulator a, PerformanceAccumulator b) {
        return a.combine(b);
    }

    @Override
    protected void assertSame(PerformanceAccumulator actual, PerformanceAccumulator expected) {
        PerformanceReport left = actual.report();
        PerformanceReport right = expected.report();
        assertThat(left.rows()).isEqualTo(right.rows());
        assertThat(left.matrix()).isEqualTo(right.matrix());
        assertThat(left.positive()).isEqualTo(right.positive());
        assertThat(left.toText()).isEqualTo(right.toText());
    }

    private static Table table(Column... columns) {
        return Table.of(List.of(columns));
    }

    private static Column words(String name, @Nullable String... values) {
        return CategoricalColumn.of(name, Arrays.asList(values));
    }

    private static Column numbers(String name, double... values) {
        return NumericColumn.of(name, values);
    }

    private static final Table CHURN = table(
            words("churn", "yes", "no", "yes", null, "no", "no", "yes", "no"),
            words("said", "yes", "no", "no", "yes", "no", "yes", null, "no"),
            numbers("p", 0.9, 0.2, 0.4, 0.7, 0.1, 0.6, 0.8, Double.NaN));

    @Test
    void aBinaryClassifierGetsEveryMetricOfDecisionsAndScores() {
        PerformanceReport report = PerformanceReport.of(CHURN, COLUMNS);

        assertThat(report.kind()).isEqualTo(ModelKind.BINARY);
        assertThat(report.positive()).contains("yes");
        assertThat(report.rows()).isEqualTo(new ReportedRows(8, 7, 1, 1));
        assertThat(report.rows().coverage()).hasValue(7.0 / 8);
        assertThat(report.matrix())
                .contains(new ReportedMatrix(List.of("no", "yes"), List.of(List.of(3L, 1L), List.of(1L, 1L))));
        assertThat(report.estimate("accuracy").orElseThrow().value()).isEqualTo(4.0 / 6);
        assertThat(report.estimate("roc_auc").orElseThrow().value()).isEqualTo(8.0 / 9);
        assertThat(report.metrics()).hasSize(BinaryMetric.values().length + ScoreMetric.values().length);
        assertThat(report.reliability().stream()
                        .mapToLong(ReliabilityBin::count)
                        .sum())
                .isEqualTo(6);
        assertThat(report.notes()).isEmpty();
        assertThat(report.estimate("brier"))
                .isEqualTo(
                        direct(0.9, 0.4, 0.8).combine(negative(0.2, 0.1, 0.6)).estimate(ScoreMetric.BRIER, 0.95));
    }

    private static BinaryScores direct(double... scores) {
        BinaryScores all = BinaryScores.create();
        Arrays.stream(scores).forEach(score -> all.accept(score, true));
        return all;
    }

    private static BinaryScores negative(double... scores) {
        BinaryScores all = BinaryScores.create();
        Arrays.stream(scores).forEach(score -> all.accept(score, false));
        return all;
    }

    @Test
    void withoutPredictionColumnTheThresholdDecides() {
        PerformanceReport report = PerformanceReport.of(
                CHURN, PerformanceColumns.label("churn").withScores("p").withThreshold(0.3));
        assertThat(report.matrix().orElseThrow().counts()).isEqualTo(List.of(List.of(2L, 1L), List.of(0L, 3L)));
        assertThat(report.notes()).containsExactly("rows with a score of 0.3 or more count as predicted positive");
        PerformanceReport binned = PerformanceReport.of(
                CHURN,
                PerformanceColumns.label("churn")
                        .withScores("p")
                        .withThreshold(0.3)
                        .withHistogram(100));
        assertThat(binned.matrix()).isEqualTo(report.matrix());
        assertThat(binned.estimate("log_loss")).isEqualTo(report.estimate("log_loss"));
    }

    @Test
    void blocksGiveTheReportOfTheWhole() {
        PerformanceAccumulator accumulator = PerformanceAccumulator.create(COLUMNS);
        for (int from = 0; from < 8; from += 3) {
            accumulator.accept(CHURN.slice(from, Math.min(8, from + 3)));
        }
        assertThat(accumulator.report().toText())
                .isEqualTo(PerformanceReport.of(CHURN, COLUMNS).toText());
    }

    @Test
    void theKindOfModelFollowsFromTheColumns() {
        double[] counts = {3, 0, 7, 40, 12, 8, 9, 15, 22, 31, 5, 2};
        Table table = table(
                words("word", "a", "b", "c", "a", "b", "c", "a", "b", "c", "a", "b", "c"),
                numbers("flag", 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1),
                numbers("stars", 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2),
                numbers("count", counts),
                numbers("price", Arrays.stream(counts).map(c -> c + 0.25).toArray()));
        assertThat(kind(table, "word", "word")).isEqualTo(ModelKind.MULTICLASS);
        assertThat(kind(table, "flag", "flag")).isEqualTo(ModelKind.BINARY);
        assertThat(kind(table, "stars", "stars")).isEqualTo(ModelKind.MULTICLASS);
        assertThat(kind(table, "stars", "price")).isEqualTo(ModelKind.REGRESSION);
        assertThat(kind(table, "count", "count")).isEqualTo(ModelKind.REGRESSION);
        assertThat(kind(table, "price", "count")).isEqualTo(ModelKind.REGRESSION);
        PerformanceReport stars =
                PerformanceReport.of(table, PerformanceColumns.label("stars").withPrediction("stars"));
        assertThat(stars.notes()).anyMatch(note -> note.contains("[1, 2, 3, 4, 5] and taken for classes"));
        assertThat(PerformanceReport.of(
                                table,
                                PerformanceColumns.label("stars")
                                        .withPrediction("stars")
                                        .withKind(ModelKind.REGRESSION))
                        .kind())
                .isEqualTo(ModelKind.REGRESSION);
    }

    private static ModelKind kind(Table table, String label, String prediction) {
        return PerformanceReport.of(table, PerformanceColumns.label(label).withPrediction(prediction))
                .kind();
    }

    @Test
    void thePositiveClassIsFoundOrAskedFor() {
        assertThat(positive(List.of("0", "1"), null)).contains("1");
        assertThat(positive(List.of("True", "False"), null)).contains("True");
        assertThat(positive(List.of("no", "churned"), null)).contains("churned");
        assertThat(positive(List.of("churn", "stay"), "churn")).contains("churn");
        assertThat(positive(List.of("churn", "stay"), null)).contains("stay");
        assertThat(positive(List.of("no"), null)).isEmpty();
        Table table = table(
                words("churn", "churn", "stay", "stay"),
                words("said", "stay", "churn", "stay"),
                numbers("p", 0.2, 0.9, 0.1));
        PerformanceReport report = PerformanceReport.of(table, COLUMNS);
        assertThat(report.positive()).contains("churn");
        assertThat(report.notes()).anyMatch(note -> note.contains("predicted for high scores"));
        assertThat(report.estimate("roc_auc").orElseThrow().value()).isEqualTo(0.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerformanceReport.of(table, COLUMNS.withPositive("yes")))
                .withMessageContaining(
                        "positive class 'yes' to be one of the classes that occur but they are [churn, stay]");
    }

    private static java.util.Optional<String> positive(List<String> classes, @Nullable String wanted) {
        return PositiveClass.of(classes, java.util.Optional.ofNullable(wanted), java.util.Map.of())
                .positive();
    }

    @Test
    void oneClassAloneIsSaidSoBesideEveryMetricThatNeedsTwo() {
        Table table = table(words("churn", "no", "no"), words("said", "no", "no"), numbers("p", 0.2, 0.3));
        PerformanceReport report = PerformanceReport.of(table, COLUMNS);
        assertThat(report.positive()).isEmpty();
        assertThat(report.estimate("roc_auc")).isEmpty();
        assertThat(report.estimate("specificity").orElseThrow().value()).isEqualTo(1);
        assertThat(report.notes()).containsExactly("only the class 'no' occurs among the labels");
        assertThat(report.toText()).contains("roc_auc is undefined: the labelled rows are all of one class.");
        assertThat(report.toJson())
                .contains(
                        "\"roc_auc\": {\n      \"value\": null,\n      \"reason\": \"the labelled rows are all of one class\"");
    }

    @Test
    void severalClassesWithAScoreColumnEach() {
        Table table = table(
                words("animal", "cat", "cow", "dog", "cat"),
                numbers("p_cat", 0.6, 0.2, 0.1, 0.4),
                numbers("p_cow", 0.3, 0.5, 0.2, 0.5),
                numbers("p_dog", 0.1, 0.3, 0.7, 0.1));
        PerformanceReport report =
                PerformanceReport.of(table, PerformanceColumns.label("animal").withScores("p_cat", "p_dog", "p_cow"));
        assertThat(report.kind()).isEqualTo(ModelKind.MULTICLASS);
        assertThat(report.estimate("accuracy").orElseThrow().value()).isEqualTo(0.75);
        assertThat(report.estimate("top_2_accuracy").orElseThrow().value()).isEqualTo(1);
        assertThat(report.estimate("roc_auc_ovr_macro")).isPresent();
        assertThat(report.classes()).extracting(ReportedClass::label).containsExactly("cat", "cow", "dog");
        assertThat(report.classes().get(0).support()).isEqualTo(2);
        assertThat(report.toText()).contains("actual \\ predicted  cat  cow  dog");
        assertThat(report.toJson()).contains("\"labels\": [\"cat\", \"cow\", \"dog\"]");
    }

    @Test
    void twoScoreColumnsOfABinaryClassifierCountByThePositiveOne() {
        Table table = table(numbers("y", 1, 0, 1), numbers("p0", 0.1, 0.6, 0.7), numbers("p1", 0.9, 0.4, 0.3));
        PerformanceReport two =
                PerformanceReport.of(table, PerformanceColumns.label("y").withScores("p0", "p1"));
        PerformanceReport one =
                PerformanceReport.of(table, PerformanceColumns.label("y").withScores("p1"));
        assertThat(two.kind()).isEqualTo(ModelKind.BINARY);
        assertThat(two.metrics()).isEqualTo(one.metrics());
    }

    @Test
    void scoreColumnsAreNamedAfterTheirClassesBehindACommonStart() {
        assertThat(ScoreColumns.byClass(List.of("p0", "p1", "p10"))).containsOnlyKeys("0", "1", "10");
        assertThat(ScoreColumns.byClass(List.of("p10", "p11"))).containsOnlyKeys("10", "11");
        assertThat(ScoreColumns.byClass(List.of("prob_cat", "prob_cow"))).containsOnlyKeys("cat", "cow");
        assertThat(ScoreColumns.byClass(List.of("cat", "dog"))).containsOnlyKeys("cat", "dog");
    }

    @Test
    void numbersGetErrorsAndAReasonWhereARelativeOneMeansNothing() {
        Table table = table(numbers("y", 0, 2.5, 4, Double.NaN), numbers("said", 1, 2, Double.NaN, 3));
        PerformanceReport report =
                PerformanceReport.of(table, PerformanceColumns.label("y").withPrediction("said"));
        assertThat(report.kind()).isEqualTo(ModelKind.REGRESSION);
        assertThat(report.rows()).isEqualTo(new ReportedRows(4, 3, 1, 0));
        assertThat(report.estimate("mae").orElseThrow().value()).isEqualTo(0.75);
        assertThat(report.estimate("mape")).isEmpty();
        assertThat(report.toText())
                .contains("mape is undefined: the label is 0 in 1 of 2 rows.")
                .containsPattern("max_error +1.0000 +- +2 +none")
                .containsPattern("mae +0.7500 +0.0000 to");
        assertThat(report.toJson()).contains("\"max_error\": {\n      \"value\": 1.0,\n      \"lower\": null");
    }

    @Test
    void aTableWithoutLabelsHasCoverageZeroAndReasons() {
        Table table = table(words("churn", null, null), words("said", "yes", "no"), numbers("p", 0.9, 0.1));
        PerformanceReport report = PerformanceReport.of(table, COLUMNS);
        assertThat(report.rows().coverage()).hasValue(0);
        assertThat(report.metrics()).allMatch(metric -> metric.reason().isPresent());
        assertThat(report.toText()).contains("0 of 2 rows have a label, coverage 0.0000.");
    }

    @Test
    void wrongInputIsRefusedWithASentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerformanceReport.of(
                        CHURN, PerformanceColumns.label("lable").withScores("p")))
                .withMessageContaining("expected a column 'lable' but the columns are [churn, said, p]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerformanceReport.of(CHURN, PerformanceColumns.label("churn")))
                .withMessageContaining("prediction or a score column beside the label 'churn'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerformanceColumns.label("churn").withScores())
                .withMessageContaining("at least one score column");
        Table margins = table(words("churn", "yes", "no"), numbers("p", 0.5, 1.7));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerformanceReport.of(
                        margins, PerformanceColumns.label("churn").withScores("p")))
                .withMessageContaining("column 'p', row 2: expected a score from 0 to 1 but got 1.7");
        Table words = table(words("y", "low", "high"), numbers("said", 1, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerformanceReport.of(
                        words,
                        PerformanceColumns.label("y").withPrediction("said").withKind(ModelKind.REGRESSION)))
                .withMessageContaining("column 'y': expected numbers for regression but it holds text");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerformanceReport.of(
                        words, PerformanceColumns.label("y").withPrediction("said")))
                .withMessageContaining("labels [high, low] and the predictions [1, 2] have no class in common");
        Table three = table(words("y", "a", "b", "c"), numbers("p", 0.1, 0.2, 0.3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerformanceReport.of(
                        three, PerformanceColumns.label("y").withScores("p")))
                .withMessageContaining("a score column for each of the classes [a, b, c]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerformanceReport.of(
                        three, PerformanceColumns.label("y").withPrediction("y").withKind(ModelKind.BINARY)))
                .withMessageContaining("at most two classes of a binary classifier but got [a, b, c]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerformanceReport.of(
                        CHURN, PerformanceColumns.label("churn").withScores("said")))
                .withMessageContaining("'said' to be numeric");
    }
}
