package io.github.modelwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.config.ConstraintsFile;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.quality.ConstraintSuggestion;
import io.github.modelwarden.core.quality.QualityCheck;
import io.github.modelwarden.tabular.TableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    void theTextReport() {
        assertShown(
                SAMPLES.resolve("drift-report.txt"),
                drift(1, "--score", "churn_score").out());
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
