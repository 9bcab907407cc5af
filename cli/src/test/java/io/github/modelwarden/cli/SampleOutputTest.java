package io.github.modelwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.config.ConstraintsFile;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.BaselineCodec;
import io.github.modelwarden.core.quality.ConstraintSuggestion;
import io.github.modelwarden.core.quality.QualityCheck;
import io.github.modelwarden.tabular.TableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the pages show is what the commands print for the tables in {@code examples}. Run with {@code
 * -Dmodelwarden.samples=write} it writes the samples anew.
 */
class SampleOutputTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path TABLES = ROOT.resolve("examples/drift");
    private static final Path PREDICTIONS = ROOT.resolve("examples/performance/predictions.csv");
    private static final Path SAMPLES = ROOT.resolve("docs-site/src/docs/asciidoc/samples");
    private static final String REFERENCE = TABLES.resolve("reference.csv").toString();
    private static final String CURRENT = TABLES.resolve("current.csv").toString();
    private static final String TWO_FEATURES =
            SAMPLES.resolve("two-features.yaml").toString();

    /** The lower byte of the version in the header of a profile. */
    private static final int VERSION_BYTE = 5;

    /** Digits beyond these differ between machines. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d{6,}(E-?\\d+)?");

    @TempDir
    private Path folder;

    private static Run drift(int exitCode, String... more) {
        List<String> arguments = new ArrayList<>(List.of("drift", "--reference", REFERENCE, "--current", CURRENT));
        arguments.addAll(List.of(more));
        return run(exitCode, arguments.toArray(String[]::new));
    }

    private static Run run(int exitCode, String... arguments) {
        Run run = Run.of(arguments);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
        return run;
    }

    private static void assertShown(Path sample, String printed) {
        String text = printed.replace(ROOT + "/", "");
        try {
            if ("write".equals(System.getProperty("modelwarden.samples"))) {
                Files.writeString(sample, text);
            }
            assertThat(rounded(Files.readString(sample)))
                    .as("%s is out of date; samples/README.md says how it is written anew", sample.getFileName())
                    .isEqualTo(rounded(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rounded(String text) {
        return NUMBER.matcher(text)
                .replaceAll(number -> Matcher.quoteReplacement(
                        String.format(java.util.Locale.ROOT, "%.9g", Double.parseDouble(number.group()))));
    }

    @Test
    void theTablesThatWereMadeUp() throws IOException {
        ExampleTables.write(folder);

        assertShown(TABLES.resolve("reference.csv"), Files.readString(folder.resolve("reference.csv")));
        assertShown(TABLES.resolve("current.csv"), Files.readString(folder.resolve("current.csv")));
    }

    @Test
    void theTextReport() {
        assertShown(
                SAMPLES.resolve("drift-report.txt"),
                drift(1, "--score", "churn_score").out());
    }

    @Test
    void aReportOfTooFewRows() throws IOException {
        Path few = folder.resolve("few.csv");
        Files.write(few, Files.readAllLines(Path.of(CURRENT)).subList(0, 40));

        Run run = run(2, "drift", "--reference", REFERENCE, "--current", few.toString(), "--schema", TWO_FEATURES);
        assertShown(
                SAMPLES.resolve("too-few-rows.txt"),
                run.out().substring(run.out().indexOf("\nage:") + 1, run.out().indexOf("\nnote:")));
    }

    @Test
    void theTestsOfAllFeaturesTogether() {
        String report = drift(1, "--schema", TABLES.resolve("schema.yaml").toString(), "--joint", "classifier,mmd,pca")
                .out();

        assertShown(
                SAMPLES.resolve("joint-tests.txt"),
                report.substring(report.indexOf("\nAll features together") + 1, report.indexOf("\nage drifted")));
    }

    @Test
    void textInAColumnOfNumbers() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(CURRENT)));
        for (int line : new int[] {3, 9, 20}) {
            // the third cell is the age
            lines.set(line, lines.get(line).replaceFirst("^([^,]*,[^,]*,)[^,]*", "$1old"));
        }
        Path current = Files.write(folder.resolve("current.csv"), lines);

        Run run = run(1, "drift", "--reference", REFERENCE, "--current", current.toString(), "--schema", TWO_FEATURES);
        assertShown(
                SAMPLES.resolve("text-in-numbers.txt"),
                run.out()
                                .lines()
                                .filter(line -> line.startsWith("age:"))
                                .findFirst()
                                .orElseThrow() + "\n");
    }

    @Test
    void refusedTables() {
        List<Path> tables = List.of(
                file("ragged.csv", "age,tenure\n41,20\n49,72,1\n"),
                file("twice.csv", "age,age\n41,20\n"),
                file("no-name.csv", ",age\n1,41\n"),
                file("open-quote.csv", "age,city\n41,\"Lisbon\n49,Porto\n"),
                file("header-only.csv", "age,tenure\n"),
                file("empty.csv", ""),
                file("cut.parquet", "PAR1 and then the copy was stopped"),
                file("broken.jsonl", "{\"age\": 41}\n{\"age\":\n"),
                file("book.csv", "PK\u0003\u0004"));

        assertShown(SAMPLES.resolve("refused-tables.txt"), refusals(tables));
    }

    @Test
    void refusedProfiles() throws IOException {
        Path profile = folder.resolve("reference.mwp");
        run(0, "profile", "--data", REFERENCE, "--schema", TWO_FEATURES, "--out", profile.toString());
        byte[] bytes = Files.readAllBytes(profile);
        byte[] newer = bytes.clone();
        newer[VERSION_BYTE] = BaselineCodec.VERSION + 1;
        byte[] damaged = bytes.clone();
        damaged[bytes.length / 2] ^= 1;
        List<Path> profiles = List.of(
                Files.write(folder.resolve("newer.mwp"), newer),
                Files.write(folder.resolve("cut.mwp"), Arrays.copyOf(bytes, bytes.length / 2)),
                Files.write(folder.resolve("damaged.mwp"), damaged),
                Files.copy(Path.of(CURRENT), folder.resolve("foreign.mwp")));

        assertShown(SAMPLES.resolve("refused-profiles.txt"), refusals(profiles));
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the command says to each of some files, one sentence a line. */
    private String refusals(List<Path> files) {
        return files.stream()
                .map(path -> run(65, "drift", "--reference", path.toString(), "--current", CURRENT)
                        .err())
                .collect(Collectors.joining("\n"))
                .replace(folder + "/", "");
    }

    @Test
    void theReportOfTwoFeaturesAsJson() {
        assertShown(
                SAMPLES.resolve("drift-report.json"),
                drift(1, "--schema", TWO_FEATURES, "--bins", "3", "--format", "json")
                        .out());
    }

    @Test
    void theReportAsAPage() {
        assertShown(
                ROOT.resolve("docs-site/src/docs/site/downloads/drift-report.html"),
                drift(1, "--score", "churn_score", "--ignore", "customer_id", "--format", "html")
                        .out());
    }

    @Test
    void theSummaryOfATable() {
        assertShown(
                SAMPLES.resolve("profile.txt"),
                run(0, "profile", "--data", REFERENCE, "--ignore", "customer_id")
                        .out());
    }

    @Test
    void aProfileAsJson() {
        String profile = folder.resolve("reference.mwp").toString();
        run(0, "profile", "--data", REFERENCE, "--schema", TWO_FEATURES, "--bins", "3", "--out", profile);

        assertShown(
                SAMPLES.resolve("profile.json"),
                run(0, "profile", "--show", profile).out());
    }

    @Test
    void aComparisonOfProfilesWithOtherBins() {
        Path then = folder.resolve("reference.mwp");
        Path now = folder.resolve("current.mwp");
        run(0, "profile", "--data", REFERENCE, "--ignore", "customer_id", "--out", then.toString());
        run(0, "profile", "--data", CURRENT, "--ignore", "customer_id", "--out", now.toString());
        Run refused = run(65, "drift", "--reference", then.toString(), "--current", now.toString());

        assertShown(SAMPLES.resolve("other-bins.txt"), refused.err().replace(folder + "/", ""));
    }

    @Test
    void theConstraintsOfTheReferenceAndWhatTheCurrentRowsBreak() {
        Table reference =
                TableFile.of(Path.of(REFERENCE)).without(List.of("city")).load();
        String constraints =
                ConstraintsFile.write(ConstraintSuggestion.withDefaults().from(reference));
        Table current = TableFile.of(Path.of(CURRENT)).without(List.of("city")).load();

        assertShown(SAMPLES.resolve("constraints.yaml"), constraints);
        assertShown(
                SAMPLES.resolve("quality-report.txt"),
                QualityCheck.withDefaults()
                        .check(ConstraintsFile.parse(constraints, "constraints.yaml"), current)
                        .toText());
    }

    @Test
    void thePredictionsThatWereMadeUp() throws IOException {
        ExampleTables.writePredictions(folder);

        assertShown(PREDICTIONS, Files.readString(folder.resolve("predictions.csv")));
    }

    @Test
    void thePerformanceOfPredictions() {
        assertShown(
                SAMPLES.resolve("performance-report.txt"),
                run(0, "performance", "--data", PREDICTIONS.toString(), "--label", "churned", "--score", "churn_score")
                        .out());
    }

    @Test
    void thePerformanceAsAPage() {
        assertShown(
                ROOT.resolve("docs-site/src/docs/site/downloads/performance-report.html"),
                run(
                                0,
                                "performance",
                                "--data",
                                PREDICTIONS.toString(),
                                "--label",
                                "churned",
                                "--score",
                                "churn_score",
                                "--format",
                                "html")
                        .out());
    }

    @Test
    void whatIsBrokenInTheCurrentTable() {
        assertShown(
                SAMPLES.resolve("quality-command.txt"),
                run(1, "quality", "--reference", REFERENCE, "--current", CURRENT, "--ignore", "city")
                        .out());
    }
}
