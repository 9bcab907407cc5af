package io.github.modelwarden.cli;

import io.github.modelwarden.cli.input.DataOptions;
import io.github.modelwarden.cli.input.QualityRows;
import io.github.modelwarden.config.ConstraintsFile;
import io.github.modelwarden.core.quality.ConstraintSet;
import io.github.modelwarden.core.quality.ConstraintSuggestion;
import io.github.modelwarden.core.quality.QualityCheck;
import io.github.modelwarden.core.quality.QualityReport;
import io.github.modelwarden.core.quality.Suggestion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code ./modelwarden quality}: checks a table against constraints, which a reference suggests. */
@Command(
        name = "quality",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a table: missing values, types, ranges, unseen categories, duplicates, constant columns, freshness and"
                    + " number of rows.",
            "",
            "  quality --reference FILE --current FILE                with constraints that the reference suggests",
            "  quality --reference FILE --write-constraints FILE      keeps these constraints, to be edited",
            "  quality --constraints FILE --current FILE              with constraints that were kept",
            "",
            "A table is CSV, Parquet or JSON lines; constraints are YAML.",
            "Exit code 0: passed. 1: a constraint is broken. 2: one could not be judged."
        })
final class QualityCommand implements Callable<Integer> {

    @Option(names = "--reference", paramLabel = "FILE", description = "Rows that are known to be good.")
    private @Nullable Path reference;

    @Option(names = "--current", paramLabel = "FILE", description = "The rows to check.")
    private @Nullable Path current;

    @Option(
            names = "--constraints",
            paramLabel = "FILE",
            description = "Constraints to check, in place of those that the reference suggests.")
    private @Nullable Path constraints;

    @Option(
            names = "--write-constraints",
            paramLabel = "FILE",
            description = "Writes the constraints that the reference suggests, each with its reason.")
    private @Nullable Path written;

    @Option(
            names = "--volume",
            paramLabel = "SHARE",
            description = "Also expects as many rows as the reference has, give or take this share, such as 0.5.")
    private @Nullable Double volume;

    @Option(
            names = "--false-alarms",
            paramLabel = "RATE",
            defaultValue = "0.01",
            description = "Probability that unchanged data has even one constraint called broken; ${DEFAULT-VALUE}"
                    + " unless said otherwise.")
    private double falseAlarms;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Time of the check, such as 2026-01-31T12:00:00Z; now unless said otherwise. Freshness counts"
                    + " from it.")
    private @Nullable Instant time;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = FormatConverter.class,
            description = "text (the default) or json.")
    private Format format = Format.TEXT;

    @Mixin
    private TableMixin data = new TableMixin();

    @Mixin
    private Output output = new Output();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    /** The forms of a report. */
    private enum Format {
        TEXT {
            @Override
            String render(QualityReport report) {
                return report.toText();
            }
        },
        JSON {
            @Override
            String render(QualityReport report) {
                return report.toJson();
            }
        };

        abstract String render(QualityReport report);
    }

    @Override
    public Integer call() {
        requireFiles();
        ConstraintSuggestion suggestion = suggestion();
        QualityCheck check = check();
        DataOptions options = data.options(Optional.empty());
        options.requireIgnored(readFiles());
        QualityRows rows = new QualityRows(options, Terminal.progress(spec));
        List<String> notes = new ArrayList<>();
        ConstraintSet set = constraints == null ? suggested(rows, suggestion, notes) : kept(constraints, notes);
        if (current == null) {
            notes.forEach(spec.commandLine().getOut()::println);
            return ExitCode.OK;
        }
        QualityReport report = rows.check(current, set, check).from(current.toString(), notes);
        output.write(format.render(report), spec.commandLine().getOut());
        return switch (report.verdict()) {
            case PASSED -> ExitCode.OK;
            case FAILED -> ExitCode.FOUND;
            case INCONCLUSIVE -> ExitCode.INCONCLUSIVE;
        };
    }

    private void requireFiles() {
        if (reference == null && constraints == null) {
            throw wrong("expected --reference FILE, to take constraints from it, or --constraints FILE", null);
        }
        if (current == null && (written == null || constraints != null)) {
            throw wrong("expected --current FILE, the rows to check", null);
        }
        if (constraints != null && (written != null || volume != null)) {
            throw wrong(
                    "expected either --constraints, to check what was kept, or "
                            + (written == null ? "--volume" : "--write-constraints")
                            + ", for what a reference suggests",
                    null);
        }
    }

    private Path[] readFiles() {
        return Stream.of(constraints == null ? reference : null, current)
                .filter(Objects::nonNull)
                .toArray(Path[]::new);
    }

    private ConstraintSet suggested(QualityRows rows, ConstraintSuggestion suggestion, List<String> notes) {
        List<Suggestion> suggestions = rows.suggest(Objects.requireNonNull(reference), suggestion, notes::add);
        if (written != null) {
            Output.write(written, ConstraintsFile.write(suggestions).getBytes(StandardCharsets.UTF_8));
            notes.add(suggestions.size() + (suggestions.size() == 1 ? " constraint" : " constraints") + " written to "
                    + written);
        }
        return Suggestion.constraints(suggestions);
    }

    private ConstraintSet kept(Path file, List<String> notes) {
        if (reference != null) {
            notes.add("the constraints of " + file + " were checked; the reference " + reference + " was not read");
        }
        return ConstraintsFile.read(file);
    }

    private ConstraintSuggestion suggestion() {
        try {
            ConstraintSuggestion defaults = ConstraintSuggestion.withDefaults();
            return volume == null ? defaults : defaults.withVolume(volume);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()), e);
        }
    }

    private QualityCheck check() {
        try {
            return QualityCheck.withDefaults().withFalseAlarms(falseAlarms).at(time == null ? Instant.now() : time);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()), e);
        }
    }

    private ParameterException wrong(String message, @Nullable Throwable cause) {
        return new ParameterException(spec.commandLine(), message, cause);
    }

    /** Takes times of ISO 8601 with a zone. */
    static final class TimeConverter implements ITypeConverter<Instant> {

        @Override
        public Instant convert(String text) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException e) {
                throw new TypeConversionException(
                        "expected a time such as 2026-01-31T12:00:00Z but got '" + text + "'");
            }
        }
    }

    /** Takes the words of {@link Format}. */
    static final class FormatConverter implements ITypeConverter<Format> {

        @Override
        public Format convert(String word) {
            return Words.parse(Format.values(), word);
        }
    }
}
