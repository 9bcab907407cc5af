package io.github.modelwarden.drift.multivariate;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The kernel {@code exp(−d²/(2σ²))} among points given one array a dimension. Rows of the kernel matrix are computed in
 * plain loops over arrays, which the compiler turns into vector instructions; relative error below 1e-10.
 */
final class RbfKernel {

    private static final int MEDIAN_SAMPLE = 500;
    private static final double LARGEST = 700; // exp(−700) is 1e-304: further points count as that far
    private static final int SQUARINGS = 11;

    private final double[][] columns;
    private final double factor;

    RbfKernel(double[][] columns, double sigma) {
        this.columns = columns;
        this.factor = 1 / (2 * sigma * sigma);
    }

    int points() {
        return columns[0].length;
    }

    /** Writes the kernel of one point with the points {@code from, from + 1, …} to the start of an array. */
    void row(int point, int from, double[] into) {
        int size = points() - from;
        squaredDistances(columns, point, from, into);
        for (int j = 0; j < size; j++) {
            into[j] = Math.min(LARGEST, into[j] * factor);
        }
        exponentials(into, size);
    }

    /** The median distance among all points, or among a random 500 of them; the mean of the others if that is 0. */
    static double medianDistance(double[][] columns, SplittableRandom random) {
        int[] rows = RowDraw.some(columns[0].length, MEDIAN_SAMPLE, random);
        double[][] sample = new double[columns.length][rows.length];
        for (int k = 0; k < columns.length; k++) {
            for (int i = 0; i < rows.length; i++) {
                sample[k][i] = columns[k][rows[i]];
            }
        }
        double[] distances = new double[rows.length * (rows.length - 1) / 2];
        double[] row = new double[rows.length];
        int next = 0;
        for (int i = 0; i + 1 < rows.length; i++) {
            squaredDistances(sample, i, i + 1, row);
            System.arraycopy(row, 0, distances, next, rows.length - i - 1);
            next += rows.length - i - 1;
        }
        Arrays.sort(distances);
        double median = Math.sqrt((distances[(next - 1) / 2] + distances[next / 2]) / 2);
        if (median > 0) {
            return median;
        }
        double mean = Arrays.stream(distances)
                .filter(d -> d > 0)
                .map(Math::sqrt)
                .average()
                .orElse(0);
        if (mean > 0) {
            return mean;
        }
        throw new IllegalArgumentException("mmd2: the rows are equal, as far as " + rows.length
                + " of them tell, so no bandwidth can be found; set sigma");
    }

    private static void squaredDistances(double[][] columns, int point, int from, double[] into) {
        int size = columns[0].length - from;
        Arrays.fill(into, 0, size, 0);
        for (double[] column : columns) {
            double own = column[point];
            for (int j = 0; j < size; j++) {
                double difference = column[from + j] - own;
                into[j] += difference * difference;
            }
        }
    }

    /** exp(−x) for x from 0 to 700 as the 2048th power of the Taylor polynomial of exp(−x/2048). */
    private static void exponentials(double[] values, int size) {
        double scale = -1.0 / (1 << SQUARINGS);
        for (int j = 0; j < size; j++) {
            double y = values[j] * scale;
            double high = 1.0 / 5040 + y * (1.0 / 40320 + y * (1.0 / 362880 + y * (1.0 / 3628800 + y / 39916800)));
            double low = 1.0 / 6 + y * (1.0 / 24 + y * (1.0 / 120 + y * (1.0 / 720 + y * high)));
            double power = 1 + y * (1 + y * (0.5 + y * low));
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            values[j] = power;
        }
    }
}
