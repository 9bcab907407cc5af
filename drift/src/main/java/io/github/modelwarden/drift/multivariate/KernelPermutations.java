package io.github.modelwarden.drift.multivariate;

import java.util.SplittableRandom;

/**
 * The discrepancy of one split of points into two samples, and how many random splits of the same sizes reach it. The
 * kernel matrix is computed block by block and never stored.
 */
final class KernelPermutations {

    private static final int BATCH = 256;

    private final RbfKernel kernel;
    private final int reference;

    /** The first points are the reference, the others the current sample; each has at least two. */
    KernelPermutations(RbfKernel kernel, int reference) {
        this.kernel = kernel;
        this.reference = reference;
    }

    /** The unbiased squared discrepancy of the observed split. */
    double observed() {
        int points = kernel.points();
        double[] row = new double[points];
        double ofReference = 0;
        double across = 0;
        double ofCurrent = 0;
        for (int i = 0; i < points; i++) {
            kernel.row(i, i + 1, row);
            int size = points - i - 1;
            int own = Math.max(0, reference - i - 1);
            if (i < reference) {
                ofReference += sum(row, 0, own);
                across += sum(row, own, size);
            } else {
                ofCurrent += sum(row, 0, size);
            }
        }
        return unbiased(2 * ofReference, 2 * ofCurrent, across, reference, points - reference);
    }

    /** How many of the random splits have at least the discrepancy of the observed one. */
    int atLeastObserved(int permutations, SplittableRandom random) {
        int count = 0;
        for (int done = 0; done < permutations; done += BATCH) {
            double[] values =
                    new SplitBatch(kernel, reference, Math.min(BATCH, permutations - done), random).discrepancies();
            for (int p = 1; p < values.length; p++) {
                count += values[p] >= values[0] ? 1 : 0;
            }
        }
        return count;
    }

    /** {@code Σ_{i≠j} k(x_i, x_j)/(n(n−1)) + Σ_{i≠j} k(y_i, y_j)/(m(m−1)) − 2·Σ k(x_i, y_j)/(nm)}. */
    static double unbiased(double withinX, double withinY, double across, double n, double m) {
        return withinX / (n * (n - 1)) + withinY / (m * (m - 1)) - 2 * across / (n * m);
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }
}
