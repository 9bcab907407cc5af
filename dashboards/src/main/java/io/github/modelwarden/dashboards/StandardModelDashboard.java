package io.github.modelwarden.dashboards;

import static io.github.modelwarden.core.catalog.MetricCatalog.FEATURE_DRIFTED;
import static io.github.modelwarden.core.catalog.MetricCatalog.FEATURE_PSI;
import static io.github.modelwarden.core.catalog.MetricCatalog.FEATURE_PSI_P_VALUE;
import static io.github.modelwarden.core.catalog.MetricCatalog.LABELED_PREDICTIONS;
import static io.github.modelwarden.core.catalog.MetricCatalog.LABEL_COVERAGE;
import static io.github.modelwarden.core.catalog.MetricCatalog.MODEL_F1;
import static io.github.modelwarden.core.catalog.MetricCatalog.MODEL_INFO;
import static io.github.modelwarden.core.catalog.MetricCatalog.MODEL_PRECISION;
import static io.github.modelwarden.core.catalog.MetricCatalog.MODEL_RECALL;
import static io.github.modelwarden.core.catalog.MetricCatalog.REQUESTS;
import static io.github.modelwarden.core.catalog.MetricCatalog.REQUEST_DURATION;

import io.github.modelwarden.alerting.RuleSet;
import io.github.modelwarden.core.catalog.MetricDefinition;
import io.github.modelwarden.core.data.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The dashboard that every model can start with: requests (rate, errors, duration) first, then drift of the input, then
 * how right the model is, then what was done about it.
 */
public final class StandardModelDashboard {

    private static final String RATE_WINDOW = "[5m]";
    private static final int WORST_FEATURES = 5;

    private final String model;
    private final RuleThresholds thresholds;

    private StandardModelDashboard(String model, RuleSet rules) {
        this.model = model;
        this.thresholds = new RuleThresholds(rules);
    }

    /**
     * The dashboard of a model.
     *
     * @param schema the model's schema
     * @param rules the model's alert rules; panels take their threshold lines from them
     * @return the dashboard, with the panels {@code requests}, {@code latency}, {@code errors}, {@code drift},
     *     {@code psi-history}, {@code performance}, {@code alerts} and {@code retraining}
     */
    public static Dashboard of(Schema schema, RuleSet rules) {
        StandardModelDashboard standard = new StandardModelDashboard(schema.model(), rules);
        return new Dashboard(
                "Model " + schema.model(),
                List.of(
                        new Row("Requests", List.of(standard.requests(), standard.latency(), standard.errors())),
                        new Row("Input data", List.of(standard.drift(), standard.driftHistory())),
                        new Row("Model quality", List.of(standard.performance())),
                        new Row("Response", List.of(alerts(), standard.retraining()))));
    }

    private Panel requests() {
        return new Panel.TimeSeries(
                new Heading(
                        "requests",
                        "Requests per second",
                        "How many predictions the service is asked for, by outcome. "
                                + "A sudden change explains much of what the other panels show."),
                Unit.REQUESTS_PER_SECOND,
                List.of(new Query("sum by (outcome) (" + rate(selector(REQUESTS)) + ")", "{{outcome}}")),
                List.of());
    }

    private Panel latency() {
        return new Panel.TimeSeries(
                new Heading(
                        "latency",
                        "Latency",
                        "How long callers wait for a prediction. Half of them wait no longer than p50, "
                                + "99 of 100 no longer than p99."),
                Unit.SECONDS,
                List.of(quantile(0.5), quantile(0.9), quantile(0.99)),
                thresholds.onQuantilesOf(REQUEST_DURATION));
    }

    private Query quantile(double q) {
        String buckets = REQUEST_DURATION.name() + "_bucket" + labels("");
        return new Query(
                "histogram_quantile(" + q + ", sum by (le) (" + rate(buckets) + "))",
                String.format(Locale.ROOT, "p%.0f", q * 100));
    }

