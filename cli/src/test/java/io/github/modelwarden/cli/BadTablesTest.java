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
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with a table is said in one sentence, or makes one feature inconclusive while the others are judged. */
class BadTablesTest {

    private static final int ROWS = 400;

    @TempDir
    private Path folder;

    private Run drift(Path reference, Path current) {
        return Run.of(
                "drift", "--reference", reference.toString(), "--current", current.toString(), "--format", "json");
    }

    private Path good() {
        return Tables.customers(folder, "good.csv", ROWS, 0);
    }

    private static void assertRefused(Run run, String... parts) {
        assertThat(run.exitCode()).isEqualTo(65);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(parts).hasLineCount(1).doesNotContain("\tat ", "Exception");
    }

    @Test
    void aMissingFile() {
        assertRefused(drift(good(), folder.resolve("nowhere.csv")), "nowhere.csv", "no such file");
        assertRefused(drift(folder.resolve("nowhere.mwp"), good()), "nowhere.mwp", "no such file");
    }

    @Test
    void aFolder() {
        assertRefused(drift(good(), folder), folder.toString());
    }

    @Test
    void anEmptyTable() {
        assertRefused(drift(good(), Tables.write(folder, "empty.csv", "")), "empty.csv", "empty");
        assertRefused(
                drift(good(), Tables.write(folder, "header.csv", "age,tenure,plan,score\n")),
                "header.csv",
                "nothing below its header");
    }

    @Test
    void raggedRows() {
        Path ragged = Tables.write(folder, "ragged.csv", "age,plan", ROWS, row -> row == 7 ? "1,a,b" : row + ",a");

        assertRefused(drift(good(), ragged), "ragged.csv", "line 9", "2", "3");
    }

    @Test
    void twoColumnsOfOneName() {
        assertRefused(
                drift(good(), Tables.write(folder, "twice.csv", "age,plan,age", ROWS, row -> "1,a,2")),
                "twice.csv",
                "'age'");
    }

    @Test
    void truncatedParquet() throws IOException, SQLException {
        Path whole = folder.resolve("whole.parquet");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duck.createStatement()) {
            sql.execute("COPY (SELECT range * 1.5 AS age FROM range(5000)) TO '" + whole + "' (FORMAT parquet)");
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.parquet");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));

        assertRefused(drift(whole, cut), "cut.parquet");
        assertThat(drift(whole, whole).exitCode()).isZero();
    }

