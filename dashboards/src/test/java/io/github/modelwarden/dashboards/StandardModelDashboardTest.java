package io.github.modelwarden.dashboards;

import static io.github.modelwarden.alerting.AlertRules.alert;
import static io.github.modelwarden.alerting.Severity.CRITICAL;
import static io.github.modelwarden.alerting.Severity.WARNING;
import static io.github.modelwarden.alerting.Signals.gauge;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.alerting.ChurnRules;
import io.github.modelwarden.alerting.RuleSet;
import io.github.modelwarden.alerting.StandardRules;
import io.github.modelwarden.core.catalog.MetricCatalog;
import io.github.modelwarden.core.data.Label;
import io.github.modelwarden.core.data.NumericFeature;
import io.github.modelwarden.core.data.Schema;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StandardModelDashboardTest {

    private static final Dashboard CHURN = StandardModelDashboard.of(schema("churn"), ChurnRules.load());

    private static Schema schema(String model) {
        return Schema.of(model, List.of(NumericFeature.of("customer_age")), new Label("churned", "churn", "stay"));
    }

    private static Panel panel(String id) {
        return CHURN.find(id).orElseThrow();
    }

    @Test
    void hasThePanelsOfTheLivePageWithRequestsErrorsAndDurationFirst() {
        assertThat(CHURN.panels())
                .extracting(panel -> panel.heading().id())
                .containsExactly(
                        "requests", "latency", "errors", "drift", "psi-history", "performance", "alerts", "retraining");
        assertThat(CHURN.rows().get(0).panels()).hasSize(3);
        assertThat(CHURN.panels()).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void everyPanelSaysWhatItIsGoodForInOneOrTwoSentences() {
        assertThat(CHURN.panels()).allSatisfy(panel -> {
            String description = panel.heading().description();
            assertThat(description).endsWith(".");
            assertThat(description.split("\\. ")).hasSizeBetween(1, 2);
        });
    }

    @Test
    void everyPanelButTheAlertListHasAQuery() {
        assertThat(CHURN.panels())
                .filteredOn(panel -> panel.queries().isEmpty())
                .extracting(Panel::kind)
                .containsExactly("alert_list");
    }

    @Test
    void everyQueryReadsSeriesOfTheCatalogOfThisModelOnly() {
        Set<String> known = MetricCatalog.all().stream()
                .flatMap(metric -> MetricCatalog.seriesNames(metric).stream())
                .collect(Collectors.toSet());
        assertThat(CHURN.panels()).flatExtracting(Panel::queries).allSatisfy(query -> {
            assertThat(query.seriesNames()).isNotEmpty().isSubsetOf(known);
            for (String series : query.seriesNames()) {
                assertThat(query.expression().split(series + "(?!\\{model=\"churn\")", -1))
                        .as("every selector of %s names the model", series)
                        .hasSize(1);
            }
        });
    }

    @Test
    void countersAreOnlyReadAsRates() {
        assertThat(CHURN.panels())
                .flatExtracting(Panel::queries)
                .allSatisfy(query ->
                        assertThat(query.expression()).doesNotContainPattern("(?<!rate\\()ml_[a-z_]+_(total|bucket)"));
    }

    @Test
    void takesTheThresholdsOfTheFourChurnRules() {
        assertThat(panel("latency").thresholds()).containsExactly(new Threshold(WARNING, 0.5, "api_latency_p99"));
        assertThat(panel("errors").thresholds()).containsExactly(new Threshold(CRITICAL, 0.05, "api_error_rate"));
        assertThat(panel("drift").thresholds())
                .containsExactly(
                        new Threshold(WARNING, 0.2, "feature_drift_customer_age"),
                        new Threshold(CRITICAL, 0.3, "feature_drift_customer_age"))
                .isEqualTo(panel("psi-history").thresholds());
        assertThat(panel("performance").thresholds()).containsExactly(new Threshold(CRITICAL, 0.7, "model_f1_24h"));
        assertThat(panel("requests").thresholds()).isEmpty();
    }

    @Test
    void followsAChangedRule() {
        Dashboard stricter = StandardModelDashboard.of(schema("churn"), StandardRules.forSchema(schema("churn"), 0.9));

        assertThat(stricter.find("performance").orElseThrow().thresholds())
                .extracting(Threshold::value)
                .containsExactly(0.9);
    }

    @Test
    void drawsARuleOnAnEvaluatedGaugeIntoThePerformancePanel() {
        RuleSet rules = RuleSet.of(alert("recall_low")
                .when(gauge(MetricCatalog.MODEL_RECALL.name()).over("1h"))
                .isBelow(0.6, WARNING)
                .saying("{model}: recall is {value}")
                .build());

        Dashboard dashboard = StandardModelDashboard.of(schema("churn"), rules);

        assertThat(dashboard.panels())
                .filteredOn(panel -> !panel.thresholds().isEmpty())
                .singleElement()
                .satisfies(panel -> {
                    assertThat(panel.heading().id()).isEqualTo("performance");
                    assertThat(panel.thresholds()).containsExactly(new Threshold(WARNING, 0.6, "recall_low"));
                });
    }

    @Test
    void hasNoThresholdsWithoutRules() {
        assertThat(StandardModelDashboard.of(schema("churn"), RuleSet.of()).panels())
                .allSatisfy(panel -> assertThat(panel.thresholds()).isEmpty());
    }

    @Test
    void quotesTheModelsNameInExpressions() {
        Dashboard dashboard = StandardModelDashboard.of(schema("the \"new\" model"), RuleSet.of());

        assertThat(dashboard.find("requests").orElseThrow().queries())
                .extracting(Query::expression)
                .containsExactly("sum by (outcome) (rate(ml_requests_total{model=\"the \\\"new\\\" model\"}[5m]))");
    }
}
