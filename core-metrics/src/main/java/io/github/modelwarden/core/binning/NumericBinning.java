package io.github.modelwarden.core.binning;

import io.github.modelwarden.core.data.FeatureType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Bins of a numeric feature, and finer cells within them. Bin {@code i} holds the values in {@code (edge[i−1], edge[i]]};
 * the first bin is open below and the last open above, so later values outside the reference range are still counted. Ids
 * are {@code 00}, {@code 01}, … in value order, then {@code missing}.
 *
 * <p>Ties: equal values share a bin, so a run of equal reference values longer than a bin's share swallows the edges it
 * covers and the number of bins shrinks. With no more distinct values than bins, each distinct value has a bin. No bin is
 * empty on the reference, but for a constant one: it has a bin for its value, one below and one above, so that a constant
 * that changes is seen.
 *
 * <p>Cells cut the bins further in the same way, so that distances between distribution functions can be bounded tightly
 * from counts alone: every edge of a bin is an edge of a cell. With no more distinct reference values than cells, each
 * distinct value has a cell that ends at it. Where the reference range {@code [min, max]} is known, values below and above
 * it have cells of their own, which are empty on the reference; they belong to the first and the last bin.
 *
 * <p>Immutable.
 */
public final class NumericBinning implements Binning {

    /** Number of cells of a numeric feature unless told otherwise. */
    public static final int DEFAULT_CELLS = 1024;

    private static final int MAX_BINS = 100;
    private static final int MAX_CELLS = 60_000;
    private static final int MAX_WANTED_CELLS = 50_000;

    private final double[] edges;
    private final double[] representatives;
    private final double[] cellEdges;
    private final double min;
    private final double max;
    private final List<String> ids;
    private final EdgeLookup lookup;
    private final byte[] binOfCell;

    private NumericBinning(double[] edges, double[] representatives, double[] cellEdges, double min, double max) {
        this.edges = edges;
        this.representatives = representatives;
        this.cellEdges = cellEdges;
        this.min = min;
        this.max = max;
        this.lookup = new EdgeLookup(cellEdges);
        this.binOfCell = new byte[cellEdges.length + 2];
        int bin = 0;
        for (int cell = 0; cell <= cellEdges.length; cell++) {
            bin += bin < edges.length && cell > 0 && cellEdges[cell - 1] == edges[bin] ? 1 : 0;
            binOfCell[cell] = (byte) bin;
        }
        if (bin < edges.length) {
            throw new IllegalArgumentException(
                    "binning: expected every edge of a bin among the edges of cells, but " + edges[bin] + " is not");
        }
        binOfCell[cells()] = (byte) (bin + 1);
        List<String> names = new ArrayList<>();
        for (int i = 0; i <= edges.length; i++) {
            names.add(String.format(Locale.ROOT, "%02d", i));
        }
        names.add(MISSING);
        this.ids = List.copyOf(names);
    }

