package io.github.modelwarden.cli;

import io.github.modelwarden.cli.input.Compared;
import io.github.modelwarden.cli.input.Current;
import io.github.modelwarden.cli.input.DataOptions;
import io.github.modelwarden.cli.input.ProfileSettings;
import io.github.modelwarden.cli.input.Progress;
import io.github.modelwarden.cli.input.Reference;
import io.github.modelwarden.drift.correction.Correction;
import io.github.modelwarden.drift.multivariate.DomainClassifier;
import io.github.modelwarden.drift.multivariate.MaximumMeanDiscrepancy;
import io.github.modelwarden.drift.multivariate.MultivariateTest;
import io.github.modelwarden.drift.multivariate.PcaReconstruction;
import io.github.modelwarden.drift.rendering.DriftHtml;
import io.github.modelwarden.drift.rendering.DriftJson;
import io.github.modelwarden.drift.rendering.DriftText;
import io.github.modelwarden.drift.rendering.ReportSubject;
import io.github.modelwarden.drift.report.DriftReport;
import io.github.modelwarden.drift.report.ModelDriftTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code ./modelwarden drift}: compares two tables or profiles. */
@Command(
        name = "drift",
        mixinStandardHelpOptions = true,
        description = {
            "Compares current rows with a reference and says for every feature whether it drifted.",
            "",
            "A FILE is CSV, Parquet, JSON lines, or a profile written by `profile`. Columns are matched by name.",
            "Exit code 0: stable. 1: drift. 2: inconclusive."
        })
final class DriftCommand implements Callable<Integer> {

    private static final int DRIFTED = ExitCode.FOUND;

    @Option(names = "--reference", paramLabel = "FILE", required = true, description = "The rows to compare with.")
    private Path reference = Path.of("");

    @Option(names = "--current", paramLabel = "FILE", required = true, description = "The rows to judge.")
    private Path current = Path.of("");

    @Option(
            names = "--alpha",
            paramLabel = "RATE",
            defaultValue = "0.05",
            description = "False-alarm budget of the whole report; ${DEFAULT-VALUE} unless said otherwise.")
    private double alpha;

    @Option(
            names = "--correction",
            paramLabel = "WORD",
            defaultValue = "bh",
            converter = CorrectionConverter.class,
            description = "How the budget is shared among the features: bh (Benjamini-Hochberg, the default), holm, by"
                    + " (Benjamini-Yekutieli) or none.")
    private Correction correction = Correction.BENJAMINI_HOCHBERG;

    @Option(
            names = "--minimum-effect",
            paramLabel = "PSI",
            defaultValue = "0.01",
            description = "Smallest change that is called drift, as a PSI beyond its expected noise; ${DEFAULT-VALUE}"
                    + " unless said otherwise.")
    private double minimumEffect;

    @Option(
            names = "--minimum-rows",
            paramLabel = "ROWS",
            defaultValue = "50",
            description = "Rows that a verdict needs on each side; ${DEFAULT-VALUE} unless said otherwise.")
    private long minimumRows;

    @Option(
            names = "--bins",
            paramLabel = "COUNT",
            defaultValue = "10",
            description = "Bins of a numeric feature; ${DEFAULT-VALUE} unless said otherwise.")
    private int bins;

    @Option(
            names = "--joint",
            paramLabel = "TEST",
            split = ",",
            converter = JointConverter.class,
            description =
                    "Also tests all features together, under the same budget: classifier (can a classifier tell the"
                            + " two apart?), mmd (maximum mean discrepancy), pca (reconstruction error). Of large tables 20 000"
                            + " rows are drawn.")
    private List<Joint> joint = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = FormatConverter.class,
            description = "text (the default), json or html.")
    private Format format = Format.TEXT;

    @Mixin
    private DataMixin data = new DataMixin();

    @Mixin
    private Output output = new Output();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    /** The tests of all features together. */
    private enum Joint {
        CLASSIFIER,
        MMD,
        PCA;

        MultivariateTest test() {
            return switch (this) {
                case CLASSIFIER -> DomainClassifier.withDefaults();
                case MMD -> MaximumMeanDiscrepancy.withDefaults();
                case PCA -> PcaReconstruction.withDefaults();
            };
        }
    }

    /** The forms of a report. */
    private enum Format {
        TEXT {
            @Override
            String render(ReportSubject subject, DriftReport report) {
                return DriftText.of(subject, report);
            }
        },
        JSON {
            @Override
            String render(ReportSubject subject, DriftReport report) {
                return DriftJson.of(subject, report);
            }
        },
        HTML {
            @Override
            String render(ReportSubject subject, DriftReport report) {
                return DriftHtml.of(subject, report);
            }
        };

        abstract String render(ReportSubject subject, DriftReport report);
    }

    @Override
    public Integer call() {
        ModelDriftTest test = test();
        ProfileSettings settings = ProfileSettings.exactWhileSmall(bins);
        DataOptions options = data.options();
        options.requireIgnored(reference, current);
        Progress progress = Terminal.progress(spec);
        Reference then = Reference.read(reference, options, settings, progress);
        Current now = Current.read(current, then, options, settings, progress);
        DriftReport report = test.test(Compared.of(then, now, !joint.isEmpty()));
        List<String> notes = new ArrayList<>(then.notes());
        notes.addAll(now.notes());
        ReportSubject subject = new ReportSubject(
                then.source(),
                then.baseline().rows(),
                now.source(),
                now.profile().rows(),
                notes);
        output.write(format.render(subject, report), spec.commandLine().getOut());
        return switch (report.verdict()) {
            case "drifted" -> DRIFTED;
            case "stable" -> ExitCode.OK;
            default -> ExitCode.INCONCLUSIVE;
        };
    }

    private ModelDriftTest test() {
        DataMixin.requireBins(bins, spec);
        try {
            return ModelDriftTest.withDefaults()
                    .withAlpha(alpha)
                    .withCorrection(correction)
                    .withMinimumEffect(minimumEffect)
                    .withMinimumRows(minimumRows)
                    .withJointTests(joint.stream().map(Joint::test).toList());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Takes the words of {@link Correction}. */
    static final class CorrectionConverter implements ITypeConverter<Correction> {

        @Override
        public Correction convert(String word) {
            return Arrays.stream(Correction.values())
                    .filter(correction -> correction.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("expected one of "
                            + Arrays.stream(Correction.values())
                                    .map(Correction::word)
                                    .toList() + " but got '" + word + "'"));
        }
    }

    /** Takes the words of {@link Joint}. */
    static final class JointConverter implements ITypeConverter<Joint> {

        @Override
        public Joint convert(String word) {
            return Words.parse(Joint.values(), word);
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
