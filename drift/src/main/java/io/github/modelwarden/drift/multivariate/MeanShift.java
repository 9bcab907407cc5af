package io.github.modelwarden.drift.multivariate;

import java.util.SplittableRandom;

/**
 * The difference of two means, and how many random splits of the same sizes reach it in absolute value. With more than
 * {@value #GROUPS} values in the smaller sample, splits deal out random groups of equal size instead of values, as in
 * {@link FourierPermutations}; values left over count in the means.
 */
final class MeanShift {

    private static final int GROUPS = 2000;
    private static final double ROUNDING = 1e-12;

    private final double[] first;
    private final double[] second;

    MeanShift(double[] first, double[] second) {
        this.first = first;
        this.second = second;
    }

    int firstCount() {
        return first.length;
    }

    int secondCount() {
        return second.length;
    }

    double firstMean() {
        return sum(first) / first.length;
    }

    double secondMean() {
        return sum(second) / second.length;
    }

    /** How far the means are apart, in standard deviations of all values; 0 if they are all equal. */
    double standardised() {
        double mean = (sum(first) + sum(second)) / (first.length + second.length);
        double squares = 0;
        for (double[] sample : new double[][] {first, second}) {
            for (double value : sample) {
                squares += (value - mean) * (value - mean);
            }
        }
        double deviation = Math.sqrt(squares / (first.length + second.length));
        return deviation > 0 ? Math.abs(secondMean() - firstMean()) / deviation : 0;
    }

    int atLeastObserved(int permutations, SplittableRandom random) {
        int size = Math.max(1, Math.min(first.length, second.length) / GROUPS);
        int ofFirst = first.length / size;
        int ofSecond = second.length / size;
        double[] groups = new double[ofFirst + ofSecond];
        addUp(first, RowDraw.some(first.length, ofFirst * size, random), groups, 0);
        addUp(second, RowDraw.some(second.length, ofSecond * size, random), groups, ofFirst);
        int drawn = Math.min(ofFirst, ofSecond);
        double total = sum(groups);
        double expected = total * drawn / groups.length;
        double observed = 0;
        for (int g = 0; g < drawn; g++) {
            observed += groups[ofFirst <= ofSecond ? g : ofFirst + g];
        }
        double least = Math.abs(observed - expected) - ROUNDING * Math.abs(total);
        int[] order = RowDraw.all(groups.length);
        int count = 0;
        for (int p = 0; p < permutations; p++) {
            RowDraw.moveToFront(order, drawn, random);
            double sum = 0;
            for (int g = 0; g < drawn; g++) {
                sum += groups[order[g]];
            }
            count += Math.abs(sum - expected) >= least ? 1 : 0;
        }
        return count;
    }

    /** Adds the values of the rows, in runs of equal length, to the groups from {@code start} on. */
    private void addUp(double[] values, int[] rows, double[] groups, int start) {
        int size = Math.max(1, Math.min(first.length, second.length) / GROUPS);
        for (int i = 0; i < rows.length; i++) {
            groups[start + i / size] += values[rows[i]];
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
