package io.github.modelwarden.alerting.prometheus;

import io.github.modelwarden.alerting.AlertRule;
import io.github.modelwarden.alerting.NoData;
import io.github.modelwarden.alerting.PlainNumbers;
import io.github.modelwarden.alerting.RecordedNames;
import io.github.modelwarden.alerting.RuleSet;
import io.github.modelwarden.alerting.Severity;
import io.github.modelwarden.alerting.Signal;
import io.github.modelwarden.alerting.Template;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes rules as a rule file for Prometheus 2.42 and later.
 *
 * <p>Each rule becomes a group {@code ml-<id>}. It records the value ({@code rule:<id>:value}) and the number of samples
 * ({@code rule:<id>:count}), and has one alert a level, for example {@code ApiErrorRateCritical}, with the labels
 * {@code severity} and {@code rule}. Recording rules that the alerts need for drift come first.
 *
 * <p>What becomes of a rule without data: {@code ok} needs nothing, since an absent value resolves an alert;
 * {@code separate} adds an alert {@code …NoData} for groups seen within a day that cannot be judged, unless
 * {@code ml_model_info} tells that another version serves; {@code alert} lets such groups fire the levels. Prometheus
 * cannot freeze an alert: {@code keep} is exported as {@code ok}.
 */
public final class PrometheusExporter {

    private static final String SEEN = "[1d]";

    private PrometheusExporter() {}

    /**
     * Writes rules.
     *
     * @param rules the rules
     * @return the text of a rule file
     */
    public static String export(RuleSet rules) {
        StringBuilder out = new StringBuilder("groups:\n");
        driftWindows(rules).forEach(window -> out.append(DriftRecordingRules.group(window)));
        rules.rules().forEach(rule -> group(rule, out));
        return rules.rules().isEmpty() ? "groups: []\n" : out.toString();
    }

    private static Set<Duration> driftWindows(RuleSet rules) {
        Set<Duration> windows = new TreeSet<>();
        for (AlertRule rule : rules.rules()) {
            Duration window = rule.signal().window();
            Optional<String> recorded = rule.signal()
                    .match(ratio -> Optional.empty(), quantile -> Optional.empty(), Signal.Gauge::recorded);
            if (recorded.filter(RecordedNames.psi(window)::equals).isPresent()
                    || rule.minimum()
                            .metric()
                            .filter(RecordedNames.observations(window)::equals)
                            .isPresent()) {
                windows.add(window);
            }
        }
        return windows;
    }

    private static void group(AlertRule rule, StringBuilder out) {
        PrometheusGroup group =
                new PrometheusGroup("ml-" + rule.id(), rule.timing().evaluateEvery());
        String value = "rule:" + rule.id() + ":value";
        String count = "rule:" + rule.id() + ":count";
        PromQl promQl = new PromQl(rule);
        group.record(value, promQl.value());
        promQl.count().ifPresent(expression -> group.record(count, expression));
        String on = "on (" + String.join(", ", rule.groupBy()) + ")";
        String guard = promQl.count().isPresent()
                ? "\n  and " + on + " " + count + " >= " + rule.minimum().count()
                : "";
        String seen = "last_over_time(" + (guard.isEmpty() ? value : count) + SEEN + ")";
        String blind = seen + "\n  unless " + on + "\n(" + value + guard + ")";
        for (Map.Entry<Severity, Double> level : rule.condition().levels().entrySet()) {
            String expression =
                    value + " " + rule.condition().op().symbol() + " " + PlainNumbers.exact(level.getValue()) + guard;
            if (rule.noData() == NoData.ALERT) {
                expression = "(" + expression + ")\n  or\n(" + blind + ")";
            }
            group.alert(name(rule, level.getKey().word()), expression, level(rule, level));
        }
        if (rule.noData() == NoData.SEPARATE) {
            group.alert(name(rule, "no_data"), serving(rule, blind), noData(rule));
        }
        out.append(group.text());
    }

    /** Leaves out versions that another one of the same model has replaced. */
    private static String serving(AlertRule rule, String blind) {
        if (!rule.groupBy().contains("model") || !rule.groupBy().contains("version")) {
            return blind;
        }
        return "(" + blind + ")\n  unless on (model, version)\n((" + blind
                + ")\n  and on (model) (ml_model_info == 1)\n  unless on (model, version) (ml_model_info == 1))";
    }

    private static PrometheusGroup.Alert level(AlertRule rule, Map.Entry<Severity, Double> level) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("severity", level.getKey().word());
        labels.put("rule", rule.id());
        rule.presentation().labels().forEach((label, text) -> labels.put(label, braces(text)));
        Map<String, String> annotations = new LinkedHashMap<>();
        annotations.put("summary", template(rule.presentation().summary(), level.getValue()));
        rule.presentation()
                .description()
                .ifPresent(text -> annotations.put("description", template(text, level.getValue())));
        addresses(rule, annotations);
        return new PrometheusGroup.Alert(rule.timing().lasting(), rule.timing().keepFiringFor(), labels, annotations);
    }

    private static PrometheusGroup.Alert noData(AlertRule rule) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("severity", Severity.WARNING.word());
        labels.put("rule", rule.id());
        labels.put("reason", "no_data");
        rule.presentation().labels().forEach((label, text) -> labels.put(label, braces(text)));
        Map<String, String> annotations = new LinkedHashMap<>();
        annotations.put("summary", braces(rule.title()) + ": no judgeable data");
        addresses(rule, annotations);
        return new PrometheusGroup.Alert(rule.noDataPatience(), Duration.ZERO, labels, annotations);
    }

    private static void addresses(AlertRule rule, Map<String, String> annotations) {
        rule.presentation().runbook().ifPresent(address -> annotations.put("runbook_url", braces(address)));
        rule.presentation().dashboard().ifPresent(address -> annotations.put("dashboard_url", braces(address)));
    }

    private static String template(String text, double threshold) {
        return Template.of(braces(text)).fill(name -> switch (name) {
            case "value" -> "{{ printf \"%.4g\" $value }}";
            case "threshold" -> PlainNumbers.exact(threshold);
            default -> "{{ $labels." + name + " }}";
        });
    }

    /** Prometheus would take a double brace for the start of a template. */
    private static String braces(String text) {
        return text.replace("{{", "{ {");
    }

    private static String name(AlertRule rule, String level) {
        StringBuilder name = new StringBuilder();
        for (String word : (rule.id() + "_" + level).split("_", -1)) {
            if (!word.isEmpty()) {
                name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return name.toString();
    }
}
