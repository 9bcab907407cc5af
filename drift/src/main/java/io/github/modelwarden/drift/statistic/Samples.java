package io.github.modelwarden.drift.statistic;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Checks, sorting and moments shared by the statistics over samples. */
final class Samples {

    private static final int RADIX_FROM = 4_000;
    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;
    private static final int PASSES = 6;

    private Samples() {}

    /** The values that are not missing, in order, as a new array. */
    static double[] present(String statistic, String side, double[] values) {
        double[] present = new double[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            if (Double.isInfinite(value)) {
                throw new IllegalArgumentException(statistic + ": expected finite " + side + " values but got " + value
                        + " at position " + i + "; replace it or leave it out as missing (NaN)");
            }
            if (!Double.isNaN(value)) {
                present[count++] = value;
            }
        }
        return count == values.length ? present : Arrays.copyOf(present, count);
    }

    static void requireSizes(String statistic, int minimum, long reference, long current) {
        if (reference < minimum || current < minimum) {
            throw new IllegalArgumentException(
                    statistic + ": expected at least " + minimum + (minimum == 1 ? " value" : " values")
                            + " on each side but got " + reference + " reference and " + current + " current values");
        }
    }

    /** Sorts values ascending, and lets weights move along. Radix sort: at a million values a quarter of the time. */
    static void sort(double[] values, double @Nullable [] weights) {
        int n = values.length;
        if (weights == null && n < RADIX_FROM) {
            Arrays.sort(values);
            return;
        }
        long[] keys = new long[n];
        int[][] counts = new int[PASSES][DIGITS];
        for (int i = 0; i < n; i++) {
            // −0.0 becomes 0.0; flipping the bits lets unsigned digits order negative numbers too
            long bits = Double.doubleToRawLongBits(values[i] + 0.0);
            long key = bits ^ ((bits >> 63) | Long.MIN_VALUE);
            keys[i] = key;
            for (int pass = 0; pass < PASSES; pass++) {
                counts[pass][digit(key, pass)]++;
            }
        }
        double[] moved = weights == null ? new double[0] : weights.clone();
        keys = sortKeys(keys, counts, weights, moved);
        for (int i = 0; i < n; i++) {
            long key = keys[i];
            values[i] = Double.longBitsToDouble(key ^ ((~key >> 63) | Long.MIN_VALUE));
        }
    }

    private static long[] sortKeys(long[] keys, int[][] counts, double @Nullable [] weights, double[] spare) {
        long[] from = keys;
        long[] to = new long[keys.length];
        double[] carriedFrom = weights == null ? spare : weights;
        double[] carriedTo = spare;
        for (int pass = 0; pass < PASSES; pass++) {
            int[] next = counts[pass];
            if (keys.length == 0 || next[digit(keys[0], pass)] == keys.length) {
                continue;
            }
            int start = 0;
            for (int d = 0; d < DIGITS; d++) {
                int count = next[d];
                next[d] = start;
                start += count;
            }
            for (int i = 0; i < from.length; i++) {
                int place = next[digit(from[i], pass)]++;
                to[place] = from[i];
                if (weights != null) {
                    carriedTo[place] = carriedFrom[i];
                }
            }
            long[] keysSwap = from;
            from = to;
            to = keysSwap;
            double[] carriedSwap = carriedFrom;
            carriedFrom = carriedTo;
            carriedTo = carriedSwap;
        }
        if (weights != null && carriedFrom != weights) {
            System.arraycopy(carriedFrom, 0, weights, 0, weights.length);
        }
        return from;
    }

    private static int digit(long key, int pass) {
        return (int) (key >>> (pass * DIGIT_BITS)) & (DIGITS - 1);
    }

    /** The mean, taken as a distance from the first value, so that a constant sample has exactly its value. */
    static double mean(double[] values) {
        double origin = values[0];
        double sum = 0;
        for (double value : values) {
            sum += value - origin;
        }
        return origin + sum / values.length;
    }

    /** The sum of squared distances from the mean; exactly 0 for a constant sample. */
    static double squares(double[] values, double mean) {
        double squares = 0;
        double rest = 0;
        for (double value : values) {
            double distance = value - mean;
            squares += distance * distance;
            rest += distance;
        }
        return Math.max(0, squares - rest * rest / values.length);
    }
}