    private Panel errors() {
        return new Panel.TimeSeries(
                new Heading(
                        "errors",
                        "Error rate",
                        "Share of requests that got no prediction. Server errors are ours and raise an alert; "
                                + "client errors are requests that broke the schema."),
                Unit.RATIO,
                List.of(errorShare("server_error", "server errors"), errorShare("client_error", "client errors")),
                thresholds.onRatiosOf(REQUESTS));
    }

    /** An outcome that never happened has no series; all requests times 0 stand in for it. */
    private Query errorShare(String outcome, String legend) {
        String all = "sum(" + rate(selector(REQUESTS)) + ")";
        String bad = "sum(" + rate(REQUESTS.name() + labels("outcome=\"" + outcome + "\"")) + ")";
        return new Query("(" + bad + " or " + all + " * 0) / (" + all + " > 0)", legend);
    }

    private Panel drift() {
        return new Panel.Table(
                new Heading(
                        "drift",
                        "Drift by feature",
                        "Compares each feature of the last window with the data the model was trained on, worst first. "
                                + "A drifted feature means that the model is asked about cases it knows less well."),
                Unit.NUMBER,
                List.of(
                        new Query("sort_desc(max by (feature, window) (" + selector(FEATURE_PSI) + "))", "PSI"),
                        new Query("min by (feature, window) (" + selector(FEATURE_PSI_P_VALUE) + ")", "p-value"),
                        new Query("max by (feature, window) (" + selector(FEATURE_DRIFTED) + ")", "drifted")),
                thresholds.onGauges(FEATURE_PSI));
    }

    private Panel driftHistory() {
        return new Panel.TimeSeries(
                new Heading(
                        "psi-history",
                        "Drift over time",
                        "Population stability index (PSI) of the features that moved most; 0 is no change. "
                                + "A jump points to a data fault, a slow rise to a changing world."),
                Unit.NUMBER,
                List.of(new Query(
                        "topk(" + WORST_FEATURES + ", max by (feature, window) (" + selector(FEATURE_PSI) + "))",
                        "{{feature}} over {{window}}")),
                thresholds.onGauges(FEATURE_PSI));
    }

    private Panel performance() {
        List<Threshold> lines = new ArrayList<>(thresholds.onRatiosOf(LABELED_PREDICTIONS));
        lines.addAll(thresholds.onGauges(MODEL_F1, MODEL_PRECISION, MODEL_RECALL));
        return new Panel.TimeSeries(
                new Heading(
                        "performance",
                        "Model performance",
                        "How right the predictions were, as far as the truth is known. "
                                + "Read it together with label coverage: few labels make a shaky number."),
                Unit.RATIO,
                List.of(
                        quality(MODEL_F1, "F1"),
                        quality(MODEL_PRECISION, "precision"),
                        quality(MODEL_RECALL, "recall"),
                        quality(LABEL_COVERAGE, "label coverage")),
                lines);
    }

    private Query quality(MetricDefinition metric, String name) {
        return new Query(
                "max by (version, window) (" + selector(metric) + ")", name + " of {{version}} over {{window}}");
    }

    private static Panel alerts() {
        return new Panel.AlertList(new Heading(
                "alerts",
                "Alerts",
                "Every alert rule of the model and where it stands, the most urgent first. "
                        + "A firing alert links to what to do about it."));
    }

    private Panel retraining() {
        return new Panel.Timeline(
                new Heading(
                        "retraining",
                        "Retraining",
                        "What the retraining policy decided and on which evidence, "
                                + "and which version of the model served when."),
                List.of(new Query("max by (version, baseline) (" + selector(MODEL_INFO) + ")", "{{version}}")));
    }

    private static String rate(String selector) {
        return "rate(" + selector + RATE_WINDOW + ")";
    }

    private String selector(MetricDefinition metric) {
        return metric.name() + labels("");
    }

    private String labels(String more) {
        String name = model.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return "{model=\"" + name + "\"" + (more.isEmpty() ? "" : "," + more) + "}";
    }
}
