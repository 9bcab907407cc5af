package io.github.modelwarden.drift.statistic;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * A permutation test: how often a random split of the pooled rows gives a statistic at least as large as the observed one.
 * The same seed and data give the same p-value. The data take part in the seed, because tests of many samples from one
 * sequence of random numbers would share its error, and with it raise too many or too few false alarms together. Immutable.
 */
record Permutations(int count, long seed) {

    /** Values that are equal in exact arithmetic may differ by rounding when they are computed from other splits. */
    private static final double ROUNDING = 1e-10;

    Permutations {
        if (count < 1) {
            throw new IllegalArgumentException("permutations: expected at least 1 but got " + count);
        }
    }

    /** The p-value of two samples given by whole counts over the same cells. */
    OptionalDouble pValue(ToDoubleBiFunction<double[], double[]> statistic, double[] reference, double[] current) {
        return pValue(sides -> statistic.applyAsDouble(sides[0], sides[1]), new double[][] {reference, current});
    }

    /** The p-value of a table of whole counts, a row a sample, with row and column sums held. */
    OptionalDouble pValue(ToDoubleFunction<double[][]> statistic, double[][] table) {
        double observed = statistic.applyAsDouble(table);
        double bound = observed - ROUNDING * Math.abs(observed);
        CountSampler sampler = new CountSampler(new SplittableRandom(mixed(table)));
        double[] columns = columnSums(table);
        double[][] drawn = new double[table.length][columns.length];
        int extreme = 0;
        for (int i = 0; i < count; i++) {
            split(sampler, table, columns, drawn);
            if (statistic.applyAsDouble(drawn) >= bound) {
                extreme++;
            }
        }
        return OptionalDouble.of(PermutationPValue.conservative(extreme, count));
    }

    private long mixed(double[][] table) {
        long mixed = seed;
        for (double[] row : table) {
            mixed = 31 * mixed + Arrays.hashCode(row);
        }
        return mixed;
    }

    private static void split(CountSampler sampler, double[][] table, double[] columns, double[][] drawn) {
        int last = table.length - 1;
        double[] left = drawn[last];
        System.arraycopy(columns, 0, left, 0, left.length);
        double total = BinnedCounts.total(columns);
        for (int row = 0; row < last; row++) {
            double rows = BinnedCounts.total(table[row]);
            sampler.draw(left, total, rows, drawn[row]);
            total -= rows;
            for (int i = 0; i < left.length; i++) {
                left[i] -= drawn[row][i];
            }
        }
    }

    private static double[] columnSums(double[][] table) {
        double[] sums = new double[table[0].length];
        for (double[] row : table) {
            for (int i = 0; i < row.length; i++) {
                if (row[i] != Math.rint(row[i])) {
                    throw new IllegalArgumentException(
                            "permutations: expected whole counts of rows but got " + row[i] + " in column " + i);
                }
                sums[i] += row[i];
            }
        }
        return sums;
    }
}
