package io.github.modelwarden.drift.multivariate;

import io.github.modelwarden.core.boosting.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Encoded rows as points without gaps, on scales that can be compared. Numbers and ranks are centred and divided by
 * their standard deviation; the columns of one categorical feature are divided by the root of the sum of their
 * variances. A missing value lies at the mean, and 1 away from the others in a direction of its own. A column that
 * does not vary is left out.
 *
 * <p>Mean and deviation are those of the rows to fit to. A column that varies only in the others is divided by its
 * largest magnitude.
 */
final class DensePoints {

    private static final double SMALLEST_DEVIATION = 1e-12; // of the largest magnitude; below it is rounding

    private final List<double[]> columns = new ArrayList<>();
    private final List<Integer> sources = new ArrayList<>();

    private DensePoints() {}

    static DensePoints of(PooledFeatures pooled, int[] fitRows) {
        DensePoints points = new DensePoints();
        FeatureMatrix matrix = pooled.matrix();
        int[] sources = pooled.encoder().sources();
        for (int first = 0; first < sources.length; ) {
            int end = first;
            while (end < sources.length && sources[end] == sources[first]) {
                end++;
            }
            points.addFeature(matrix, first, end, fitRows, sources[first]);
            first = end;
        }
        return points;
    }

    /** Coordinates, one array a dimension; must not be changed. */
    double[][] columns() {
        return columns.toArray(double[][]::new);
    }

    /** The position of each dimension's feature in the encoder's features. */
    int[] sources() {
        return sources.stream().mapToInt(i -> i).toArray();
    }

    private void addFeature(FeatureMatrix matrix, int first, int end, int[] fitRows, int source) {
        double variance = 0;
        List<double[]> centred = new ArrayList<>();
        List<boolean[]> gaps = new ArrayList<>();
        for (int column = first; column < end; column++) {
            double[] values = matrix.column(column);
            boolean[] missing = missing(values);
            double deviation = centre(values, missing, fitRows);
            variance += deviation * deviation;
            if (varies(values)) {
                centred.add(values);
            }
            if (missing.length > 0) {
                gaps.add(missing);
            }
        }
        double scale = Math.sqrt(variance);
        for (double[] values : centred) {
            for (int i = 0; i < values.length && scale > SMALLEST_DEVIATION; i++) {
                values[i] /= scale;
            }
            columns.add(values);
            sources.add(source);
        }
        for (boolean[] missing : gaps) {
            addIndicator(missing, fitRows, source);
        }
    }

    private void addIndicator(boolean[] missing, int[] fitRows, int source) {
        int count = 0;
        for (int row : fitRows) {
            count += missing[row] ? 1 : 0;
        }
        double mean = (double) count / fitRows.length;
        double[] indicator = new double[missing.length];
        for (int i = 0; i < indicator.length; i++) {
            indicator[i] = (missing[i] ? 1 : 0) - mean;
        }
        if (varies(indicator)) {
            columns.add(indicator);
            sources.add(source);
        }
    }

    /** Which values are missing; an empty array if none is. */
    private static boolean[] missing(double[] values) {
        boolean[] missing = new boolean[values.length];
        boolean some = false;
        for (int i = 0; i < values.length; i++) {
            missing[i] = Double.isNaN(values[i]);
            some |= missing[i];
        }
        return some ? missing : new boolean[0];
    }

    /**
     * Divides by the largest magnitude, which keeps sums of squares finite, takes the mean of the rows to fit to away,
     * and puts missing values there. Returns the standard deviation of those rows.
     */
    private static double centre(double[] values, boolean[] missing, int[] fitRows) {
        double largest = 0;
        for (double value : values) {
            largest = Math.abs(value) > largest ? Math.abs(value) : largest; // NaN is not larger
        }
        double unit = largest > 0 ? largest : 1;
        double sum = 0;
        int present = 0;
        for (int row : fitRows) {
            if (!Double.isNaN(values[row])) {
                sum += values[row] / unit;
                present++;
            }
        }
        double mean = present > 0 ? sum / present : 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = missing.length > 0 && missing[i] ? 0 : values[i] / unit - mean;
        }
        for (int row : fitRows) {
            squares += values[row] * values[row];
        }
        return present > 0 ? Math.sqrt(squares / present) : 0;
    }

    private static boolean varies(double[] values) {
        return Arrays.stream(values).anyMatch(value -> value != values[0]);
    }
}
