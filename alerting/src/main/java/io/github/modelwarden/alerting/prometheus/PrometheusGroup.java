package io.github.modelwarden.alerting.prometheus;

import io.github.modelwarden.config.ConfigDurations;
import io.github.modelwarden.config.YamlText;
import java.time.Duration;
import java.util.Map;

/** Writes one group of a Prometheus rule file; its rules are evaluated in order at one timestamp. */
final class PrometheusGroup {

    private final StringBuilder out = new StringBuilder();

    /** What an alert has besides name and expression. */
    record Alert(
            Duration lasting, Duration keepFiringFor, Map<String, String> labels, Map<String, String> annotations) {}

    PrometheusGroup(String name, Duration interval) {
        out.append("  - name: ").append(YamlText.scalar(name)).append('\n');
        out.append("    interval: ").append(ConfigDurations.format(interval)).append('\n');
        out.append("    rules:\n");
    }

    void record(String series, String expression) {
        out.append("      - record: ").append(YamlText.scalar(series)).append('\n');
        expression(expression);
    }

    void alert(String name, String expression, Alert alert) {
        out.append("      - alert: ").append(YamlText.scalar(name)).append('\n');
        expression(expression);
        duration("for", alert.lasting());
        duration("keep_firing_for", alert.keepFiringFor());
        map("labels", alert.labels());
        map("annotations", alert.annotations());
    }

    private void expression(String expression) {
        out.append("        expr: |-\n");
        expression.lines().forEach(line -> out.append("          ").append(line).append('\n'));
    }

    private void duration(String key, Duration duration) {
        if (!duration.isZero()) {
            out.append("        ")
                    .append(key)
                    .append(": ")
                    .append(ConfigDurations.format(duration))
                    .append('\n');
        }
    }

    private void map(String key, Map<String, String> entries) {
        if (!entries.isEmpty()) {
            out.append("        ").append(key).append(":\n");
            entries.forEach((name, value) -> out.append("          ")
                    .append(YamlText.scalar(name))
                    .append(": ")
                    .append(YamlText.scalar(value))
                    .append('\n'));
        }
    }

    String text() {
        return out.toString();
    }
}
