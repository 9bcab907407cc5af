package io.github.modelwarden.drift.multivariate;

import java.util.SplittableRandom;

/**
 * The discrepancy of two samples from their Fourier features, and how many random splits reach it. Rows are put into
 * groups at random, all of one size and each of one sample, and splits deal out whole groups: under the null
 * hypothesis groups can be exchanged as rows can, so the count is exact, and the time of a split does not grow with
 * the rows. Up to a group less one row of each sample is left over and not used.
 */
final class FourierPermutations {

    private static final int GROUPS = 2000; // of the smaller sample, when it has that many rows

    private final int groupSize;
    private final float[][] groups;
    private final int referenceGroups;
    private final double[] referenceSums;
    private final double[] totals;

    /** The first points are the reference, the others the current sample. */
    FourierPermutations(FourierFeatures features, int reference, int points, SplittableRandom random) {
        int current = points - reference;
        groupSize = Math.max(1, Math.min(reference, current) / GROUPS);
        referenceGroups = reference / groupSize;
        int currentGroups = current / groupSize;
        int[] rows = new int[(referenceGroups + currentGroups) * groupSize];
        System.arraycopy(
                RowDraw.some(reference, referenceGroups * groupSize, random), 0, rows, 0, referenceGroups * groupSize);
        int[] ofCurrent = RowDraw.some(current, currentGroups * groupSize, random);
        for (int i = 0; i < ofCurrent.length; i++) {
            rows[referenceGroups * groupSize + i] = reference + ofCurrent[i];
        }
        groups = features.groupSums(rows, groupSize);
        int[] order = RowDraw.all(groups.length);
        referenceSums = sum(order, referenceGroups);
        totals = sum(order, groups.length);
    }

    int referenceRows() {
        return referenceGroups * groupSize;
    }

    int currentRows() {
        return (groups.length - referenceGroups) * groupSize;
    }

    /** The unbiased squared discrepancy of the observed split. */
    double observed() {
        return discrepancy(referenceSums, referenceRows(), currentRows());
    }

    /** How many of the random splits have at least the discrepancy of the observed one. */
    int atLeastObserved(int permutations, SplittableRandom random) {
        int drawn = Math.min(referenceGroups, groups.length - referenceGroups);
        int rows = drawn * groupSize;
        int others = (groups.length - drawn) * groupSize;
        double observed = observed();
        int[] order = RowDraw.all(groups.length);
        int count = 0;
        for (int p = 0; p < permutations; p++) {
            RowDraw.moveToFront(order, drawn, random);
            count += discrepancy(sum(order, drawn), rows, others) >= observed ? 1 : 0;
        }
        return count;
    }

    private double[] sum(int[] order, int count) {
        double[] sums = new double[groups[0].length];
        for (int g = 0; g < count; g++) {
            float[] group = groups[order[g]];
            for (int f = 0; f < sums.length; f++) {
                sums[f] += group[f];
            }
        }
        return sums;
    }

    /** A row's features have the squared norm 1 when divided by the root of the number of frequencies. */
    private double discrepancy(double[] sums, double n, double m) {
        double within = 0;
        double others = 0;
        double across = 0;
        for (int f = 0; f < sums.length; f++) {
            double rest = totals[f] - sums[f];
            within += sums[f] * sums[f];
            others += rest * rest;
            across += sums[f] * rest;
        }
        double frequencies = sums.length / 2.0;
        return KernelPermutations.unbiased(
                within / frequencies - n, others / frequencies - m, across / frequencies, n, m);
    }
}
