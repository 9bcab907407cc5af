package io.github.modelwarden.alerting;

import java.util.Map;

/**
 * A weighted counter in a ratio.
 *
 * @param metric name of a counter, for example {@code ml_requests_total}
 * @param where label values that a series must have; may be empty
 * @param weight factor, above 0
 */
public record Term(String metric, Map<String, String> where, double weight) {

    public Term {
        Checks.metricName(metric);
        where = Checks.labels(where);
        if (!(weight > 0 && Double.isFinite(weight))) {
            throw new IllegalArgumentException("metric '" + metric + "': expected a weight above 0 but got " + weight);
        }
    }

    /**
     * A counter with weight 1.
     *
     * @param metric name of a counter
     * @return the term
     */
    public static Term of(String metric) {
        return new Term(metric, Map.of(), 1);
    }

    /**
     * Restricts the term to series with a label value.
     *
     * @param label a label
     * @param value the value it must have
     * @return the restricted term
     */
    public Term where(String label, String value) {
        return new Term(metric, Checks.with(where, label, value), weight);
    }

    /**
     * Sets the weight.
     *
     * @param factor the weight, above 0
     * @return the weighted term
     */
    public Term times(double factor) {
        return new Term(metric, where, factor);
    }
}
