package io.github.modelwarden.dashboards;

import static io.github.modelwarden.alerting.Severity.CRITICAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DashboardTest {

    private static Panel panel(String id) {
        return new Panel.TimeSeries(
                new Heading(id, "Error rate", "Share of failed requests."),
                Unit.RATIO,
                List.of(new Query("ml_model_f1_ratio", "F1")),
                List.of(new Threshold(CRITICAL, 0.05, "api_error_rate")));
    }

    @Test
    void becomesADocumentForAnyJsonWriter() {
        Dashboard dashboard = new Dashboard("Model churn", List.of(new Row("Requests", List.of(panel("errors")))));

        assertThat(dashboard.toMap())
                .isEqualTo(Map.of(
                        "title",
                        "Model churn",
                        "rows",
                        List.of(Map.of(
                                "title",
                                "Requests",
                                "panels",
                                List.of(Map.of(
                                        "id", "errors",
                                        "kind", "time_series",
                                        "title", "Error rate",
                                        "description", "Share of failed requests.",
                                        "unit", "ratio",
                                        "queries", List.of(Map.of("expression", "ml_model_f1_ratio", "legend", "F1")),
                                        "thresholds",
                                                List.of(Map.of(
                                                        "severity", "critical",
                                                        "value", 0.05,
                                                        "rule", "api_error_rate"))))))));
    }

    @Test
    void refusesTwoPanelsWithOneId() {
        List<Row> rows = List.of(new Row("One", List.of(panel("errors"))), new Row("Two", List.of(panel("errors"))));

        assertThatThrownBy(() -> new Dashboard("Model churn", rows))
                .hasMessage("dashboard 'Model churn': the panel id 'errors' is used twice; "
                        + "an id names one panel in every target");
    }

    @Test
    void refusesMorePanelsThanPeopleRead() {
        List<Panel> many =
                IntStream.rangeClosed(0, 20).mapToObj(i -> panel("panel-" + i)).toList();

        assertThatThrownBy(() -> new Dashboard("Model churn", List.of(new Row("All", many))))
                .hasMessageContaining("expected 1 to 20 panels but got 21");
    }

    @Test
    void refusesAPanelWithoutPurpose() {
        assertThatThrownBy(() -> new Heading("errors", "Error rate", " "))
                .hasMessageContaining("panel 'errors': expected a description but it is blank");
    }

    @Test
    void refusesAChartWithoutAQuery() {
        Heading heading = new Heading("errors", "Error rate", "Share of failed requests.");

        assertThatThrownBy(() -> new Panel.TimeSeries(heading, Unit.RATIO, List.of(), List.of()))
                .hasMessageContaining("panel 'errors': expected at least one query but got none");
    }

    @Test
    void readsSeriesNamesOutsideOfStringsAndRecordedNames() {
        Query query = new Query(
                "rate(ml_requests_total{model=\"ml_\\\"odd\"}[5m]) + model_version_feature:ml_feature_psi:1h", "all");

        assertThat(query.seriesNames()).containsExactly("ml_requests_total");
    }
}
