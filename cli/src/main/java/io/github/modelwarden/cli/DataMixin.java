package io.github.modelwarden.cli;

import io.github.modelwarden.cli.input.DataOptions;
import io.github.modelwarden.config.SchemaFile;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options of every command that reads tables. */
final class DataMixin {

    private static final int MAX_BINS = 100;

    @Option(
            names = "--schema",
            paramLabel = "FILE",
            description =
                    "Schema file (YAML): reads the columns it names, with the types it gives. Without it every column"
                            + " is read and types are inferred.")
    private @Nullable Path schema;

    @Option(
            names = "--score",
            paramLabel = "COLUMN",
            description = "Column with the model's score; features are then ranked by what their drift does to it.")
    private @Nullable String score;

    @Option(
            names = "--missing",
            paramLabel = "WORD",
            description = "A word that stands for a missing value, beside the blank cell, NA, NaN, null and the like;"
                    + " may be given again.")
    private Set<String> missing = new LinkedHashSet<>();

    @Option(
            names = "--ignore",
            paramLabel = "COLUMN",
            description = "A column to leave out, such as a customer number; may be given again.")
    private Set<String> ignored = new LinkedHashSet<>();

    DataOptions options() {
        return new DataOptions(
                Optional.ofNullable(schema).map(SchemaFile::read), Optional.ofNullable(score), missing, ignored);
    }

    static void requireBins(int bins, CommandSpec spec) {
        if (bins < 2 || bins > MAX_BINS) {
            throw new ParameterException(
                    spec.commandLine(), "--bins: expected 2 to " + MAX_BINS + " bins but got " + bins);
        }
    }
}
