package io.github.modelwarden.drift.statistic;

import java.util.Arrays;

/**
 * The distinct values of two samples, ascending, with the mass each side has there: counts of rows, or weights. Every
 * statistic that looks only at the order of the values and their masses is computed from this, and so is its permutation
 * p-value, since a permutation moves masses between the sides and leaves the values in place.
 */
final class PooledSample {

    private final double[] values;
    private final double[] reference;
    private final double[] current;

    PooledSample(double[] values, double[] reference, double[] current) {
        this.values = values;
        this.reference = reference;
        this.current = current;
    }

    double[] values() {
        return values;
    }

    double[] reference() {
        return reference;
    }

    double[] current() {
        return current;
    }

    static PooledSample of(SamplePair pair) {
        double[] x = pair.reference();
        double[] y = pair.current();
        double[] values = new double[x.length + y.length];
        double[] reference = new double[values.length];
        double[] current = new double[values.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < x.length || j < y.length) {
            double value = j == y.length || (i < x.length && x[i] <= y[j]) ? x[i] : y[j];
            int startI = i;
            int startJ = j;
            while (i < x.length && x[i] == value) {
                i++;
            }
            while (j < y.length && y[j] == value) {
                j++;
            }
            values[size] = value;
            reference[size] = i - startI;
            current[size++] = j - startJ;
        }
        return new PooledSample(
                Arrays.copyOf(values, size), Arrays.copyOf(reference, size), Arrays.copyOf(current, size));
    }

    /** Weighted samples; a row whose value is missing goes with its weight. */
    static PooledSample weighted(String statistic, WeightedSample reference, WeightedSample current) {
        double[][] x = reference.sorted(statistic, "reference");
        double[][] y = current.sorted(statistic, "current");
        int size = x[0].length + y[0].length;
        double[] values = new double[size];
        double[] left = new double[size];
        double[] right = new double[size];
        int i = 0;
        int j = 0;
        for (int k = 0; k < size; k++) {
            if (j == y[0].length || (i < x[0].length && x[0][i] <= y[0][j])) {
                values[k] = x[0][i];
                left[k] = x[1][i++];
            } else {
                values[k] = y[0][j];
                right[k] = y[1][j++];
            }
        }
        return new PooledSample(values, left, right);
    }

    int size() {
        return values.length;
    }

    /** Values with a weight each; not changed. */
    static final class WeightedSample {

        private final double[] values;
        private final double[] weights;

        WeightedSample(double[] values, double[] weights) {
            this.values = values;
            this.weights = weights;
        }

        private double[][] sorted(String statistic, String side) {
            if (values.length != weights.length) {
                throw new IllegalArgumentException(statistic + ": expected a weight for each " + side
                        + " value but got " + values.length + " values and " + weights.length + " weights");
            }
            double[] present = new double[values.length];
            double[] kept = new double[values.length];
            int count = 0;
            double total = 0;
            for (int i = 0; i < values.length; i++) {
                if (Double.isInfinite(values[i]) || !(weights[i] >= 0) || Double.isInfinite(weights[i])) {
                    throw new IllegalArgumentException(statistic + ": expected finite " + side
                            + " values with finite weights of at least 0 but position " + i + " has value " + values[i]
                            + " and weight " + weights[i]);
                }
                if (!Double.isNaN(values[i])) {
                    present[count] = values[i];
                    kept[count++] = weights[i];
                    total += weights[i];
                }
            }
            if (!(total > 0 && total <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(statistic + ": expected " + side
                        + " weights with a positive, finite sum but got " + total + " over " + count + " values");
            }
            double[][] sorted = {Arrays.copyOf(present, count), Arrays.copyOf(kept, count)};
            Samples.sort(sorted[0], sorted[1]);
            return sorted;
        }
    }
}
