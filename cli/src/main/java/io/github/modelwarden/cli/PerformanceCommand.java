package io.github.modelwarden.cli;

import io.github.modelwarden.cli.input.LabeledRows;
import io.github.modelwarden.core.performance.ModelKind;
import io.github.modelwarden.core.performance.PerformanceColumns;
import io.github.modelwarden.core.performance.PerformanceReport;
import io.github.modelwarden.core.performance.rendering.PerformanceHtml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./modelwarden performance}: how good predictions were, by a table that has the labels too. */
@Command(
        name = "performance",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how good a model's predictions were: every metric that the columns allow, with a confidence interval"
                    + " and the rows it rests on, and a reason in place of a metric that is undefined.",
            "",
            "  performance --data FILE --label COLUMN --score COLUMN        probabilities of the positive class",
            "  performance --data FILE --label COLUMN --prediction COLUMN   predicted classes, or numbers",
            "",
            "FILE is CSV, Parquet or JSON lines. Rows without a label count for the coverage only.",
            "Exit code 0: measured. 2: no metric could be measured."
        })
final class PerformanceCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "FILE",
            required = true,
            description = "The table with labels and predictions.")
    private Path table = Path.of("");

    @Option(names = "--label", paramLabel = "COLUMN", required = true, description = "Column with what came true.")
    private String label = "";

    @Option(
            names = "--prediction",
            paramLabel = "COLUMN",
            description = "Column with the predicted class, or the predicted number.")
    private @Nullable String prediction;

    @Option(
            names = "--score",
            paramLabel = "COLUMN",
            description = "Column with the probability of the positive class. Of several classes give it once a class,"
                    + " with columns that are named after the classes, such as p_cat and p_dog.")
    private List<String> scores = new ArrayList<>();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            converter = KindConverter.class,
            description = "What the model predicts: binary, multiclass or regression; found out from the columns unless"
                    + " said.")
    private @Nullable ModelKind kind;

    @Option(
            names = "--positive",
            paramLabel = "CLASS",
            description = "The positive class of two, as the label column has it; without it 1, true, yes or the like.")
    private @Nullable String positive;

    @Option(
            names = "--threshold",
            paramLabel = "SCORE",
            description = "Score from which on a row counts as predicted positive if there is no prediction column; 0.5"
                    + " unless said otherwise.")
    private @Nullable Double threshold;

    @Option(
            names = "--confidence",
            paramLabel = "LEVEL",
            defaultValue = "0.95",
            description = "Confidence level of the intervals; ${DEFAULT-VALUE} unless said otherwise.")
    private double confidence;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = FormatConverter.class,
            description = "text (the default), json or html.")
    private Format format = Format.TEXT;

    @Mixin
    private MissingMixin missing = new MissingMixin();

    @Mixin
    private Output output = new Output();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    /** The forms of a report. */
    private enum Format {
        TEXT {
            @Override
            String render(PerformanceReport report) {
                return report.toText();
            }
        },
        JSON {
            @Override
            String render(PerformanceReport report) {
                return report.toJson();
            }
        },
        HTML {
            @Override
            String render(PerformanceReport report) {
                return PerformanceHtml.of(report);
            }
        };

        abstract String render(PerformanceReport report);
    }

    @Override
    public Integer call() {
        LabeledRows rows = new LabeledRows(table, columns(), Optional.ofNullable(kind), missing.words());
        PerformanceReport report = rows.measure(Terminal.progress(spec));
        if (positive != null && report.kind() != ModelKind.BINARY) {
            throw CommandFailure.usage("--positive names the positive class of two, but the rows of " + table + " are "
                    + report.kind().word()
                    + report.kindReason().map(why -> " (" + why + ")").orElse("") + "; leave it out");
        }
        output.write(format.render(report), spec.commandLine().getOut());
        boolean measured =
                report.metrics().stream().anyMatch(metric -> metric.estimate().isPresent());
        return measured ? ExitCode.OK : ExitCode.INCONCLUSIVE;
    }

    private PerformanceColumns columns() {
        requireOptions();
        try {
            PerformanceColumns columns = PerformanceColumns.label(label).withConfidence(confidence);
            columns = prediction == null ? columns : columns.withPrediction(prediction);
            columns = scores.isEmpty() ? columns : columns.withScores(scores.toArray(String[]::new));
            columns = kind == null ? columns : columns.withKind(kind);
            columns = positive == null ? columns : columns.withPositive(positive);
            return threshold == null ? columns : columns.withThreshold(threshold);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()), e);
        }
    }

    private void requireOptions() {
        if (prediction == null && scores.isEmpty()) {
            throw wrong("expected --prediction COLUMN or --score COLUMN beside --label " + label, null);
        }
        if (prediction == null && kind == ModelKind.REGRESSION) {
            throw wrong("expected --prediction COLUMN with the predicted numbers for --kind regression", null);
        }
        if (threshold != null && prediction != null) {
            throw wrong("expected either --prediction or --threshold, which turns scores into predictions", null);
        }
        if (threshold != null && scores.size() > 2) {
            throw wrong("expected one --score column with --threshold but got " + scores, null);
        }
        List<String> named = new ArrayList<>(scores);
        named.add(label);
        if (prediction != null) {
            named.add(prediction);
        }
        Set<String> seen = new HashSet<>();
        named.stream().filter(column -> !seen.add(column)).findFirst().ifPresent(column -> {
            throw wrong("expected a column for each purpose but '" + column + "' is named twice", null);
        });
    }

    private ParameterException wrong(String message, @Nullable Throwable cause) {
        return new ParameterException(spec.commandLine(), message, cause);
    }

    /** Takes the words of {@link ModelKind}. */
    static final class KindConverter implements ITypeConverter<ModelKind> {

        @Override
        public ModelKind convert(String word) {
            return Words.parse(ModelKind.values(), word);
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
