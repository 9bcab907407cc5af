package io.github.modelwarden.core.threshold;

import java.util.Arrays;

/**
 * Values of a history's interval that lie outside of what the rest of the history allows: its mean minus or plus so
 * many sample standard deviations, {@code s² = Σ(x − x̄)²/(n − 1)}. The interval itself takes no part in mean and
 * deviation unless asked to, as the very anomaly would widen the range. Immutable.
 */
public final class BatchNormalAnomaly {

    private final StandardDeviations deviations;
    private final boolean intervalIncluded;

    private BatchNormalAnomaly(StandardDeviations deviations, boolean intervalIncluded) {
        this.deviations = deviations;
        this.intervalIncluded = intervalIncluded;
    }

    /** How far the range reaches down and up; infinity for no limit. */
    private record StandardDeviations(double lower, double upper) {

        StandardDeviations {
            if (!(lower >= 0 && upper >= 0)) {
                throw new IllegalArgumentException(
                        "batch normal anomaly: expected factors of at least 0 but got " + lower + " and " + upper);
            }
            if (Double.isInfinite(lower) && Double.isInfinite(upper)) {
                throw new IllegalArgumentException("batch normal anomaly: expected a limit to one side at least");
            }
        }
    }

    /** {@return three standard deviations to both sides} */
    public static BatchNormalAnomaly withDefaults() {
        return new BatchNormalAnomaly(new StandardDeviations(3, 3), false);
    }

    /**
     * Sets how far the range reaches.
     *
     * @param lower standard deviations down, at least 0; infinity for no limit
     * @param upper standard deviations up, at least 0; infinity for no limit
     * @return a search with that setting
     * @throws IllegalArgumentException if one is negative or NaN, or both are infinite
     */
    public BatchNormalAnomaly withFactors(double lower, double upper) {
        return new BatchNormalAnomaly(new StandardDeviations(lower, upper), intervalIncluded);
    }

    /**
     * Sets whether mean and deviation are those of all values.
     *
     * @param included true to take the searched interval in
     * @return a search with that setting
     */
    public BatchNormalAnomaly withIntervalIncluded(boolean included) {
        return new BatchNormalAnomaly(deviations, included);
    }

    /**
     * Searches an interval.
     *
     * @param values the history, finite; not changed
     * @param from first position searched
     * @param to position after the last one searched; at most the length, or beyond it for all that is left
     * @return positions of the anomalies, ascending
     * @throws IllegalArgumentException if the interval is empty or not within the history, a value is not finite, or
     *     fewer than two values are left to learn from
     */
    public int[] anomalies(double[] values, int from, int to) {
        int end = Math.min(to, values.length);
        if (from < 0 || from >= end) {
            throw new IllegalArgumentException("batch normal anomaly: expected an interval within the " + values.length
                    + " values but got " + from + " to " + to);
        }
        double[] learned = intervalIncluded ? values : without(values, from, end);
        Spread.requireFinite("batch normal anomaly", values, 1);
        Spread.requireFinite("batch normal anomaly", learned, 2);
        double mean = Spread.mean(learned);
        double deviation = Spread.standardDeviation(learned, 1);
        double low =
                Double.isInfinite(deviations.lower) ? Double.NEGATIVE_INFINITY : mean - deviations.lower * deviation;
        double high =
                Double.isInfinite(deviations.upper) ? Double.POSITIVE_INFINITY : mean + deviations.upper * deviation;
        int[] found = new int[end - from];
        int n = 0;
        for (int i = from; i < end; i++) {
            if (values[i] < low || values[i] > high) {
                found[n++] = i;
            }
        }
        return Arrays.copyOf(found, n);
    }

    private static double[] without(double[] values, int from, int to) {
        double[] rest = new double[values.length - (to - from)];
        System.arraycopy(values, 0, rest, 0, from);
        System.arraycopy(values, to, rest, from, values.length - to);
        return rest;
    }
}
