package io.github.modelwarden.alerting;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What people are shown of a rule.
 *
 * @param unit unit of the value: {@code ratio}, {@code seconds}, {@code none} or another word
 * @param labels labels added to every alert, for routing; must not name {@code severity} or {@code rule}
 * @param summary one line with {@code {value}}, {@code {threshold}} and {@code {label}} for the group's labels
 * @param description more lines with the same placeholders
 * @param runbook address of the page that says what to do
 * @param dashboard address of the dashboard to look at
 */
public record Presentation(
        String unit,
        Map<String, String> labels,
        String summary,
        Optional<String> description,
        Optional<String> runbook,
        Optional<String> dashboard) {

    public Presentation {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(runbook, "runbook");
        Objects.requireNonNull(dashboard, "dashboard");
        labels = Checks.labels(labels);
        if (labels.containsKey("severity") || labels.containsKey("rule")) {
            throw new IllegalArgumentException(
                    "labels: 'severity' and 'rule' are set by the rule itself; choose other names");
        }
    }
}
