package io.github.modelwarden.core.estimation;

import io.github.modelwarden.core.performance.Estimate;
import io.github.modelwarden.core.performance.PerformanceMetric;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The metrics that are expected of one window. The interval of each is where the value lies that will be measured on a
 * window of this size once labels are there, as far as the estimator's assumptions hold; the error of the estimator
 * itself is not in it.
 *
 * @param metrics the metrics that have a value; a metric whose denominator is 0 has none; copied, unmodifiable
 */
public record EstimatedPerformance(Map<PerformanceMetric, Estimate> metrics) {

    public EstimatedPerformance {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /** Metrics between bounds that hold for each of them. */
    static EstimatedPerformance of(
            Map<PerformanceMetric, Expected> expected, double least, double most, double confidence) {
        Map<PerformanceMetric, Estimate> metrics = new LinkedHashMap<>();
        expected.forEach((metric, value) -> metrics.put(metric, value.within(least, most, confidence)));
        return new EstimatedPerformance(metrics);
    }

    /**
     * One metric.
     *
     * @param metric which
     * @return its value; empty if its denominator is 0, or it is not among those that are estimated
     */
    public Optional<Estimate> get(PerformanceMetric metric) {
        return Optional.ofNullable(metrics.get(metric));
    }
}
