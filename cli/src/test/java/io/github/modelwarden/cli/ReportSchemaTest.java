package io.github.modelwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
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

    @TempDir
    private Path folder;

    @BeforeAll
    static void readSchema() throws IOException {
        String name = "drift-report-" + DriftJson.SCHEMA_VERSION + ".schema.json";
        try (InputStream in = Objects.requireNonNull(DriftJson.class.getResourceAsStream(name), name)) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
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

    @Test
    void theSchemaBites() {
        assertThat(schema.validate("{\"schema_version\": 2, \"verdict\": \"maybe\"}", InputFormat.JSON))
                .hasSizeGreaterThan(2);
    }
}
