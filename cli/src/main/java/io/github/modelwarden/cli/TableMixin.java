package io.github.modelwarden.cli;

import io.github.modelwarden.cli.input.DataOptions;
import io.github.modelwarden.config.SchemaFile;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of commands that read all columns of a table. */
final class TableMixin {

    @Option(
            names = "--schema",
            paramLabel = "FILE",
            description =
                    "Schema file (YAML): reads the columns it names, with the types it gives. Without it every column"
                            + " is read and types are inferred.")
    private @Nullable Path schema;

    @Option(
            names = "--ignore",
            paramLabel = "COLUMN",
            description = "A column to leave out, such as a customer number; may be given again.")
    private Set<String> ignored = new LinkedHashSet<>();

    @Mixin
    private MissingMixin missing = new MissingMixin();

    DataOptions options(Optional<String> score) {
        return new DataOptions(Optional.ofNullable(schema).map(SchemaFile::read), score, missing.words(), ignored);
    }
}
