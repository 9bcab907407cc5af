package io.github.modelwarden.alerting;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * When a value is bad, and how bad.
 *
 * @param op how the value is compared
 * @param levels the threshold of each severity; at least one, finite, the worse severity further out
 */
public record Condition(Comparison op, Map<Severity, Double> levels) {

    public Condition {
        Objects.requireNonNull(op, "op");
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("condition: expected a threshold for warning or critical but got none");
        }
        levels = Collections.unmodifiableMap(new EnumMap<>(levels));
        levels.forEach((severity, threshold) -> {
            if (!Double.isFinite(threshold)) {
                throw new IllegalArgumentException(
                        "condition: expected a finite threshold for " + severity.word() + " but got " + threshold);
            }
        });
        Double warning = levels.get(Severity.WARNING);
        Double critical = levels.get(Severity.CRITICAL);
        if (warning != null && critical != null && !(op.upward() ? warning < critical : warning > critical)) {
            throw new IllegalArgumentException("condition: expected warning before critical but got " + op.symbol()
                    + " " + warning + " for warning and " + op.symbol() + " " + critical + " for critical");
        }
    }
}
