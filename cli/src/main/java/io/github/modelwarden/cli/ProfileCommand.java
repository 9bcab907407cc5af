package io.github.modelwarden.cli;

import io.github.modelwarden.cli.input.Current;
import io.github.modelwarden.cli.input.DataOptions;
import io.github.modelwarden.cli.input.ProfileFile;
import io.github.modelwarden.cli.input.ProfileSettings;
import io.github.modelwarden.cli.input.Progress;
import io.github.modelwarden.cli.input.Reference;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.BaselineCodec;
import io.github.modelwarden.core.profile.ProfileJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./modelwarden profile}: what a table holds, as a file to compare later tables with. */
@Command(
        name = "profile",
        mixinStandardHelpOptions = true,
        description = {
            "Summarises a table: types, missing values, distributions. The summary can be kept as a profile and compared"
                    + " with by `drift` in place of the table, whose rows are not in it.",
            "",
            "  profile --data FILE                  prints what was found",
            "  profile --data FILE --out FILE.mwp   also keeps it as a profile",
            "  profile --show FILE.mwp              prints a profile as JSON"
        })
final class ProfileCommand implements Callable<Integer> {

    @Option(names = "--data", paramLabel = "FILE", description = "A table: CSV, Parquet or JSON lines.")
    private @Nullable Path table;

    @Option(names = "--show", paramLabel = "FILE", description = "A profile to print as JSON.")
    private @Nullable Path shown;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the profile is written, by custom *.mwp.")
    private @Nullable Path out;

    @Option(
            names = "--like",
            paramLabel = "FILE",
            description = "A profile whose bins are used, so that the new one can be compared with it.")
    private @Nullable Path like;

    @Option(
            names = "--bins",
            paramLabel = "COUNT",
            defaultValue = "10",
            description = "Bins of a numeric feature; ${DEFAULT-VALUE} unless said otherwise.")
    private int bins;

    @Mixin
    private DataMixin data = new DataMixin();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter print = spec.commandLine().getOut();
        if (shown != null && table == null && out == null) {
            print.print(ProfileJson.of(ProfileFile.read(shown)));
            return ExitCode.OK;
        }
        if (shown != null || table == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "expected either --data FILE, to profile a table, or --show FILE, to print a profile");
        }
        DataMixin.requireBins(bins, spec);
        Summary summary = summary(table);
        print.print(summary.text());
        if (out != null) {
            Output.write(out, bytes(summary.baseline().withMetadata(Map.of("source", fileName(table)))));
            print.println();
            print.println("profile written to " + out);
        }
        return ExitCode.OK;
    }

    private record Summary(Baseline baseline, String text) {}

    private Summary summary(Path path) {
        DataOptions options = data.options();
        options.requireIgnored(path);
        ProfileSettings settings = ProfileSettings.countsOnly(bins);
        Progress progress = Terminal.progress(spec);
        if (like == null) {
            Reference found = Reference.read(path, options, settings, progress);
            return new Summary(found.baseline(), ColumnTable.of(found.baseline().profile(), found.report()));
        }
        Reference reference = Reference.ofProfile(like);
        Current current = Current.read(path, reference, options, settings, progress);
        if (!current.problems().isEmpty()) {
            Map.Entry<String, String> first =
                    current.problems().entrySet().iterator().next();
            throw CommandFailure.data(
                    "'" + first.getKey() + "' cannot be profiled like " + like + ": " + first.getValue());
        }
        return new Summary(Baseline.of(current.profile()), ColumnTable.of(current.profile(), Optional.empty()));
    }

    private static String fileName(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    private static byte[] bytes(Baseline baseline) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            BaselineCodec.write(baseline, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }
}
