package io.github.modelwarden.drift.multivariate;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The discrepancies of the observed split and of a batch of random ones, all in one pass over the kernel.
 *
 * <p>With u marking the points of the smaller sample, K the kernel without its diagonal, r its row sums and T its
 * total, a split needs only {@code uᵀKu} and {@code uᵀr}: the other sums follow. Four rows of K times all u at once
 * keep the processor's vector units busy. For that product K is rounded to whole steps, so coarse that sums in single
 * precision are exact: splits that are the same then have the very same discrepancy, as counting ties needs. Every
 * split is judged by the same rounded kernel, so rounding costs no validity.
 */
final class SplitBatch {

    private static final int ROWS = 4;
    private static final int LANES = 16;
    private static final int EXACT_BITS = 24; // whole numbers up to 2^24 are exact in single precision
    private static final double ROUNDER = 0x1.8p52; // adding and subtracting it rounds to a whole number

    private final RbfKernel kernel;
    private final int points;
    private final int marked;
    private final int splits;
    private final int width;
    private final double steps;
    private final float[] marks;
    private final double[] rowSums;
    private final double[] within;

    /** Four rows of the rounded kernel, and their products with the marks of every split. */
    private final float[][] block;

    private final float[][] products;

    SplitBatch(RbfKernel kernel, int reference, int permutations, SplittableRandom random) {
        this.kernel = kernel;
        this.points = kernel.points();
        this.marked = Math.min(reference, points - reference);
        this.splits = permutations + 1;
        this.width = (splits + LANES - 1) / LANES * LANES;
        this.steps = 1 << Math.max(0, EXACT_BITS - (Integer.SIZE - Integer.numberOfLeadingZeros(points)));
        this.marks = new float[(points + ROWS) * width];
        this.rowSums = new double[points];
        this.within = new double[width];
        this.block = new float[ROWS][points + ROWS];
        this.products = new float[ROWS][width];
        int firstMarked = reference <= points - reference ? 0 : reference;
        for (int i = 0; i < marked; i++) {
            marks[(firstMarked + i) * width] = 1;
        }
        int[] order = RowDraw.all(points);
        for (int p = 1; p < splits; p++) {
            RowDraw.moveToFront(order, marked, random);
            for (int i = 0; i < marked; i++) {
                marks[order[i] * width + p] = 1;
            }
        }
    }

    /** The unbiased squared discrepancies, up to rounding: of the observed split, then of the random ones. */
    double[] discrepancies() {
        multiply();
        double[] total = new double[width];
        double all = 0;
        for (int i = 0; i < points; i++) {
            all += rowSums[i];
            for (int p = 0; p < splits; p++) {
                total[p] += marks[i * width + p] * rowSums[i];
            }
        }
        double[] discrepancies = new double[splits];
        for (int p = 0; p < splits; p++) {
            double across = total[p] - within[p];
            double others = all - within[p] - 2 * across;
            discrepancies[p] = KernelPermutations.unbiased(within[p], others, across, marked, points - marked) / steps;
        }
        return discrepancies;
    }

    /** Finds uᵀKu of every split, and the row sums on the way. */
    private void multiply() {
        double[] row = new double[points];
        for (int first = 0; first < points; first += ROWS) {
            for (int q = 0; q < ROWS; q++) {
                fill(first, q, row);
                Arrays.fill(products[q], 0);
            }
            for (int column = 0; column < points - first; column += ROWS) {
                multiply(column, (first + column) * width);
            }
            for (int q = 0; q < Math.min(ROWS, points - first); q++) {
                for (int p = 0; p < splits; p++) {
                    within[p] += 2.0 * products[q][p] * marks[(first + q) * width + p];
                }
            }
        }
    }

    /** Rounds the part right of the diagonal of row {@code first + q}, from column {@code first} on. */
    private void fill(int first, int q, double[] row) {
        float[] rounded = block[q];
        int size = points - first;
        Arrays.fill(rounded, 0, size + ROWS, 0);
        if (q >= size) {
            return;
        }
        kernel.row(first + q, first, row);
        double sum = 0;
        for (int j = q + 1; j < size; j++) {
            double value = (row[j] * steps + ROUNDER) - ROUNDER;
            rounded[j] = (float) value;
            rowSums[first + j] += value;
            sum += value;
        }
        rowSums[first + q] += sum;
    }

    /** Adds four columns of the four rows, times the marks of four points, to the products. */
    private void multiply(int column, int mark) {
        float[] u = marks;
        int second = mark + width;
        int third = second + width;
        int fourth = third + width;
        float[] a = products[0];
        float[] b = products[1];
        float[] c = products[2];
        float[] d = products[3];
        float a0 = block[0][column], a1 = block[0][column + 1], a2 = block[0][column + 2], a3 = block[0][column + 3];
        float b0 = block[1][column], b1 = block[1][column + 1], b2 = block[1][column + 2], b3 = block[1][column + 3];
        float c0 = block[2][column], c1 = block[2][column + 1], c2 = block[2][column + 2], c3 = block[2][column + 3];
        float d0 = block[3][column], d1 = block[3][column + 1], d2 = block[3][column + 2], d3 = block[3][column + 3];
        for (int p = 0; p < a.length; p++) {
            float u0 = u[mark + p];
            float u1 = u[second + p];
            float u2 = u[third + p];
            float u3 = u[fourth + p];
            a[p] = Math.fma(a0, u0, Math.fma(a1, u1, Math.fma(a2, u2, Math.fma(a3, u3, a[p]))));
            b[p] = Math.fma(b0, u0, Math.fma(b1, u1, Math.fma(b2, u2, Math.fma(b3, u3, b[p]))));
            c[p] = Math.fma(c0, u0, Math.fma(c1, u1, Math.fma(c2, u2, Math.fma(c3, u3, c[p]))));
            d[p] = Math.fma(d0, u0, Math.fma(d1, u1, Math.fma(d2, u2, Math.fma(d3, u3, d[p]))));
        }
    }
}
