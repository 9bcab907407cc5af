package io.github.modelwarden.cli;

import io.github.modelwarden.cli.input.DataOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options of every command that profiles tables. */
final class DataMixin {

    private static final int MAX_BINS = 100;

    @Option(
            names = "--score",
            paramLabel = "COLUMN",
            description = "Column with the model's score; features are then ranked by what their drift does to it.")
    private @Nullable String score;

    @Mixin
    private TableMixin table = new TableMixin();

    DataOptions options() {
        return table.options(Optional.ofNullable(score));
    }

    static void requireBins(int bins, CommandSpec spec) {
        if (bins < 2 || bins > MAX_BINS) {
            throw new ParameterException(
                    spec.commandLine(), "--bins: expected 2 to " + MAX_BINS + " bins but got " + bins);
        }
    }
}
