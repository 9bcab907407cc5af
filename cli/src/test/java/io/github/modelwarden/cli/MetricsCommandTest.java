package io.github.modelwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.core.catalog.MetricCatalog;
import io.github.modelwarden.core.catalog.MetricDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricsCommandTest {

    private static final List<String> NAMES =
            MetricCatalog.all().stream().map(MetricDefinition::name).toList();

    @ParameterizedTest
    @EnumSource(CatalogFormat.class)
    void everyFormatHasEveryMetricAndItsMeaning(CatalogFormat format) {
        Run run = Run.of("metrics", "--format", format.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains(NAMES).endsWith("\n").contains("Time from a prediction to the arrival");
    }

    @Test
    void textIsTheDefaultAndGroupsByFamily() {
        Run run = Run.of("metrics");

        assertThat(run.out()).startsWith("Service\n  ml_requests_total ").contains("\nData and drift\n");
    }

    @Test
    void jsonIsOneObjectAMetric() {
        assertThat(Run.of("metrics", "--format", "json").out())
                .startsWith("{\"metrics\": [\n")
                .contains("{\"name\": \"ml_model_info\", \"type\": \"gauge\", \"family\": \"model\", \"unit\": \"1\","
                        + " \"labels\": [\"model\", \"version\", \"baseline\", \"framework\"], \"help\": \"Always 1")
                .endsWith("\n]}\n");
    }

    @Test
    void anUnknownFormatNamesTheKnownOnes() {
        Run run = Run.of("metrics", "--format", "xml");

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.err()).contains("xml", "text", "json", "markdown");
    }
}
