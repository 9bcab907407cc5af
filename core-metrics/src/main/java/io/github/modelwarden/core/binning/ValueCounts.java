package io.github.modelwarden.core.binning;

import java.util.Arrays;

/**
 * How often which numbers occur, in ascending order: what bins are cut from. An entry is one number, or all the numbers of
 * a narrow interval up to its largest. Immutable.
 */
public final class ValueCounts {

    private final double[] values;
    private final double[] means;
    private final long[] counts;
    private final double min;

    private ValueCounts(double[] values, double[] means, long[] counts, double min) {
        this.values = values;
        this.means = means;
        this.counts = counts;
        this.min = min;
    }

    /**
     * Counts equal numbers.
     *
     * @param numbers in any order; NaN (missing) is passed over; −0.0 counts as 0.0; not changed
     * @return an entry a distinct number
     * @throws IllegalArgumentException if no number is there, or one is infinite
     */
    public static ValueCounts of(double[] numbers) {
        double[] sorted = new double[numbers.length];
        int size = 0;
        for (double number : numbers) {
            if (!Double.isNaN(number)) {
                // adding 0.0 turns −0.0 into 0.0: equal values must not end up on both sides of an edge
                sorted[size++] = number + 0.0;
            }
        }
        if (size == 0) {
            throw new IllegalArgumentException("binning: expected at least one reference value but all "
                    + numbers.length + " are missing; take the feature out of the schema or supply data");
        }
        sorted = Arrays.copyOf(sorted, size);
        RadixSort.sort(sorted);
        double extreme = Double.isInfinite(sorted[0]) ? sorted[0] : sorted[size - 1];
        if (Double.isInfinite(extreme)) {
            throw new IllegalArgumentException("binning: expected finite reference values but got " + extreme
                    + "; replace it or leave it out as missing (NaN)");
        }
        long[] counts = new long[size];
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i > 0 && sorted[i] != sorted[i - 1]) {
                distinct++;
            }
            sorted[distinct] = sorted[i];
            counts[distinct]++;
        }
        double[] values = Arrays.copyOf(sorted, distinct + 1);
        return new ValueCounts(values, values, Arrays.copyOf(counts, distinct + 1), values[0]);
    }

    /**
     * Numbers that were counted elsewhere.
     *
     * @param values the number of each entry, or the largest it stands for; finite, strictly ascending, the last one occurs;
     *     at least one; copied
     * @param means the mean of each entry's numbers: above the value before, at most the entry's; copied
     * @param counts how many numbers each entry stands for, at least 1; copied
     * @param min the smallest number of all, at most the first mean
     * @return the counts
     * @throws IllegalArgumentException if a condition above does not hold
     */
    public static ValueCounts of(double[] values, double[] means, long[] counts, double min) {
        if (values.length == 0 || means.length != values.length || counts.length != values.length) {
            throw new IllegalArgumentException(
                    "value counts: expected a value, a mean and a count for each entry but got " + values.length + ", "
                            + means.length + " and " + counts.length);
        }
        double before = Math.nextDown(min);
        for (int i = 0; i < values.length; i++) {
            boolean ordered = Double.isFinite(values[i]) && means[i] > before && means[i] <= values[i];
            if (!ordered || counts[i] < 1) {
                throw new IllegalArgumentException("value counts: expected finite, ascending values with means between"
                        + " them and counts of at least 1, but entry " + i + " is " + values[i] + " with the mean "
                        + means[i] + " and the count " + counts[i] + " after " + before);
            }
            before = values[i];
        }
        return new ValueCounts(values.clone(), means.clone(), counts.clone(), min);
    }

    /** {@return the number of entries, at least 1} */
    int size() {
        return values.length;
    }

    double value(int entry) {
        return values[entry];
    }

    double mean(int entry) {
        return means[entry];
    }

    long count(int entry) {
        return counts[entry];
    }

    double min() {
        return min;
    }

    double max() {
        return values[values.length - 1];
    }

    long total() {
        return Arrays.stream(counts).sum();
    }
}
