package io.github.modelwarden.alerting.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.alerting.ChurnRules;
import io.github.modelwarden.alerting.tools.Promtool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files under {@code deploy/} are what the exporters write today. */
class DeployedRulesTest {

    private static final Path DEPLOY = Path.of("..", "deploy", "prometheus");

    @Test
    void theDeployedPrometheusRulesAreTheExportOfTheChurnRules() throws IOException {
        assertThat(Files.readString(DEPLOY.resolve("churn.rules.yml")))
                .as("write it anew: see deploy/README.md")
                .isEqualTo(PrometheusExporter.export(ChurnRules.load()));
    }

    @Test
    void promtoolAcceptsTheDeployedConfiguration(@TempDir Path folder) throws IOException, InterruptedException {
        Promtool.checkConfig(DEPLOY.resolve("prometheus.yml"), folder);
    }
}
