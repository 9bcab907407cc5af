package io.github.modelwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.core.catalog.MetricCatalog;
import io.github.modelwarden.core.catalog.MetricDefinition;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {

    private final RunningService service = RunningService.shared();

    private Exposition metrics() {
        return Exposition.of(service.get("/metrics").body());
    }

    @Test
    void exportsTheWholeCatalogOnceThereIsTraffic() {

        Eventually.holds(() -> {
            Traffic.labeled(service, 200, 21);
            Exposition metrics = metrics();
            for (MetricDefinition metric : MetricCatalog.all()) {
                assertThat(MetricCatalog.seriesNames(metric))
                        .allSatisfy(name ->
                                assertThat(metrics.hasSeries(name)).as(name).isTrue());
            }
        });
    }

    @Test
    void exportsTheTypesAndHelpTextsOfTheCatalog() {
        Eventually.holds(() -> {
            Traffic.labeled(service, 200, 22);
            Exposition metrics = metrics();
            assertThat(MetricCatalog.all())
                    .allSatisfy(metric -> assertThat(metrics.lines())
                            .contains(
                                    "# TYPE " + metric.name() + " "
                                            + metric.type().word(),
                                    "# HELP " + metric.name() + " " + metric.help()));
        });
    }

    @Test
    void exportsTheSameFamiliesAtBothPaths() {
        // the first answer of each path brings the series of that path
        service.get("/metrics");
        service.get("/actuator/prometheus");

        Answer actuator = service.get("/actuator/prometheus");

        assertThat(actuator.type()).startsWith("text/plain");
        assertThat(service.get("/metrics").type().replace(" ", ""))
                .isEqualToIgnoringCase(actuator.type().replace(" ", ""));
        assertThat(metrics().families())
                .isEqualTo(Exposition.of(actuator.body()).families());
    }

    @Test
    void speaksOpenMetricsWhenAsked() {
        for (String path : new String[] {"/metrics", "/actuator/prometheus"}) {
            Answer answer = service.send(service.request(path)
                    .header("Accept", "application/openmetrics-text; version=1.0.0")
                    .GET());
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.type()).startsWith("application/openmetrics-text");
            assertThat(answer.body()).endsWith("# EOF\n");
        }
    }

    @Test
    void satisfiesPromtool(@TempDir Path folder) throws IOException, InterruptedException {
        Traffic.labeled(service, 400, 23);
        service.get("/nowhere");
        service.predict("");
        Eventually.holds(
                () -> assertThat(metrics().hasSeries("ml_model_f1_ratio")).isTrue());

        Promtool.checkMetrics(service.get("/metrics").body(), folder);
    }

    @Test
    void countsRequestsByOutcome() {
        double good = requests("success");
        double bad = requests("client_error");

        service.predict(Customers.request()).json(200);
        service.predict("").problem(400);
        service.get("/predict").problem(405);

        Eventually.holds(() -> {
            assertThat(requests("success")).isEqualTo(good + 1);
            assertThat(requests("client_error")).isEqualTo(bad + 2);
        });
    }

    private double requests(String outcome) {
        return metrics().value("ml_requests_total", "outcome=\"" + outcome + "\"");
    }

    @Test
    void answersEveryScrapeWhileTheGaugesAreRenewed() {
        Traffic.labeled(service, 400, 24);
        for (int i = 0; i < 300; i++) {
            Answer answer = service.get("/metrics");
            assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        }
    }
}
