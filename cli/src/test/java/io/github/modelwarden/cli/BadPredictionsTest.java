package io.github.modelwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with a table of predictions is said in one sentence, or makes one metric undefined beside the others. */
class BadPredictionsTest {

    private static final int ROWS = 200;

    @TempDir
    private Path folder;

    private static Run measure(Path data, String... more) {
        String[] arguments = {
            "performance", "--data", data.toString(), "--label", "y", "--score", "p", "--format", "json"
        };
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return Run.of(all);
    }

    private Path table(IntFunction<String> label, IntFunction<String> score) {
        return Tables.write(folder, "rows.csv", "y,p", ROWS, row -> label.apply(row) + "," + score.apply(row));
    }

    private static String flag(int row) {
        return Integer.toString(row % 3 == 0 ? 1 : 0);
    }

    private static String score(int row) {
        return "0." + (10 + row * 37 % 90);
    }

    private static void assertRefused(Run run, String... parts) {
        assertThat(run.exitCode()).as(run.out()).isEqualTo(65);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(parts).hasLineCount(1).doesNotContain("\tat ", "Exception");
    }

    private static JsonNode measured(Run run) {
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).doesNotContain("NaN", "Infinity");
        return JsonMapper.builder().build().readTree(run.out());
    }

    @Test
    void filesThatAreNoTables() {
        assertRefused(measure(folder.resolve("nowhere.csv")), "nowhere.csv", "no such file");
        assertRefused(measure(Tables.write(folder, "empty.csv", "")), "empty.csv", "empty");
        assertRefused(measure(Tables.write(folder, "header.csv", "y,p\n")), "header.csv", "nothing below its header");
        assertRefused(
                measure(Tables.write(folder, "ragged.csv", "y,p", ROWS, row -> row == 7 ? "1,0.5,x" : "1,0.5")),
                "ragged.csv",
                "line 9");
    }

    @Test
    void truncatedParquet() throws IOException, SQLException {
        Path whole = folder.resolve("whole.parquet");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duck.createStatement()) {
            sql.execute("COPY (SELECT range % 2 = 0 AS y, (range % 97) / 97.0 AS p FROM range(5000)) TO '" + whole
                    + "' (FORMAT parquet)");
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.parquet");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));

        assertRefused(measure(cut), "cut.parquet");
        assertThat(measured(measure(whole)).path("positive").asString()).isEqualTo("true");
    }

    @Test
    void columnsThatAreNotThereOrHoldSomethingElse() {
        Path good = table(BadPredictionsTest::flag, BadPredictionsTest::score);
        assertRefused(
                Run.of("performance", "--data", good.toString(), "--label", "lable", "--score", "p"),
                "expected the label column 'lable' but the columns are [y, p]; name another one with --label");
        assertRefused(
                Run.of("performance", "--data", good.toString(), "--label", "y", "--prediction", "said"),
                "expected the prediction column 'said'",
                "--prediction");
        assertRefused(
                measure(table(row -> "2026-01-" + (10 + row % 20), BadPredictionsTest::score)),
                "label column 'y' but it is timestamp");
        assertRefused(
                measure(table(BadPredictionsTest::flag, row -> "high")), "numbers in the score column 'p'", "'high'");
    }

    @Test
    void scoresOutsideOfZeroToOne() {
        assertRefused(
                measure(table(BadPredictionsTest::flag, row -> row == 5 ? "1.7" : score(row))),
                "rows.csv",
                "column 'p', row 6: expected a score from 0 to 1 but got 1.7; turn it into a probability");
        assertRefused(measure(table(BadPredictionsTest::flag, row -> row == 5 ? "-0.1" : score(row))), "row 6");
    }

    @Test
    void aFewUnusableScoresAreCountedAndSaid() {
        JsonNode report = measured(measure(table(
                BadPredictionsTest::flag,
                row -> row == 5 ? "n.n." : row == 6 ? "inf" : row == 7 ? "NaN" : row == 8 ? "" : score(row))));

        assertThat(report.path("unscored").asInt()).isEqualTo(4);
        assertThat(report.path("labeled").asInt()).isEqualTo(ROWS);
        assertThat(report.path("metrics").path("roc_auc").path("count").asInt()).isEqualTo(ROWS - 4);
        assertThat(report.path("notes").toString())
                .contains("'n.n.' in line 7", "infinite", "these rows count as without score");
    }

    @Test
    void labelsOfOneClass() {
        JsonNode report = measured(measure(table(row -> "0", BadPredictionsTest::score)));

        JsonNode auc = report.path("metrics").path("roc_auc");
        assertThat(auc.path("value").isNull()).isTrue();
        assertThat(auc.path("reason").asString()).contains("all of one class");
        assertThat(report.path("metrics").path("brier").path("value").isNumber())
                .isTrue();
        assertThat(report.path("notes").toString()).contains("only the class '0' occurs among the labels");
    }

    @Test
    void missingLabelsCountForTheCoverage() {
        JsonNode report = measured(measure(table(row -> row % 4 == 0 ? "" : flag(row), BadPredictionsTest::score)));
        assertThat(report.path("rows").asInt()).isEqualTo(ROWS);
        assertThat(report.path("coverage").asDouble()).isEqualTo(0.75);

        Run none = measure(table(row -> "", BadPredictionsTest::score));
        assertThat(none.exitCode()).as("nothing was measured").isEqualTo(2);
        assertThat(none.err()).isEmpty();
        assertThat(none.out()).contains("\"coverage\": 0.0", "\"reason\": \"no row has a label\"");
    }

    @Test
    void missingScoresLeaveNothingToMeasure() {
        Run none = measure(table(BadPredictionsTest::flag, row -> ""));

        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.out()).contains("no row with a label has a score").doesNotContain("NaN");
    }

    @Test
    void oneRow() {
        Path one = Tables.write(folder, "one.csv", "y,p\n1,0.8\n");
        JsonNode report = measured(measure(one));

        assertThat(report.path("metrics").path("accuracy").path("lower").asDouble())
                .as("one row says little")
                .isLessThan(0.25);
        assertThat(report.path("metrics").path("roc_auc").path("value").isNull())
                .isTrue();
    }

    @Test
    void classesThatDoNotGoTogether() {
        assertRefused(
                measure(table(row -> "c" + row % 3, BadPredictionsTest::score)),
                "score column for each of the classes");
        assertRefused(
                measure(table(BadPredictionsTest::flag, BadPredictionsTest::score), "--positive", "yes"),
                "positive class 'yes' to be one of the classes that occur but they are [0, 1]");
        Run several = Run.of(
                "performance",
                "--data",
                Tables.write(folder, "three.csv", "y,said", 9, row -> "c" + row % 3 + ",c" + row % 3)
                        .toString(),
                "--label=y",
                "--prediction=said",
                "--positive=c1");
        assertThat(several.exitCode()).isEqualTo(64);
        assertThat(several.err()).contains("--positive names the positive class of two", "multiclass");
        assertRefused(
                Run.of(
                        "performance",
                        "--data",
                        Tables.write(folder, "words.csv", "y,said", 9, row -> "low,1")
                                .toString(),
                        "--label=y",
                        "--prediction=said",
                        "--kind=regression"),
                "numbers in the label column 'y'",
                "'low'");
    }
}
