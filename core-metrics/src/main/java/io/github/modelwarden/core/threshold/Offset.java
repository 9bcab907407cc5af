package io.github.modelwarden.core.threshold;

import java.util.Arrays;

/** The value of a reference history that {@link StandardDeviationThreshold} measures from. */
public enum Offset {
    /** The mean. */
    MEAN,
    /** The median, the mean of the middle two for an even number. */
    MEDIAN,
    /** The smallest value. */
    MIN,
    /** The largest value. */
    MAX;

    double of(double[] values) {
        return switch (this) {
            case MEAN -> Spread.mean(values);
            case MEDIAN -> median(values);
            case MIN -> Arrays.stream(values).min().orElseThrow();
            case MAX -> Arrays.stream(values).max().orElseThrow();
        };
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