    /**
     * Bins with given edges, which are their own cells, over an unknown reference range.
     *
     * @param edges inner edges, finite and strictly ascending, at most 99; may be empty (one bin for all values); copied
     * @param representatives a typical value of each bin, {@code edges.length + 1} finite, ascending numbers; copied
     * @return the binning
     * @throws IllegalArgumentException if a condition above does not hold
     */
    public static NumericBinning of(double[] edges, double[] representatives) {
        if (edges.length >= MAX_BINS || representatives.length != edges.length + 1) {
            throw new IllegalArgumentException("binning: expected fewer than " + MAX_BINS
                    + " edges and one representative more than edges, but got " + edges.length + " edges and "
                    + representatives.length + " representatives");
        }
        requireAscending(edges);
        for (int i = 0; i < representatives.length; i++) {
            if (!Double.isFinite(representatives[i]) || (i > 0 && representatives[i] < representatives[i - 1])) {
                throw new IllegalArgumentException("binning: expected finite, ascending representatives but got "
                        + Arrays.toString(representatives));
            }
        }
        // −0.0 equals 0.0, but its bits do not
        double[] inner = Arrays.stream(edges).map(edge -> edge + 0.0).toArray();
        return new NumericBinning(
                inner, representatives.clone(), inner, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * The same bins with other cells, over a known reference range.
     *
     * @param cellEdges inner edges of the cells, finite and strictly ascending, at most 60 000; they are completed by the edges of the
     *     bins and of the range; copied
     * @param min the smallest reference value, finite
     * @param max the largest reference value, finite
     * @return the binning
     * @throws IllegalArgumentException if a condition above does not hold
     */
    public NumericBinning withCells(double[] cellEdges, double min, double max) {
        if (!(min <= max) || !Double.isFinite(min) || !Double.isFinite(max)) {
            throw new IllegalArgumentException("binning: expected a finite reference range with min <= max but got min "
                    + min + " and max " + max);
        }
        requireAscending(cellEdges);
        double[] all = DoubleStream.concat(
                        DoubleStream.concat(Arrays.stream(cellEdges), Arrays.stream(edges)),
                        DoubleStream.of(Math.nextDown(min), max))
                .filter(Double::isFinite)
                .map(edge -> edge + 0.0)
                .sorted()
                .distinct()
                .toArray();
        if (all.length > MAX_CELLS) {
            throw new IllegalArgumentException(
                    "binning: expected at most " + MAX_CELLS + " edges of cells but got " + all.length);
        }
        return new NumericBinning(edges, representatives, all, min, max);
    }

    private static void requireAscending(double[] edges) {
        for (int i = 0; i < edges.length; i++) {
            if (!Double.isFinite(edges[i]) || (i > 0 && edges[i] <= edges[i - 1])) {
                throw new IllegalArgumentException("binning: expected finite, strictly ascending edges but got "
                        + (edges.length <= MAX_BINS ? Arrays.toString(edges) : edges[i] + " as edge " + i));
            }
        }
    }

    /**
     * Equal-frequency bins of reference values, with {@value #DEFAULT_CELLS} cells.
     *
     * @param reference the values; NaN (missing) is passed over; not changed
     * @param bins the number of bins wanted, 2 to 100; ties can leave fewer
     * @return the binning
     * @throws IllegalArgumentException if no value is present, one is infinite, or {@code bins} is out of range
     */
    public static NumericBinning equalFrequency(double[] reference, int bins) {
        return equalFrequency(reference, bins, DEFAULT_CELLS);
    }

    /**
     * Equal-frequency bins and cells of reference values.
     *
     * @param reference the values; NaN (missing) is passed over; not changed
     * @param bins the number of bins wanted, 2 to 100; ties can leave fewer
     * @param cells the number of cells wanted within the reference range, {@code bins} to 50 000; rounded down to a multiple
     *     of {@code bins}
     * @return the binning
     * @throws IllegalArgumentException if no value is present, one is infinite, or a number is out of range
     */
    public static NumericBinning equalFrequency(double[] reference, int bins, int cells) {
        requireCounts(bins, cells);
        return EqualFrequency.cut(ValueCounts.of(reference), bins, cells);
    }

    /**
     * Equal-frequency bins and cells of counted values.
     *
     * @param reference the values with their counts
     * @param bins the number of bins wanted, 2 to 100; ties can leave fewer
     * @param cells the number of cells wanted within the reference range, {@code bins} to 50 000; rounded down to a multiple
     *     of {@code bins}
     * @return the binning
     * @throws IllegalArgumentException if a number is out of range
     */
    public static NumericBinning equalFrequency(ValueCounts reference, int bins, int cells) {
        requireCounts(bins, cells);
        return EqualFrequency.cut(reference, bins, cells);
    }

    private static void requireCounts(int bins, int cells) {
        if (bins < 2 || bins > MAX_BINS) {
            throw new IllegalArgumentException("binning: expected 2 to " + MAX_BINS + " bins but got " + bins);
        }
        if (cells < bins || cells > MAX_WANTED_CELLS) {
            throw new IllegalArgumentException("binning: expected " + bins + " to " + MAX_WANTED_CELLS + " cells over "
                    + bins + " bins but got " + cells);
        }
    }

    /**
     * The bin of a value.
     *
     * @param value any number; NaN is missing
     * @return index into {@link #ids()}
     */
    public int index(double value) {
        return binOfCell[cell(value)];
    }

    /**
     * The cell of a value.
     *
     * @param value any number; NaN is missing
     * @return 0 to {@code cells() − 1}, or {@code cells()} if missing
     */
    public int cell(double value) {
        return Double.isNaN(value) ? cells() : lookup.index(value);
    }

    /** {@return the number of cells, those below and above the reference range included; missing has none} */
    public int cells() {
        return cellEdges.length + 1;
    }

    /** {@return a copy of the inner edges of the cells, ascending; cell i holds the values in (edge[i−1], edge[i]]} */
    public double[] cellEdges() {
        return cellEdges.clone();
    }

    /**
     * The edge that a cell is anchored at.
     *
     * @param cell 0 to {@code cells() − 1}
     * @return its upper edge; for the last cell, which has none, its lower edge; 0 if there is only one cell
     */
    public double cellAnchor(int cell) {
        int last = cellEdges.length - 1;
        return last < 0 ? 0 : cellEdges[Math.min(cell, last)];
    }

    /**
     * The bin that a cell lies in.
     *
     * @param cell 0 to {@code cells()}
     * @return index into {@link #ids()}; the last one, {@code missing}, for {@code cells()}
     */
    public int binOfCell(int cell) {
        return binOfCell[cell];
    }

    /** {@return the smallest reference value, negative infinity if it is not known} */
    public double min() {
        return min;
    }

    /** {@return the largest reference value, infinity if it is not known} */
    public double max() {
        return max;
    }

    /** {@return a copy of the inner edges, ascending} */
    public double[] edges() {
        return edges.clone();
    }

    /** {@return a copy of the typical value of each bin: the mean of its reference values} */
    public double[] representatives() {
        return representatives.clone();
    }

    /**
     * The bounds of a bin.
     *
     * @param bin index of a value bin, not of {@code missing}
     * @return lower bound (excluded) and upper bound (included); infinite at the ends
     */
    public double[] bounds(int bin) {
        return new double[] {
            bin == 0 ? Double.NEGATIVE_INFINITY : edges[bin - 1],
            bin == edges.length ? Double.POSITIVE_INFINITY : edges[bin]
        };
    }

    @Override
    public List<String> ids() {
        return ids;
    }

    @Override
    public List<String> descriptions() {
        List<String> descriptions = new ArrayList<>();
        if (edges.length == 2 && edges[0] == Math.nextDown(edges[1])) {
            String value = number(edges[1]);
            return List.of("< " + value, "= " + value, "> " + value, MISSING);
        }
        for (int i = 0; i <= edges.length; i++) {
            if (edges.length == 0) {
                descriptions.add("any value");
            } else if (i == 0) {
                descriptions.add("≤ " + number(edges[0]));
            } else if (i == edges.length) {
                descriptions.add("> " + number(edges[i - 1]));
            } else {
                descriptions.add(number(edges[i - 1]) + " – " + number(edges[i]));
            }
        }
        descriptions.add(MISSING);
        return descriptions;
    }

    private static String number(double value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    @Override
    public FeatureType type() {
        return FeatureType.NUMERIC;
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true; // the usual case: profiles of one baseline are combined
        }
        return other instanceof NumericBinning that
                && Arrays.equals(edges, that.edges)
                && Arrays.equals(representatives, that.representatives)
                && Arrays.equals(cellEdges, that.cellEdges)
                && min == that.min
                && max == that.max;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(edges);
    }

    @Override
    public String toString() {
        return "NumericBinning" + Arrays.toString(edges) + " in " + cells() + " cells";
    }
}
