package io.github.modelwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QualityCommandTest {

    private static final String HEADER = "id,at,age,plan";

    @TempDir
    private Path folder;

    private Path reference;

    @BeforeEach
    void writeReference() {
        reference = rows("reference.csv", 2000, 1);
    }

    private Path rows(String name, int rows, int seed) {
        return Tables.write(folder, name, HEADER, rows, new Customer(seed)::row);
    }

    /** Rows of customers; every id occurs once. */
    private static final class Customer {

        private final SplittableRandom random;
        private final int seed;

        private Customer(int seed) {
            random = new SplittableRandom(seed);
            this.seed = seed;
        }

        private String row(int row) {
            return String.format(
                    Locale.ROOT,
                    "C%d,2026-01-%02d,%d,%s",
                    seed * 100_000 + row,
                    1 + random.nextInt(28),
                    18 + random.nextInt(60),
                    random.nextInt(3) == 0 ? "basic" : "full");
        }
    }

    private Run quality(String... arguments) {
        String[] all = new String[1 + arguments.length];
        all[0] = "quality";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Run.of(all);
    }

    private Run check(Path current, String... more) {
        String[] arguments = Arrays.copyOf(
                new String[] {"--reference", reference.toString(), "--current", current.toString()}, 4 + more.length);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return quality(arguments);
    }

    @Test
    void rowsLikeTheReferencePass() {
        Run run = check(rows("same.csv", 900, 2));

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("same.csv: passed. 900 rows");
    }

    @Test
    void everythingThatIsBrokenIsFoundAndExitsWithOne() {
        Customer customers = new Customer(3);
        Path broken = Tables.write(folder, "broken.csv", HEADER + ",extra", 900, row -> {
            String[] cells = customers.row(row % 10 == 9 ? row - 1 : row).split(",");
            cells[2] = row % 20 == 0 ? "n.n." : row % 20 == 1 ? "190" : row % 5 == 0 ? "" : cells[2];
            cells[3] = row % 7 == 0 ? "gold" : cells[3];
            return String.join(",", cells) + ",7";
        });
        Run run = check(broken, "--format", "json");
        JsonNode report = JsonMapper.builder().build().readTree(run.out());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(report.path("verdict").asString()).isEqualTo("failed");
        assertThat(report.path("findings")
                        .valueStream()
                        .filter(finding -> finding.path("verdict").asString().equals("failed"))
                        .map(finding -> finding.path("constraint").asString() + " "
                                + finding.path("column").asString("")))
                .containsExactlyInAnyOrder(
                        "duplicates ",
                        "unexpected_columns ",
                        "type age",
                        "missing age",
                        "range age",
                        "categories plan");
        assertThat(run.out()).contains("\"value\": \"n.n.\"", "\"value\": \"gold\"");
    }

    @Test
    void aColumnThatIsGoneOrConstant() {
        Path gone = Tables.write(folder, "gone.csv", "id,at,plan", 500, row -> "C" + row + ",2026-01-02,full");
        Run run = check(gone);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("age, present: the column is not there", "plan, distinct");
    }

    @Test
    void constraintsAreKeptEditedAndChecked() throws IOException {
        Path kept = folder.resolve("constraints.yaml");
        Run written =
                quality("--reference", reference.toString(), "--write-constraints", kept.toString(), "--volume", "0.5");

        assertThat(written.exitCode()).as(written.err()).isZero();
        assertThat(written.out()).contains("constraints written to " + kept);
        String yaml = Files.readString(kept);
        assertThat(yaml).contains("rows:", "duplicates:", "plan:", "allowed: [full, basic]");

        Path current = rows("current.csv", 1500, 4);
        assertThat(quality("--constraints", kept.toString(), "--current", current.toString())
                        .exitCode())
                .isZero();
        Path few = rows("few.csv", 700, 5);
        Run fewer = quality("--constraints", kept.toString(), "--current", few.toString());
        assertThat(fewer.exitCode()).isEqualTo(1);
        assertThat(fewer.out()).contains("rows: ");
        Path edited = Tables.write(folder, "edited.yaml", yaml.replace("allowed: [full, basic]", "allowed: [full]"));
        assertThat(quality("--constraints", edited.toString(), "--current", current.toString())
                        .out())
                .contains("plan, categories");
    }

    @Test
    void freshnessCountsFromTheTimeOfTheCheck() {
        Path constraints = Tables.write(
                folder, "fresh.yaml", "columns:\n  at:\n    freshness: {max_age: 2d, severity: critical}\n");
        Path current = rows("current.csv", 400, 6);
        String[] fresh = {
            "--constraints", constraints.toString(), "--current", current.toString(), "--at", "2026-01-29T12:00:00Z"
        };
        assertThat(quality(fresh).exitCode()).isZero();
        fresh[5] = "2026-02-20T12:00:00+01:00";
        Run stale = quality(fresh);
        assertThat(stale.exitCode()).isEqualTo(1);
        assertThat(stale.out()).contains("at, freshness");
        fresh[5] = "yesterday";
        assertThat(quality(fresh).exitCode()).isEqualTo(64);
    }

    @Test
    void aTableWithoutRowsIsRefusedOnEitherSide() {
        Path empty = Tables.write(folder, "empty.csv", HEADER + "\n");

        assertRefused(check(empty), "empty.csv", "nothing below its header");
        assertRefused(
                quality("--reference", empty.toString(), "--current", reference.toString()),
                "empty.csv",
                "nothing below its header");
    }

    private static void assertRefused(Run run, String... parts) {
        assertThat(run.exitCode()).isEqualTo(65);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(parts).hasLineCount(1);
    }

    @Test
    void infinitiesAreCountedInANoteWhereTheReferenceHasThemToo() {
        Path infinite = Tables.write(
                folder, "infinite.csv", "x,y", 300, row -> (row % 10 == 3 ? "-inf" : "" + row) + "," + row);
        Run run = quality("--reference", infinite.toString(), "--current", infinite.toString());

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out())
                .contains("column 'x': 30 cells are infinite, the first is '-inf' in line 5; they count as no number");
    }

    @Test
    void filesThatCannotBeUsedAreNamed() {
        Run missing = check(folder.resolve("nowhere.csv"));
        assertThat(missing.exitCode()).isEqualTo(65);
        assertThat(missing.err()).contains("nowhere.csv", "no such file").hasLineCount(1);

        Path wrong = Tables.write(folder, "wrong.yaml", "columns:\n  age:\n    rnage: {min: 1}\n");
        Run refused = quality("--constraints", wrong.toString(), "--current", reference.toString());
        assertThat(refused.exitCode()).isEqualTo(65);
        assertThat(refused.err()).contains("wrong.yaml", "rnage").doesNotContain("\tat ");
    }

    @Test
    void aWrongCommandLineIsSaid() {
        assertUsage(quality("--current", "a.csv"), "expected --reference FILE");
        assertUsage(quality("--reference", "a.csv"), "expected --current FILE");
        assertUsage(
                quality("--constraints", "c.yaml", "--current", "a.csv", "--write-constraints", "d.yaml"),
                "either --constraints",
                "--write-constraints");
        assertUsage(check(reference, "--false-alarms", "0"), "false-alarm rate above 0");
        assertUsage(check(reference, "--format", "html"), "[text, json]");
    }

    private static void assertUsage(Run run, String... parts) {
        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains(parts).doesNotContain("\tat ");
    }
}
