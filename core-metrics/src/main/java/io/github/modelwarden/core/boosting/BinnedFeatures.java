package io.github.modelwarden.core.boosting;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A feature matrix cut into bins of about equal frequency, at most {@value #MAX_BINS} a column with one of them for
 * missing values. Binning looks at the features alone, so one binned matrix serves many fits on parts of its rows.
 *
 * <p>A column with fewer distinct values than bins has a bin for each. Equal values always share a bin. The edges lie
 * midway between neighbouring values; with more than {@value #SAMPLE} values they are those of a fixed random sample of
 * them. Immutable.
 */
public final class BinnedFeatures {

    /** The most bins of a column, the one for missing values included. */
    public static final int MAX_BINS = 64;

    static final int MISSING = 0;

    private static final int SAMPLE = 65_536;
    private static final long SEED = 64;

    private final List<String> names;
    private final double[][] edges;
    private final byte[][] bins;
    private final int rowCount;

    private BinnedFeatures(List<String> names, double[][] edges, byte[][] bins, int rowCount) {
        this.names = names;
        this.edges = edges;
        this.bins = bins;
        this.rowCount = rowCount;
    }

    /**
     * Bins a matrix.
     *
     * @param matrix the features
     * @return the binned features
     */
    public static BinnedFeatures of(FeatureMatrix matrix) {
        int columns = matrix.columnCount();
        double[][] edges = new double[columns][];
        byte[][] bins = new byte[columns][matrix.rowCount()];
        for (int j = 0; j < columns; j++) {
            double[] values = matrix.raw(j);
            edges[j] = edges(values);
            for (int i = 0; i < values.length; i++) {
                bins[j][i] = (byte) bin(values[i], edges[j]);
            }
        }
        return new BinnedFeatures(matrix.names(), edges, bins, matrix.rowCount());
    }

    /** {@return the number of rows} */
    public int rowCount() {
        return rowCount;
    }

    /** {@return the names of the columns in order} */
    public List<String> names() {
        return names;
    }

    int columnCount() {
        return bins.length;
    }

    /** The bin of every row: {@link #MISSING}, or 1 and up in value order. Must not be changed. */
    byte[] bins(int column) {
        return bins[column];
    }

    /** The number of bins of a column, the one for missing values included. */
    int binCount(int column) {
        return edges[column].length + 2;
    }

    /** The value that bins 1 to {@code bin} do not exceed and later ones do; infinite for the last bin. */
    double upperEdge(int column, int bin) {
        return bin <= edges[column].length ? edges[column][bin - 1] : Double.POSITIVE_INFINITY;
    }

    private static int bin(double value, double[] edges) {
        if (Double.isNaN(value)) {
            return MISSING;
        }
        int low = 0;
        int high = edges.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value <= edges[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low + 1;
    }

    private static double[] edges(double[] values) {
        double[] sorted = sortedSample(values);
        double[] distinct = new double[MAX_BINS];
        int found = 0;
        for (int i = 0; i < sorted.length && found < MAX_BINS; i++) {
            if (i == 0 || sorted[i] > sorted[i - 1]) {
                distinct[found++] = sorted[i];
            }
        }
        double[] edges = new double[MAX_BINS - 2];
        int count = 0;
        if (found < MAX_BINS) {
            for (int i = 1; i < found; i++) {
                count = add(edges, count, distinct[i - 1], distinct[i]);
            }
        } else {
            for (int i = 1; i < MAX_BINS - 1; i++) {
                int last = (int) ((long) i * sorted.length / (MAX_BINS - 1)) - 1;
                int next = last + 1;
                while (next < sorted.length && sorted[next] == sorted[last]) {
                    next++;
                }
                if (next < sorted.length) {
                    count = add(edges, count, sorted[last], sorted[next]);
                }
            }
        }
        return Arrays.copyOf(edges, count);
    }

    private static int add(double[] edges, int count, double below, double above) {
        double middle = below / 2 + above / 2;
        if (!(middle >= below && middle < above)) {
            middle = below; // neighbouring doubles, or numbers too small to halve
        }
        if (count > 0 && edges[count - 1] >= middle) {
            return count;
        }
        edges[count] = middle;
        return count + 1;
    }

    private static double[] sortedSample(double[] values) {
        double[] present = new double[values.length];
        int n = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                present[n++] = value + 0.0; // −0.0 and 0.0 are one value
            }
        }
        if (n > SAMPLE) {
            SplittableRandom random = new SplittableRandom(SEED);
            for (int i = 0; i < SAMPLE; i++) {
                int other = i + random.nextInt(n - i);
                double swapped = present[i];
                present[i] = present[other];
                present[other] = swapped;
            }
            n = SAMPLE;
        }
        double[] sample = Arrays.copyOf(present, n);
        Arrays.sort(sample);
        return sample;
    }
}