    @Test
    void aDamagedProfile() throws IOException {
        Path profile = folder.resolve("good.mwp");
        Run.of("profile", "--data", good().toString(), "--out", profile.toString());
        byte[] bytes = Files.readAllBytes(profile);
        Path cut = folder.resolve("cut.mwp");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length - 30));

        assertRefused(drift(cut, good()), "cut.mwp", "ends too early");
        assertRefused(drift(Tables.write(folder, "text.mwp", "age\n1\n"), good()), "text.mwp", "not 'MWPF'");
    }

    @Test
    void tablesThatShareNoColumn() {
        assertRefused(
                drift(good(), Tables.write(folder, "other.csv", "x,y", ROWS, row -> "1,2")),
                "other.csv",
                "[age, tenure, plan, score]");
    }

    @Test
    void aColumnToLeaveOutThatNoTableHas() {
        Path other = Tables.write(folder, "other.csv", "age,tenure,plan,score,extra", ROWS, row -> row + ",1,a,0.5,x");
        String[] drift = {"drift", "--reference", good().toString(), "--current", other.toString(), "--ignore", "extra"
        };
        assertThat(Run.of(drift).exitCode()).isLessThan(64);
        drift[6] = "tenur";
        assertRefused(Run.of(drift), "'tenur'", "did you mean 'tenure'?", "[age, tenure, plan, score, extra]");
        assertRefused(
                Run.of("profile", "--data", other.toString(), "--ignore", "nope"),
                "file " + other,
                "'nope' of --ignore",
                "[age, tenure");
        assertRefused(
                Run.of("quality", "--reference", other.toString(), "--current", good().toString(), "--ignore", "nope"),
                "'nope' of --ignore");
        Path profile = folder.resolve("other.mwp");
        Run.of("profile", "--data", other.toString(), "--out", profile.toString());
        drift[2] = profile.toString();
        assertRefused(Run.of(drift), "did you mean 'tenure'?");
    }

    /** The verdict on the column {@code x} when it is like this now; {@code age} beside it must be judged. */
    private JsonNode judged(IntFunction<String> then, IntFunction<String> now) {
        Run run =
                drift(Tables.with(folder, "then.csv", "x", ROWS, then), Tables.with(folder, "now.csv", "x", ROWS, now));

        assertThat(run.err()).isEmpty();
        JsonNode report = JsonMapper.builder().build().readTree(run.out());
        assertThat(report.path("features").get(0).path("verdict").asString()).isEqualTo("stable");
        return report.path("features").get(1);
    }

    private static void assertInconclusive(JsonNode feature, String... reason) {
        assertThat(feature.path("verdict").asString()).isEqualTo("inconclusive");
        assertThat(feature.path("reason").asString()).contains(reason);
    }

    @Test
    void oneRow() {
        Run run = drift(good(), Tables.customers(folder, "one.csv", 1, 0));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("1 of the 50 rows that a verdict needs").doesNotContain("NaN");
        assertThat(drift(Tables.customers(folder, "one.csv", 1, 0), good()).exitCode())
                .isEqualTo(2);
    }

    @Test
    void allMissing() {
        assertInconclusive(
                judged(Integer::toString, row -> ""), "current file", "every one of the 400 values is missing");
        assertInconclusive(judged(row -> "", Integer::toString), "reference file");
        Path gap = Tables.write(folder, "gap.csv", "x,y", 1, row -> ",1");
        assertThat(drift(gap, gap).out()).contains("in the reference file the only value is missing");
        assertInconclusive(judged(row -> "", row -> ""), "missing");
    }

    @Test
    void allConstant() {
        assertInconclusive(judged(row -> "7", row -> "7"), "every row, then and now, falls into the same bin");
        assertThat(judged(row -> "7", row -> "8").path("verdict").asString()).isEqualTo("drifted");
    }

    @Test
    void infinities() {
        JsonNode feature = judged(Integer::toString, row -> row == 5 ? "Infinity" : Integer.toString(row));

        assertInconclusive(feature, "1 cell is infinite", "line 7");
        assertThat(feature.path("tests")).as("no number rests on bad cells").isEmpty();
        assertInconclusive(judged(row -> row == 5 ? "-inf" : Integer.toString(row), Integer::toString), "infinite");
    }

    @Test
    void textInANumericColumn() {
        JsonNode feature = judged(Integer::toString, row -> row == 5 ? "n.n." : Integer.toString(row));

        assertInconclusive(feature, "1 cell is not a number: 'n.n.' in line 7");
        assertThat(feature.path("tests")).isEmpty();
        assertInconclusive(judged(Integer::toString, row -> "text" + row), "400 cells are not numbers");
    }

    @Test
    void tenThousandCategories() {
        Path then = Tables.with(folder, "then.csv", "x", 10_000, row -> "id" + row);
        Path now = Tables.with(folder, "now.csv", "x", 10_000, row -> "id" + (row + 5000));
        Run run = drift(then, now);

        JsonNode report = JsonMapper.builder().build().readTree(run.out());
        assertInconclusive(report.path("features").get(1), "different categories", "identifiers");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void columnsThatAreReadOtherwiseThanTheyLookAreSaid() {
        Path table = Tables.write(
                folder,
                "odd.csv",
                "id;price;age",
                ROWS,
                row -> (9_007_199_254_740_993L + row) + ";" + row % 7 + "," + row % 10 + ";" + row);
        String out = Run.of("profile", "--data", table.toString()).out();

        assertThat(out).contains("digits than a number keeps", "decimal comma, so write them with a decimal point");
        JsonNode report =
                JsonMapper.builder().build().readTree(drift(table, table).out());
        assertThat(report.path("notes").valueStream().map(JsonNode::asString))
                .anyMatch(note ->
                        note.startsWith("column 'price' of odd.csv is categorical (") && note.contains("decimal comma"))
                .anyMatch(note -> note.startsWith("column 'id' of odd.csv is categorical ("));
        assertThat(Run.of("quality", "--reference", table.toString(), "--current", table.toString())
                        .out())
                .contains("column 'price' of odd.csv is categorical");
    }

    @Test
    void manyCategoriesAreCountedAndTheMostFrequentIsNamed() {
        Path table = Tables.write(
                folder,
                "many.csv",
                "id,code,key",
                3000,
                row -> "C" + row + ",k" + row % 7 + "," + (row % 9 == 0 ? "top" : "r" + row % 1500));
        List<String> lines =
                Run.of("profile", "--data", table.toString()).out().lines().toList();

        assertThat(lines.get(3)).matches("id +categorical +0.0 % +~(2\\d|30)\\d\\d +~(2\\d|30)\\d\\d categories .*");
        assertThat(lines.get(4)).contains("k0 14.3 %, k1 14.3 %");
        assertThat(lines.get(5))
                .contains(" categories, most frequent top 11.1 %")
                .doesNotContain("other ");
        Path numbers = Tables.write(folder, "numbers.csv", "x", 20_000, row -> "" + row * 1.5);
        assertThat(Run.of("profile", "--data", numbers.toString())
                        .out()
                        .lines()
                        .toList()
                        .get(3))
                .matches("x +numeric +0.0 % +~(1\\d{4}|20000) .*");
    }

    @Test
    void timestampsAreLeftOutAndSaidSo() {
        Run run = drift(
                Tables.with(folder, "then.csv", "at", ROWS, row -> "2026-01-01T00:00:" + (10 + row % 50)),
                Tables.with(folder, "now.csv", "at", ROWS, row -> "2026-02-01T00:00:" + (10 + row % 50)));

        JsonNode report = JsonMapper.builder().build().readTree(run.out());
        assertThat(report.path("features")).hasSize(1);
        assertThat(report.path("notes").get(0).asString())
                .startsWith("column 'at' of then.csv is left out: it is timestamp");
    }
}
