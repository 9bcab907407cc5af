package io.github.modelwarden.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.core.catalog.MetricCatalog;
import io.github.modelwarden.core.catalog.MetricDefinition;
import io.github.modelwarden.core.data.CategoricalFeature;
import io.github.modelwarden.core.data.Label;
import io.github.modelwarden.core.data.NumericFeature;
import io.github.modelwarden.core.data.Row;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.performance.ConfusionMatrix.Outcome;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.drift.report.ModelDriftTest;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ModelMonitorTest {

    private static final Schema SCHEMA = Schema.of(
            "churn",
            List.of(NumericFeature.of("age"), CategoricalFeature.of("contract", "month", "year")),
            new Label("churn", "churn", "stay"));

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ModelMonitor monitor = ModelMonitor.create(registry, SCHEMA);

    private static Baseline baseline(double shift) {
        List<Row> rows = new ArrayList<>();
        List<String> predicted = new ArrayList<>();
        double[] scores = new double[200];
        for (int i = 0; i < 200; i++) {
            rows.add(row(i + shift, i % 2 == 0 ? "month" : "year"));
            scores[i] = i / 200.0;
            predicted.add(i < 100 ? "stay" : "churn");
        }
        return Baseline.of(SCHEMA, Table.ofRows(SCHEMA, rows), scores, predicted, 10);
    }

    private static Row row(double age, String contract) {
        return Row.builder(SCHEMA).set("age", age).set("contract", contract).build();
    }

    @Test
    void everyBinIsExportedAtZeroBeforeTheFirstPrediction() {
        monitor.serve("1", baseline(0), "test");
        String scrape = registry.scrape();
        for (String bin : List.of("00", "09", "missing")) {
            assertThat(scrape)
                    .contains("ml_feature_observations_total{bin=\"" + bin
                            + "\",feature=\"age\",model=\"churn\",version=\"1\"} 0.0");
        }
        assertThat(scrape).contains("bin=\"c_month\"").contains("bin=\"other\"").contains("feature=\"_score\"");
        assertThat(scrape).contains("outcome=\"server_error\",version=\"1\"} 0.0");
    }

    @Test
    void everyMetricOfTheCatalogIsExportedUnderItsName() {
        ServedVersion served = monitor.serve("1", baseline(0), "test");
        served.recordLabel(Outcome.TP, Duration.ofSeconds(-1));
        served.recordRequest(RequestOutcome.SUCCESS, Duration.ofMillis(3));
        publish();
        String scrape = registry.scrape();
        for (MetricDefinition metric : MetricCatalog.all()) {
            for (String series : MetricCatalog.seriesNames(metric)) {
                assertThat(scrape).as(series).contains("\n" + series + "{");
            }
            assertThat(scrape)
                    .contains("# TYPE " + metric.name() + " " + metric.type().word());
        }
        assertThat(scrape).contains("ml_request_duration_seconds_bucket{model=\"churn\",version=\"1\",le=\"0.5\"}");
    }

    @Test
    void predictionsAreCountedInTheBaselinesBins() {
        ServedVersion served = monitor.serve("1", baseline(0), "test");
        served.recordPrediction(row(1e9, "decade"), 0.99, "churn");
        served.recordPrediction(Row.builder(SCHEMA).build(), 0.99, "churn");
        assertThat(registry.scrape())
                .contains("{bin=\"09\",feature=\"age\",model=\"churn\",version=\"1\"} 1.0")
                .contains("{bin=\"missing\",feature=\"age\",model=\"churn\",version=\"1\"} 1.0")
                .contains("{bin=\"other\",feature=\"contract\",model=\"churn\",version=\"1\"} 1.0")
                .contains("{bin=\"c_churn\",feature=\"_class\",model=\"churn\",version=\"1\"} 2.0");
    }

    @Test
    void aNewVersionTakesTheGaugesOverAndOldVersionsAreForgotten() {
        monitor.serve("1", baseline(0), "test");
        publish();
        monitor.serve("2", baseline(50), "test");
        String second = registry.scrape();
        assertThat(second).doesNotContain("ml_feature_psi{");
        assertThat(second).containsPattern("ml_model_info\\{[^}]*version=\"2\"");
        assertThat(second).doesNotContainPattern("ml_model_info\\{[^}]*version=\"1\"");
        assertThat(second).doesNotContainPattern("ml_feature_baseline_ratio\\{[^}]*version=\"1\"");
        assertThat(second).containsPattern("ml_requests_total\\{[^}]*version=\"1\"");
        monitor.serve("3", baseline(70), "test");
        assertThat(registry.scrape()).doesNotContainPattern("version=\"1\"");
    }

    @Test
    void aScrapeWhileGaugesAreRenewedFindsEachOfThemOnce() throws InterruptedException {
        monitor.serve("1", baseline(0), "test");
        publish();
        Thread publisher = new Thread(() -> {
            for (int i = 0; i < 500; i++) {
                publish();
            }
        });
        publisher.start();
        while (publisher.isAlive()) {
            assertThat(registry.scrape()).contains("ml_feature_psi{").contains("ml_model_f1_ratio{");
        }
        publisher.join();
    }

    @Test
    void baselineRatiosAddUpToOne() {
        monitor.serve("1", baseline(0), "test");
        double sum = registry.scrape()
                .lines()
                .filter(line -> line.startsWith("ml_feature_baseline_ratio") && line.contains("feature=\"age\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
        assertThat(sum).isEqualTo(1.0, org.assertj.core.api.Assertions.within(1e-12));
    }

    private void publish() {
        Baseline baseline = baseline(0);
        DatasetProfile current = baseline.emptyProfile();
        for (int i = 0; i < 100; i++) {
            current.accept(row(2.0 * i, "month"), i / 100.0, "churn");
        }
        monitor.gauges().publishDrift("1", "1h", ModelDriftTest.withDefaults().test(baseline, current));
        monitor.gauges()
                .publishPerformance(
                        "1",
                        "1h",
                        Map.of(
                                MetricCatalog.MODEL_F1, OptionalDouble.of(0.8),
                                MetricCatalog.MODEL_PRECISION, OptionalDouble.of(0.8),
                                MetricCatalog.MODEL_RECALL, OptionalDouble.of(0.8),
                                MetricCatalog.MODEL_ACCURACY, OptionalDouble.of(0.8),
                                MetricCatalog.MODEL_ROC_AUC, OptionalDouble.of(0.8),
                                MetricCatalog.LABEL_COVERAGE, OptionalDouble.of(0.8)));
    }
}
