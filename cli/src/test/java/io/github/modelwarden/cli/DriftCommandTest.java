package io.github.modelwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DriftCommandTest {

    @TempDir
    private Path folder;

    private Path reference;

    @BeforeEach
    void writeReference() {
        reference = Tables.customers(folder, "reference.csv", 2000, 0);
    }

    private Run drift(Path current, String... more) {
        String[] arguments = new String[5 + more.length];
        arguments[0] = "drift";
        arguments[1] = "--reference";
        arguments[2] = reference.toString();
        arguments[3] = "--current";
        arguments[4] = current.toString();
        System.arraycopy(more, 0, arguments, 5, more.length);
        return Run.of(arguments);
    }

    private static JsonNode json(Run run) {
        return JsonMapper.builder().build().readTree(run.out());
    }

    @Test
    void aTableThatMovedIsDriftAndExitsWithOne() {
        Run run = drift(Tables.customers(folder, "moved.csv", 1000, 0.5));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("Drift in 2 of 4 features\n")
                .contains("age drifted; the largest move: the share of")
                .contains("reference.csv, 2\u202f000 rows");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void unchangedDataIsStableAndExitsWithZero() {
        Run run = drift(Tables.customers(folder, "same.csv", 1000, 0));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Stable: no drift in 4 features\n").contains("could hide the largest change");
    }

    @Test
    void tooFewRowsAreInconclusiveAndExitWithTwo() {
        Run run = drift(Tables.customers(folder, "few.csv", 20, 0.5));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("20 of the 50 rows that a verdict needs");
    }

    @Test
    void aJsonReportHasTheDocumentedShape() {
        Run run = drift(Tables.customers(folder, "moved.csv", 1000, 0.5), "--format", "json", "--alpha", "0.01");

        JsonNode report = json(run);
        assertThat(report.path("schema_version").asInt()).isEqualTo(1);
        assertThat(report.path("verdict").asString()).isEqualTo("drifted");
        assertThat(report.path("alpha").asDouble()).isEqualTo(0.01);
        assertThat(report.path("correction").asString()).isEqualTo("bh");
        assertThat(report.path("features").get(0).path("feature").asString()).isEqualTo("age");
        assertThat(report.path("features")
                        .get(0)
                        .path("tests")
                        .get(0)
                        .path("statistic")
                        .asString())
                .isEqualTo("psi");
        assertThat(report.path("reference").path("rows").asLong()).isEqualTo(2000);
    }

    @Test
    void anHtmlReportGoesToAFile() throws IOException {
        Path page = folder.resolve("report.html");
        Run run = drift(Tables.customers(folder, "moved.csv", 1000, 0.5), "--format", "html", "--out", page.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("Drift in 2 of 4 features");
    }

    @Test
    void featuresAreRankedByTheScoreWhenItIsNamed() {
        Run run = drift(Tables.customers(folder, "moved.csv", 1000, 0.5), "--score", "score", "--format", "json");

        JsonNode features = json(run).path("features");
        assertThat(features.get(0).path("output_effect").asDouble()).isBetween(0.05, 0.2);
        assertThat(features.get(1).path("output_effect").asDouble()).isBetween(-0.02, 0.02);
        assertThat(features.get(0).path("rank").asInt())
                .isLessThan(features.get(1).path("rank").asInt());
        assertThat(features.get(3).path("feature").asString()).isEqualTo("_score");
    }

    @Test
    void aProfileStandsForItsTable() {
        Path profile = folder.resolve("reference.mwp");
        Run.of("profile", "--data", reference.toString(), "--out", profile.toString());
        Path moved = Tables.customers(folder, "moved.csv", 1000, 0.5);
        Run byTable = drift(moved, "--format", "json");
        Run byProfile =
                Run.of("drift", "--reference", profile.toString(), "--current", moved.toString(), "--format", "json");

        assertThat(byProfile.exitCode()).isEqualTo(1);
        assertThat(json(byProfile).path("features").get(0).path("adjusted_p_value"))
                .isEqualTo(json(byTable).path("features").get(0).path("adjusted_p_value"));
    }

    @Test
    void twoProfilesAreComparedWhenTheyShareTheirBins() {
        Path profile = folder.resolve("reference.mwp");
        Path like = folder.resolve("like.mwp");
        Path other = folder.resolve("other.mwp");
        Path moved = Tables.customers(folder, "moved.csv", 1000, 0.5);
        Run.of("profile", "--data", reference.toString(), "--out", profile.toString());
        Run.of("profile", "--data", moved.toString(), "--like", profile.toString(), "--out", like.toString());
        Run.of("profile", "--data", moved.toString(), "--out", other.toString());

        assertThat(Run.of("drift", "--reference", profile.toString(), "--current", like.toString())
                        .exitCode())
                .isEqualTo(1);
        Run refused = Run.of("drift", "--reference", profile.toString(), "--current", other.toString());
        assertThat(refused.exitCode()).isEqualTo(65);
        assertThat(refused.err())
                .contains("other.mwp", "'age' was counted over other bins", "profile --data FILE --like")
                .hasLineCount(1);
    }

    @Test
    void columnsAreMatchedByNameAndWhatOneSideLacksIsSaid() {
        Path current = Tables.write(
                folder,
                "reordered.csv",
                "plan,extra,age",
                500,
                row -> (row % 3 == 0 ? "basic" : "full") + ",1," + (40 + row % 30));
        Run run = drift(current, "--format", "json");

        JsonNode report = json(run);
        assertThat(verdict(report, "tenure")).isEqualTo("inconclusive");
        assertThat(feature(report, "tenure").path("reason").asString())
                .isEqualTo("the current file reordered.csv has no column of this name");
        assertThat(verdict(report, "plan")).isEqualTo("stable");
        assertThat(report.path("notes").toString()).contains("they were left out: extra");
    }

    @Test
    void aSchemaFixesColumnsTypesAndCategories() {
        Path schema = Tables.write(folder, "schema.yaml", """
                model: churn
                features:
                  - {name: age, type: numeric}
                  - {name: plan, type: categorical, categories: [basic, full]}
                label: {name: churn, positive: churn, negative: stay}
                score: score
                """);
        Run run = drift(
                Tables.customers(folder, "moved.csv", 1000, 0.5), "--schema", schema.toString(), "--format", "json");

        JsonNode report = json(run);
        assertThat(report.path("features")).hasSize(3);
        assertThat(feature(report, "age").path("output_effect").isNumber()).isTrue();
        assertThat(feature(report, "plan").path("bins").get(0).path("bin").asString())
                .isEqualTo("c_basic");
    }

    @Test
    void allFeaturesCanBeTestedTogether() {
        Run run = drift(
                Tables.customers(folder, "moved.csv", 1000, 0.5),
                "--joint",
                "classifier,pca",
                "--format",
                "json",
                "--ignore",
                "tenure");

        JsonNode joint = json(run).path("joint");
        assertThat(joint.get(0).path("test").asString()).isEqualTo("domain_classifier_auc");
        assertThat(joint.get(0).path("verdict").asString()).isEqualTo("drifted");
        assertThat(joint.get(0).path("feature_shares").has("age")).isTrue();
        assertThat(joint.get(0).path("feature_shares").has("tenure")).isFalse();
        assertThat(joint.get(1).path("test").asString()).isEqualTo("pca_reconstruction_error");
    }

    @Test
    void impossibleOptionsAreUsageErrors() {
        Path same = Tables.customers(folder, "same.csv", 200, 0);

        assertThat(drift(same, "--alpha", "2").exitCode()).isEqualTo(64);
        assertThat(drift(same, "--alpha", "2").err()).contains("between 0 and 1 but got 2.0");
        assertThat(drift(same, "--correction", "fdr").err()).contains("[holm, bh, by, none] but got 'fdr'");
        assertThat(drift(same, "--bins", "1").err()).contains("expected 2 to 100 bins but got 1");
        assertThat(drift(same, "--format", "pdf").err()).contains("[text, json, html] but got 'pdf'");
        assertThat(drift(same, "--score", "skore").exitCode()).isEqualTo(65);
        assertThat(drift(same, "--score", "skore").err()).contains("expected the score column 'skore'");
        assertThat(Run.of("drift", "--reference", "a.csv").err()).contains("--current");
    }

    private static JsonNode feature(JsonNode report, String name) {
        return report.path("features")
                .valueStream()
                .filter(feature -> feature.path("feature").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String verdict(JsonNode report, String name) {
        return feature(report, name).path("verdict").asString();
    }
}
