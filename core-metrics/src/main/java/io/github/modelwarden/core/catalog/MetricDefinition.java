package io.github.modelwarden.core.catalog;

import java.util.List;
import java.util.Objects;

/**
 * One exported metric.
 *
 * @param name the name as it stands in {@code /metrics}
 * @param type counter, gauge or histogram
 * @param family the question it answers
 * @param unit base unit: {@code seconds}, {@code ratio} (0 to 1), {@code 1} for counts and pure numbers, or
 *     {@code stddevs} (reference standard deviations)
 * @param labels label names in order
 * @param help one sentence that says what is measured
 */
public record MetricDefinition(
        String name, MetricType type, MetricFamily family, String unit, List<String> labels, String help) {

    public MetricDefinition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(help, "help");
        labels = List.copyOf(labels);
    }
}
