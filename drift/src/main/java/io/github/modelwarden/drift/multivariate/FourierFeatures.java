package io.github.modelwarden.drift.multivariate;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Random Fourier features: with frequencies w drawn from N(0, σ⁻²I) the mean of {@code cos(w·(x − y))} is the kernel
 * {@code exp(−‖x − y‖²/(2σ²))}, so sums of cosines and sines of {@code w·x} over the rows of a sample stand for the
 * sums of its kernel matrix, in time linear in the rows.
 *
 * @see <a href="https://proceedings.neurips.cc/paper/2007/hash/013a006f03dbc5392effeb8f18fda755-Abstract.html">Rahimi
 *     and Recht 2007</a>
 */
final class FourierFeatures {

    private static final int CHUNK = 512;
    private static final double ROUNDER = 0x1.8p52; // adding and subtracting it rounds to a whole number

    private final double[][] columns;
    private final double[][] frequencies;

    /** Draws frequencies, in turns for each unit of a coordinate. */
    FourierFeatures(double[][] columns, double sigma, int count, SplittableRandom random) {
        this.columns = columns;
        this.frequencies = new double[count][columns.length];
        for (double[] frequency : frequencies) {
            for (int k = 0; k < frequency.length; k++) {
                frequency[k] = random.nextGaussian() / (sigma * 2 * Math.PI);
            }
        }
    }

    int count() {
        return frequencies.length;
    }

    /**
     * Sums over groups of rows: the first row of a group follows the last of the one before.
     *
     * @param rows the rows, a multiple of the group size
     * @param groupSize rows a group
     * @return for each group the sums of the cosines, then of the sines
     */
    float[][] groupSums(int[] rows, int groupSize) {
        float[][] sums = new float[rows.length / groupSize][2 * frequencies.length];
        double[][] chunk = new double[columns.length][CHUNK];
        double[] turns = new double[CHUNK];
        double[] cosines = new double[CHUNK];
        double[] sines = new double[CHUNK];
        for (int first = 0; first < rows.length; first += CHUNK) {
            int size = Math.min(CHUNK, rows.length - first);
            for (int k = 0; k < columns.length; k++) {
                for (int i = 0; i < size; i++) {
                    chunk[k][i] = columns[k][rows[first + i]];
                }
            }
            for (int f = 0; f < frequencies.length; f++) {
                project(chunk, frequencies[f], turns, size);
                cosinesAndSines(turns, cosines, sines, size);
                for (int i = 0; i < size; i++) {
                    float[] sum = sums[(first + i) / groupSize];
                    sum[f] += (float) cosines[i];
                    sum[frequencies.length + f] += (float) sines[i];
                }
            }
        }
        return sums;
    }

    private static void project(double[][] chunk, double[] frequency, double[] turns, int size) {
        Arrays.fill(turns, 0, size, 0);
        for (int k = 0; k < frequency.length; k++) {
            double[] column = chunk[k];
            double weight = frequency[k];
            for (int i = 0; i < size; i++) {
                turns[i] += weight * column[i];
            }
        }
    }

    /** By Taylor polynomials of the half angle, at most a quarter turn; error below 1e-10. */
    private static void cosinesAndSines(double[] turns, double[] cosines, double[] sines, int size) {
        for (int i = 0; i < size; i++) {
            double whole = (turns[i] + ROUNDER) - ROUNDER;
            double x = (turns[i] - whole) * Math.PI;
            double y = x * x;
            double sineTail = 1 - y / 72 * (1 - y / 110 * (1 - y / 156 * (1 - y / 210)));
            double sine = x * (1 - y / 6 * (1 - y / 20 * (1 - y / 42 * sineTail)));
            double cosineTail = 1 - y / 56 * (1 - y / 90 * (1 - y / 132 * (1 - y / 182)));
            double cosine = 1 - y / 2 * (1 - y / 12 * (1 - y / 30 * cosineTail));
            cosines[i] = 1 - 2 * sine * sine;
            sines[i] = 2 * sine * cosine;
        }
    }
}
