package io.github.modelwarden.core.binning;

import io.github.modelwarden.core.data.FeatureType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Equal-frequency bins of a numeric feature. Bin {@code i} holds the values in {@code (edge[i−1], edge[i]]}; the first
 * bin is open below and the last open above, so later values outside the reference range are still counted. Ids are
 * {@code 00}, {@code 01}, … in value order, then {@code missing}.
 *
 * <p>Ties: equal values share a bin, so a run of equal reference values longer than a bin's share swallows the edges it
 * covers and the number of bins shrinks. With no more distinct values than bins, each distinct value has a bin. No bin is
 * empty on the reference, but for a constant one: it has a bin for its value, one below and one above, so that a constant
 * that changes is seen. Immutable.
 */
public final class NumericBinning implements Binning {

    private static final int MAX_BINS = 100;

    private final double[] edges;
    private final double[] representatives;
    private final List<String> ids;

    private NumericBinning(double[] edges, double[] representatives) {
        this.edges = edges;
        this.representatives = representatives;
        List<String> names = new ArrayList<>();
        for (int i = 0; i <= edges.length; i++) {
            names.add(String.format(Locale.ROOT, "%02d", i));
        }
        names.add(MISSING);
        this.ids = List.copyOf(names);
    }

    /**
     * Bins with given edges.
     *
     * @param edges inner edges, finite and strictly ascending; may be empty (one bin for all values); copied
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
        for (int i = 0; i < edges.length; i++) {
            if (!Double.isFinite(edges[i]) || (i > 0 && edges[i] <= edges[i - 1])) {
                throw new IllegalArgumentException(
                        "binning: expected finite, strictly ascending edges but got " + Arrays.toString(edges));
            }
        }
        for (int i = 0; i < representatives.length; i++) {
            if (!Double.isFinite(representatives[i]) || (i > 0 && representatives[i] < representatives[i - 1])) {
                throw new IllegalArgumentException("binning: expected finite, ascending representatives but got "
                        + Arrays.toString(representatives));
            }
        }
        return new NumericBinning(edges.clone(), representatives.clone());
    }

    /**
     * Equal-frequency bins of reference values.
     *
     * @param reference the values; NaN (missing) is passed over; not changed
     * @param bins the number of bins wanted, 2 to 100; ties can leave fewer
     * @return the binning
     * @throws IllegalArgumentException if no value is present, one is infinite, or {@code bins} is out of range
     */
    public static NumericBinning equalFrequency(double[] reference, int bins) {
        if (bins < 2 || bins > MAX_BINS) {
            throw new IllegalArgumentException("binning: expected 2 to " + MAX_BINS + " bins but got " + bins);
        }
        // adding 0.0 turns −0.0 into 0.0: equal values must not end up on both sides of an edge
        double[] sorted = Arrays.stream(reference)
                .filter(v -> !Double.isNaN(v))
                .map(v -> v + 0.0)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("binning: expected at least one reference value but all "
                    + reference.length + " are missing; take the feature out of the schema or supply data");
        }
        double extreme = Double.isInfinite(sorted[0]) ? sorted[0] : sorted[sorted.length - 1];
        if (Double.isInfinite(extreme)) {
            throw new IllegalArgumentException("binning: expected finite reference values but got " + extreme
                    + "; replace it or leave it out as missing (NaN)");
        }
        double[] distinct = Arrays.stream(sorted).distinct().limit(bins + 1L).toArray();
        if (distinct.length == 1) {
            return constant(distinct[0]);
        }
        double[] edges =
                distinct.length <= bins ? Arrays.copyOf(distinct, distinct.length - 1) : quantileEdges(sorted, bins);
        return new NumericBinning(edges, means(sorted, edges));
    }

    private static NumericBinning constant(double value) {
        double below = Math.nextDown(value);
        double above = Math.nextUp(value);
        return Double.isFinite(below) && Double.isFinite(above)
                ? new NumericBinning(new double[] {below, value}, new double[] {below, value, above})
                : new NumericBinning(new double[0], new double[] {value});
    }

    private static double[] quantileEdges(double[] sorted, int bins) {
        double last = sorted[sorted.length - 1];
        return java.util.stream.IntStream.range(1, bins)
                .mapToDouble(k -> sorted[(int) Math.ceil((double) k * sorted.length / bins) - 1])
                .distinct()
                .filter(edge -> edge < last)
                .toArray();
    }

    private static double[] means(double[] sorted, double[] edges) {
        double[] means = new double[edges.length + 1];
        long[] counts = new long[edges.length + 1];
        for (double value : sorted) {
            int bin = index(edges, value);
            counts[bin]++;
            // a running mean, since a sum of huge values would overflow
            means[bin] += value / counts[bin] - means[bin] / counts[bin];
        }
        return means;
    }

    /**
     * The bin of a value.
     *
     * @param value any number; NaN is missing
     * @return index into {@link #ids()}
     */
    public int index(double value) {
        return Double.isNaN(value) ? edges.length + 1 : index(edges, value);
    }

    private static int index(double[] edges, double value) {
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
        return other instanceof NumericBinning that
                && Arrays.equals(edges, that.edges)
                && Arrays.equals(representatives, that.representatives);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(edges);
    }

    @Override
    public String toString() {
        return "NumericBinning" + Arrays.toString(edges);
    }
}
