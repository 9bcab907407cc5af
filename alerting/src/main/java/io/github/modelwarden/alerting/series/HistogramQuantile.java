package io.github.modelwarden.alerting.series;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code histogram_quantile} of Prometheus: linear interpolation within the bucket that holds the rank. */
public final class HistogramQuantile {

    private HistogramQuantile() {}

    /**
     * Estimates a quantile.
     *
     * @param q above 0 and below 1
     * @param cumulative number of observations up to each upper bound, {@code +Inf} among the bounds
     * @return the quantile; the highest finite bound when the rank lies above it; NaN without observations, without a
     *     finite bound or without {@code +Inf}
     */
    public static double of(double q, SortedMap<Double, Double> cumulative) {
        if (cumulative.size() < 2 || cumulative.lastKey() != Double.POSITIVE_INFINITY) {
            return Double.NaN;
        }
        SortedMap<Double, Double> buckets = monotonic(cumulative);
        double total = Collections.max(buckets.values());
        if (!(total > 0)) {
            return Double.NaN;
        }
        double rank = q * total;
        double lower = 0;
        double below = 0;
        boolean first = true;
        for (Map.Entry<Double, Double> bucket : buckets.entrySet()) {
            double upper = bucket.getKey();
            if (upper == Double.POSITIVE_INFINITY) {
                break;
            }
            if (bucket.getValue() >= rank) {
                if (first && upper <= 0) {
                    return upper;
                }
                return lower + (upper - lower) * (rank - below) / (bucket.getValue() - below);
            }
            lower = upper;
            below = bucket.getValue();
            first = false;
        }
        return lower;
    }

    /** Counts of replicas scraped at different moments may not grow with the bound; lift them as Prometheus does. */
    private static SortedMap<Double, Double> monotonic(SortedMap<Double, Double> cumulative) {
        SortedMap<Double, Double> lifted = new TreeMap<>();
        double highest = 0;
        for (Map.Entry<Double, Double> bucket : cumulative.entrySet()) {
            highest = Math.max(highest, bucket.getValue());
            lifted.put(bucket.getKey(), highest);
        }
        return lifted;
    }
}
