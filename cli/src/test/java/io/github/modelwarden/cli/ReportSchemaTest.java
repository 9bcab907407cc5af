package io.github.modelwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.modelwarden.core.performance.PerformanceReport;
import io.github.modelwarden.core.quality.QualityReport;
import io.github.modelwarden.drift.rendering.DriftJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportSchemaTest {

    private static Schema schema;
    private static Schema performance;
    private static Schema quality;

    @TempDir
    private Path folder;

    @BeforeAll
    static void readSchemas() throws IOException {
        schema = schema(DriftJson.class, "drift-report-" + DriftJson.SCHEMA_VERSION + ".schema.json");
        performance = schema(
                PerformanceReport.class, "performance-report-" + PerformanceReport.SCHEMA_VERSION + ".schema.json");
        quality = schema(QualityReport.class, "quality-report-" + QualityReport.SCHEMA_VERSION + ".schema.json");
    }

    private static Schema schema(Class<?> beside, String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }

    private List<Error> errors(Path reference, Path current, String... more) {
        String[] arguments = {
            "drift", "--reference", reference.toString(), "--current", current.toString(), "--format", "json"
        };
        String[] all = java.util.stream.Stream.of(arguments, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
        return schema.validate(Run.of(all).out(), InputFormat.JSON);
    }

    @Test
    void reportsWithEveryOutcomeFollowThePublishedSchema() {
        Path reference = Tables.customers(folder, "reference.csv", 2000, 0);

        assertThat(errors(
                        reference,
                        Tables.customers(folder, "moved.csv", 900, 0.5),
                        "--score",
                        "score",
                        "--joint",
                        "classifier,mmd,pca"))
                .isEmpty();
        assertThat(errors(reference, Tables.customers(folder, "same.csv", 900, 0)))
                .isEmpty();
        assertThat(errors(reference, Tables.customers(folder, "few.csv", 3, 0), "--joint", "pca"))
                .isEmpty();
        assertThat(errors(
                        Tables.with(folder, "then.csv", "x", 300, row -> row == 4 ? "bad" : "" + row),
                        Tables.with(folder, "now.csv", "x", 300, row -> "" + row),
                        "--correction",
                        "none"))
                .isEmpty();
    }

    private static List<Error> performanceErrors(Path data, String... more) {
        String[] arguments = {"performance", "--data", data.toString(), "--label", "y", "--format", "json"};
        String[] all = java.util.stream.Stream.of(arguments, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
        return performance.validate(Run.of(all).out(), InputFormat.JSON);
    }

    @Test
    void performanceReportsOfEveryKindFollowThePublishedSchema() {
        Path rows = Tables.write(
                folder,
                "rows.csv",
                "y,said,p,number,p_b",
                60,
                row -> (row % 2 == 0 ? "a" : "b") + "," + (row % 3 == 0 ? "a" : "b") + ",0." + row % 10 + ","
                        + row * 1.5 + ",0." + (10 - row % 10));

        assertThat(performanceErrors(rows, "--score", "p")).isEmpty();
        assertThat(performanceErrors(rows, "--prediction", "said")).isEmpty();
        assertThat(performanceErrors(rows, "--prediction", "said", "--kind", "multiclass"))
                .isEmpty();
        assertThat(performanceErrors(
                        Tables.write(folder, "numbers.csv", "y,said", 60, row -> row + "," + row * 1.1),
                        "--prediction",
                        "said"))
                .isEmpty();
        assertThat(performanceErrors(Tables.write(folder, "one.csv", "y,p\n1,0.3\n"), "--score", "p"))
                .isEmpty();
        assertThat(performanceErrors(Tables.write(folder, "none.csv", "y,p\n,0.3\n"), "--score", "p"))
                .isEmpty();
        assertThat(performance.validate(
                        "{\"schema_version\": 2, \"metrics\": {\"f1\": {\"value\": null}}}", InputFormat.JSON))
                .hasSizeGreaterThan(2);
    }

    private static Run quality(String... more) {
        String[] arguments = {"quality", "--format", "json", "--at", "2026-01-31T12:00:00Z"};
        return Run.of(java.util.stream.Stream.of(arguments, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new));
    }

    @Test
    void qualityReportsOfEveryVerdictFollowThePublishedSchema() {
        String reference = Tables.customers(folder, "reference.csv", 2000, 0).toString();
        String few = Tables.customers(folder, "few.csv", 3, 0).toString();
        String broken = Tables.write(
                        folder,
                        "broken.csv",
                        "age,plan,score,extra,at",
                        400,
                        row -> (row % 3 == 0 ? "x" : "900") + ",new" + row % 5 + ",,1,2025-01-01")
                .toString();
        String constraints = Tables.write(
                        folder,
                        "kept.yaml",
                        "table:\n  rows: {min: 1000}\ncolumns:\n  at:\n    freshness: {max_age: 2d}\n")
                .toString();

        for (Run run : List.of(
                quality("--reference", reference, "--current", reference),
                quality("--reference", reference, "--current", few),
                quality("--reference", reference, "--current", broken),
                quality("--constraints", constraints, "--current", broken))) {
            assertThat(run.exitCode()).as(run.err()).isLessThan(64);
            assertThat(quality.validate(run.out(), InputFormat.JSON))
                    .as(run.out())
                    .isEmpty();
        }
        assertThat(quality.validate(
                        "{\"schema_version\": 2, \"verdict\": \"maybe\", \"findings\": [{}]}", InputFormat.JSON))
                .hasSizeGreaterThan(10);
    }

    @Test
    void theSchemaBites() {
        assertThat(schema.validate("{\"schema_version\": 2, \"verdict\": \"maybe\"}", InputFormat.JSON))
                .hasSizeGreaterThan(2);
    }
}
