package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.core.binning.RadixSort;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Checks, sorting and moments shared by the statistics over samples. */
final class Samples {

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

    /** Sorts values ascending, and lets weights move along. */
    static void sort(double[] values, double @Nullable [] weights) {
        if (weights == null) {
            RadixSort.sort(values);
        } else {
            RadixSort.sort(values, weights);
        }
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
