package io.github.modelwarden.cli;

import io.github.modelwarden.core.catalog.MetricCatalog;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code ./modelwarden metrics}: the catalog of exported metrics. */
@Command(
        name = "metrics",
        mixinStandardHelpOptions = true,
        description = "Prints every metric that is exported, with type, unit, labels and meaning.")
final class MetricsCommand implements Callable<Integer> {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = FormatConverter.class,
            description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless said otherwise.")
    private CatalogFormat format = CatalogFormat.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(format.render(MetricCatalog.all()));
        return ExitCode.OK;
    }

    /** Takes the words that the help text shows. */
    static final class FormatConverter implements ITypeConverter<CatalogFormat> {

        @Override
        public CatalogFormat convert(String word) {
            return Arrays.stream(CatalogFormat.values())
                    .filter(format -> format.toString().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "expected one of " + Arrays.toString(CatalogFormat.values()) + " but got '" + word + "'"));
        }
    }
}
