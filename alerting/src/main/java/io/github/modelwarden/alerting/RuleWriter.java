package io.github.modelwarden.alerting;

import io.github.modelwarden.config.ConfigDurations;
import io.github.modelwarden.config.YamlText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes rule files. */
final class RuleWriter {

    private static final String INNER = "      ";

    private final StringBuilder out = new StringBuilder();

    private RuleWriter() {}

    static String write(RuleSet rules) {
        if (rules.rules().isEmpty()) {
            return "rules: []\n";
        }
        RuleWriter writer = new RuleWriter();
        writer.out.append("rules:\n");
        rules.rules().forEach(writer::rule);
        return writer.out.toString();
    }

    private void rule(AlertRule rule) {
        out.append("  - id: ").append(rule.id()).append('\n');
        field("title", YamlText.scalar(rule.title()));
        out.append("    signal:\n");
        rule.signal().match(this::ratio, this::quantile, this::gauge);
        if (!rule.minimum().equals(Minimum.NONE)) {
            field("minimum", "{count: " + rule.minimum().count() + metric(rule.minimum()) + "}");
        }
        field("condition", "{op: " + rule.condition().op().word() + ", levels: {" + levels(rule.condition()) + "}}");
        field("for", duration(rule.timing().lasting()));
        field("keepFiringFor", duration(rule.timing().keepFiringFor()));
        field("evaluateEvery", duration(rule.timing().evaluateEvery()));
        field("noData", rule.noData().word());
        presentation(rule.presentation());
    }

    private void presentation(Presentation presentation) {
        field("unit", YamlText.scalar(presentation.unit()));
        if (!presentation.labels().isEmpty()) {
            field("labels", YamlText.map(presentation.labels()));
        }
        field("summary", YamlText.scalar(presentation.summary()));
        presentation.description().ifPresent(text -> field("description", YamlText.scalar(text)));
        presentation.runbook().ifPresent(text -> field("runbook", YamlText.scalar(text)));
        presentation.dashboard().ifPresent(text -> field("dashboard", YamlText.scalar(text)));
    }

    private boolean ratio(Signal.Ratio ratio) {
        head("ratio", ratio);
        inner("numerator", terms(ratio.numerator()));
        inner("denominator", terms(ratio.denominator()));
        return true;
    }

    private boolean quantile(Signal.Quantile quantile) {
        head("quantile", quantile);
        inner("metric", YamlText.scalar(quantile.metric()));
        inner("q", PlainNumbers.exact(quantile.q()));
        where(quantile.where());
        return true;
    }

    private boolean gauge(Signal.Gauge gauge) {
        head("gauge", gauge);
        inner("metric", YamlText.scalar(gauge.metric()));
        gauge.recorded().ifPresent(series -> inner("recorded", YamlText.scalar(series)));
        inner("over", gauge.aggregation().name().toLowerCase(Locale.ROOT));
        where(gauge.where());
        return true;
    }

    private void head(String kind, Signal signal) {
        inner("kind", kind);
        inner("window", duration(signal.window()));
        inner("groupBy", YamlText.list(signal.groupBy()));
    }

    private void where(Map<String, String> where) {
        if (!where.isEmpty()) {
            inner("where", YamlText.map(where));
        }
    }

    private static String terms(List<Term> terms) {
        return terms.stream()
                .map(term -> "{metric: " + YamlText.scalar(term.metric())
                        + (term.where().isEmpty() ? "" : ", where: " + YamlText.map(term.where()))
                        + (term.weight() == 1 ? "" : ", weight: " + PlainNumbers.exact(term.weight())) + "}")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String metric(Minimum minimum) {
        return minimum.metric()
                .map(name -> ", metric: " + YamlText.scalar(name))
                .orElse("");
    }

    private static String levels(Condition condition) {
        return condition.levels().entrySet().stream()
                .map(level -> level.getKey().word() + ": " + PlainNumbers.exact(level.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String duration(Duration duration) {
        return ConfigDurations.format(duration);
    }

    private void field(String key, String value) {
        out.append("    ").append(key).append(": ").append(value).append('\n');
    }

    private void inner(String key, String value) {
        out.append(INNER).append(key).append(": ").append(value).append('\n');
    }
}
