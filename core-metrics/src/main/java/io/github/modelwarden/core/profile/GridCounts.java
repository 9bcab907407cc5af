package io.github.modelwarden.core.profile;

import java.util.Arrays;

/**
 * Counts and sums of numbers over a fine grid: what is kept of a column that does not fit into memory, so that distances
 * between distribution functions can still be bounded tightly. Cell {@code i} holds the values in
 * {@code (edge[i−1], edge[i]]}; the first cell is open below and the last open above. Missing values are passed over.
 * Mergeable like {@link FeatureProfile}; not thread-safe.
 */
public final class GridCounts {

    private final double[] edges;
    private final long[] counts;
    private final double[] sums;

    private GridCounts(double[] edges, long[] counts, double[] sums) {
        this.edges = edges;
        this.counts = counts;
        this.sums = sums;
    }

    /**
     * An empty grid.
     *
     * @param edges inner edges, finite and strictly ascending; copied
     * @return the grid
     * @throws IllegalArgumentException if the edges are not as said
     */
    public static GridCounts over(double... edges) {
        for (int i = 0; i < edges.length; i++) {
            if (!Double.isFinite(edges[i]) || (i > 0 && edges[i] <= edges[i - 1])) {
                throw new IllegalArgumentException("grid: expected finite, strictly ascending edges but edge " + i
                        + " is " + edges[i] + (i > 0 ? " after " + edges[i - 1] : ""));
            }
        }
        return new GridCounts(edges.clone(), new long[edges.length + 1], new double[edges.length + 1]);
    }

    /**
     * An empty grid whose cells hold about the same share of a sample each; ties can leave fewer cells.
     *
     * @param sample values in any order, NaN is passed over; not changed
     * @param cells the number of cells wanted, at least 1
     * @return the grid; one cell if the sample has no value
     * @throws IllegalArgumentException if a value is infinite or {@code cells} is below 1
     */
    public static GridCounts ofSample(double[] sample, int cells) {
        if (cells < 1) {
            throw new IllegalArgumentException("grid: expected at least 1 cell but got " + cells);
        }
        double[] sorted = Arrays.stream(sample)
                .filter(value -> !Double.isNaN(value))
                .map(value -> value + 0.0)
                .sorted()
                .toArray();
        double[] edges = java.util.stream.IntStream.range(1, sorted.length == 0 ? 1 : cells)
                .mapToDouble(k -> sorted[(int) Math.ceil((double) k * sorted.length / cells) - 1])
                .distinct()
                .toArray();
        return over(edges);
    }

    /**
     * Counts a value.
     *
     * @param value any finite number; NaN is passed over
     * @throws IllegalArgumentException if the value is infinite; nothing is counted then
     */
    public void accept(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("grid: expected a finite number or NaN for missing, but got " + value);
        }
        int cell = cell(value);
        counts[cell]++;
        sums[cell] += value;
    }

    private int cell(double value) {
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
        return low;
    }

    /**
     * Adds all that another grid has seen.
     *
     * @param other a grid over the same edges, not changed
     * @return this
     * @throws IllegalArgumentException if the edges differ
     */
    public GridCounts combine(GridCounts other) {
        if (!Arrays.equals(edges, other.edges)) {
            throw new IllegalArgumentException("cannot combine grids of " + counts.length + " and "
                    + other.counts.length + " cells: only counts over the same edges add up");
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
            sums[i] += other.sums[i];
        }
        return this;
    }

    /** {@return an empty grid over the same edges} */
    public GridCounts emptyCopy() {
        return new GridCounts(edges, new long[counts.length], new double[counts.length]);
    }

    /** {@return a copy of the inner edges, ascending} */
    public double[] edges() {
        return edges.clone();
    }

    /** {@return a copy of the counts, one more than edges} */
    public long[] counts() {
        return counts.clone();
    }

    /** {@return a copy of the sums of the values of each cell} */
    public double[] sums() {
        return sums.clone();
    }

    /** {@return the number of values counted} */
    public long total() {
        return Arrays.stream(counts).sum();
    }
}
