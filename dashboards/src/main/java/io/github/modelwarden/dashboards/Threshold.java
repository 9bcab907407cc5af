package io.github.modelwarden.dashboards;

import io.github.modelwarden.alerting.AlertRule;
import io.github.modelwarden.alerting.Severity;
import java.util.List;
import java.util.Objects;

/**
 * A line at which an alert rule calls a value bad.
 *
 * @param severity how bad it is beyond the line
 * @param value where the line is, in the panel's unit; finite
 * @param rule id of the alert rule that the line comes from
 */
public record Threshold(Severity severity, double value, String rule) {

    public Threshold {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(rule, "rule");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "threshold of rule '" + rule + "': expected a finite value but got " + value);
        }
    }

    /**
     * The lines of a rule.
     *
     * @param rule an alert rule
     * @return one line for each severity, the mildest first
     */
    public static List<Threshold> of(AlertRule rule) {
        return rule.condition().levels().entrySet().stream()
                .map(level -> new Threshold(level.getKey(), level.getValue(), rule.id()))
                .toList();
    }
}
