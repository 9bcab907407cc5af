package io.github.modelwarden.core.binning;

import java.util.Arrays;

/**
 * Edges of histogram bins, as NumPy cuts and counts them, to compare with programs that use such bins. Monitoring itself
 * uses {@link NumericBinning}, whose bins hold out on skewed features and outliers. Missing values (NaN) are passed over
 * everywhere, and infinite ones are refused. Immutable.
 */
public final class BinEdges {

    private static final int MAXIMUM = 1 << 24;

    private final double[] edges;

    /** How NumPy's {@code histogram_bin_edges} chooses the number of bins of equal width for a sample of n values. */
    public enum Rule {
        /** Sturges: {@code log2(n) + 1} bins; for normal data. */
        STURGES {
            @Override
            double width(double[] sorted) {
                return range(sorted) / (log2(sorted.length) + 1);
            }
        },
        /** Doane: Sturges' bins, and more of them the more skewed the data is. */
        DOANE {
            @Override
            double width(double[] sorted) {
                double n = sorted.length;
                double skewness = Math.abs(skewness(sorted));
                if (n <= 2 || Double.isNaN(skewness)) {
                    return 0;
                }
                double noise = Math.sqrt(6 * (n - 2) / ((n + 1) * (n + 3)));
                return range(sorted) / (1 + log2(n) + log2(1 + skewness / noise));
            }
        },
        /** Freedman–Diaconis: {@code 2·IQR / ∛n} wide; one bin when half the values are equal. */
        FREEDMAN_DIACONIS {
            @Override
            double width(double[] sorted) {
                return 2 * (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / Math.cbrt(sorted.length);
            }
        },
        /** The narrower of Sturges and Freedman–Diaconis, the latter not below half of {@code range / √n}. */
        AUTO {
            @Override
            double width(double[] sorted) {
                double least = range(sorted) / Math.sqrt(sorted.length) / 2;
                return Math.min(Math.max(FREEDMAN_DIACONIS.width(sorted), least), STURGES.width(sorted));
            }
        };

        abstract double width(double[] sorted);

        private static double range(double[] sorted) {
            return sorted[sorted.length - 1] - sorted[0];
        }

        private static double log2(double x) {
            // exact for powers of two, where a bin more or less hangs on the last digit
            int exponent = Math.getExponent(x);
            return exponent + Math.log(x / Math.scalb(1.0, exponent)) / Math.log(2);
        }

        /** The third standardised moment; NaN for a constant sample. */
        private static double skewness(double[] values) {
            double origin = values[0];
            double sum = 0;
            for (double value : values) {
                sum += value - origin;
            }
            double mean = origin + sum / values.length;
            double squares = 0;
            double cubes = 0;
            for (double value : values) {
                double distance = value - mean;
                squares += distance * distance;
                cubes += distance * distance * distance;
            }
            return cubes / values.length / Math.pow(squares / values.length, 1.5);
        }
    }

    private BinEdges(double[] edges) {
        this.edges = edges;
    }

    /**
     * Given edges.
     *
     * @param edges finite and strictly ascending, at least one; copied
     * @return the edges
     * @throws IllegalArgumentException if a condition above does not hold
     */
    public static BinEdges of(double... edges) {
        for (int i = 0; i < edges.length; i++) {
            if (!(Math.abs(edges[i]) <= Double.MAX_VALUE) || (i > 0 && edges[i] <= edges[i - 1])) {
                throw new IllegalArgumentException(
                        "bin edges: expected finite, strictly ascending edges but edge " + i + " is " + edges[i]);
            }
        }
        if (edges.length == 0) {
            throw new IllegalArgumentException("bin edges: expected at least one edge but got none");
        }
        // adding 0.0 turns −0.0 into 0.0: a search would keep the two apart
        return new BinEdges(Arrays.stream(edges).map(edge -> edge + 0.0).toArray());
    }

    /**
     * Bins of equal width; a range without width becomes half a unit wider on both sides, as in NumPy.
     *
     * @param low lowest edge, finite
     * @param high highest edge, finite, at least {@code low}
     * @param bins number of bins, 1 to 16 777 216
     * @return the edges, one more than bins
     * @throws IllegalArgumentException if a condition above does not hold, or the range is too narrow for so many bins
     */
    public static BinEdges equalWidth(double low, double high, int bins) {
        if (bins < 1 || bins > MAXIMUM || !(low <= high) || !(Math.abs(high - low) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("bin edges: expected 1 to " + MAXIMUM
                    + " bins over a finite range but got " + bins + " from " + low + " to " + high);
        }
        double first = low == high ? low - 0.5 : low;
        double last = low == high ? high + 0.5 : high;
        double step = (last - first) / bins;
        double[] edges = new double[bins + 1];
        for (int i = 0; i < bins; i++) {
            edges[i] = i * step + first;
        }
        edges[bins] = last;
        return of(edges);
    }

    /**
     * Bins of equal width over the range of a sample, as many as a rule says.
     *
     * @param rule the rule
     * @param values the sample; NaN is passed over; not changed
     * @return the edges
     * @throws IllegalArgumentException if no value is present, one is infinite, or the rule asks for more than 16 777 216
     *     bins
     */
    public static BinEdges ofRule(Rule rule, double[] values) {
        return ofRule(rule, sorted(values), 0);
    }

    /**
     * As {@link #ofRule(Rule, double[])} for a column of whole numbers: bins are at least 1 wide, as NumPy makes them for
     * integer arrays from version 2 on.
     *
     * @param rule the rule
     * @param values the sample of whole numbers; NaN is passed over; not changed
     * @return the edges
     * @throws IllegalArgumentException as for {@link #ofRule(Rule, double[])}
     */
    public static BinEdges ofRuleForIntegers(Rule rule, double[] values) {
        return ofRule(rule, sorted(values), 1);
    }

    private static BinEdges ofRule(Rule rule, double[] sorted, double leastWidth) {
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        double width = low == high ? 0 : rule.width(sorted);
        double bins = width > 0 ? Math.ceil((high - low) / Math.max(width, leastWidth)) : 1;
        if (!(bins <= MAXIMUM)) {
            throw new IllegalArgumentException("bin edges: " + rule + " asks for " + bins + " bins from " + low + " to "
                    + high + "; take fewer by hand");
        }
        return equalWidth(low, high, Math.max(1, (int) bins));
    }

    /**
     * Inner edges at the quantiles {@code 1/bins … (bins − 1)/bins} of a sample, linear between order statistics (type 7),
     * without repeats. For {@link #countsRightClosed}.
     *
     * @param values the sample; NaN is passed over; not changed
     * @param bins number of bins wanted, at least 2; equal values can leave fewer
     * @return the edges
     * @throws IllegalArgumentException if no value is present, one is infinite, or fewer than 2 bins are asked for
     */
    public static BinEdges quantiles(double[] values, int bins) {
        if (bins < 2) {
            throw new IllegalArgumentException("bin edges: expected at least 2 bins but got " + bins);
        }
        double[] sorted = sorted(values);
        double[] edges = new double[bins - 1];
        int size = 0;
        for (int i = 1; i < bins; i++) {
            double edge = quantile(sorted, (double) i / bins);
            if (size == 0 || edge > edges[size - 1]) {
                edges[size++] = edge;
            }
        }
        return new BinEdges(Arrays.copyOf(edges, size));
    }

    /**
     * A quantile, linear between order statistics: at position {@code q·(n − 1)} (type 7 of Hyndman and Fan, NumPy's
     * default).
     *
     * @param sorted finite values in ascending order, at least one; not changed
     * @param q the quantile, 0 to 1
     * @return the value
     * @throws IllegalArgumentException if there is no value or q is not in [0, 1]
     * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">Hyndman and Fan 1996,
     *     doi:10.1080/00031305.1996.10473566</a>
     */
    public static double quantile(double[] sorted, double q) {
        if (sorted.length == 0 || !(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException(
                    "quantile: expected at least one value and a quantile from 0 to 1 but got " + sorted.length
                            + " values and " + q);
        }
        double position = q * (sorted.length - 1);
        int index = (int) position;
        double fraction = position - index;
        if (fraction == 0) {
            return sorted[index];
        }
        double below = sorted[index];
        double above = sorted[index + 1];
        double difference = above - below;
        // from the nearer end, so that rounding never leaves the interval
        return fraction < 0.5 ? below + difference * fraction : above - difference * (1 - fraction);
    }

    private static double[] sorted(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(v -> !Double.isNaN(v))
                .map(v -> v + 0.0)
                .toArray();
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            throw new IllegalArgumentException(
                    "bin edges: expected at least one value but all " + values.length + " are missing");
        }
        if (Double.isInfinite(sorted[0]) || Double.isInfinite(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException(
                    "bin edges: expected finite values but they run from " + sorted[0] + " to "
                            + sorted[sorted.length - 1] + "; replace infinite ones or leave them out as missing (NaN)");
        }
        return sorted;
    }

    /**
     * Row ranges that cut n rows in order into bins of {@code n / bins} rows, rounded down; the last takes the rest.
     *
     * @param rows number of rows, at least {@code bins}
     * @param bins number of bins, at least 1
     * @return for each bin its first row and the row after its last
     * @throws IllegalArgumentException if a condition above does not hold
     */
    public static int[][] equalCountRanges(int rows, int bins) {
        if (bins < 1 || rows < bins) {
            throw new IllegalArgumentException("bin edges: expected at least one bin and a row for each but got " + bins
                    + " bins of " + rows + " rows");
        }
        int width = rows / bins;
        int[][] ranges = new int[bins][];
        for (int i = 0; i < bins; i++) {
            ranges[i] = new int[] {i * width, i == bins - 1 ? rows : (i + 1) * width};
        }
        return ranges;
    }

    /** {@return a copy of the edges, strictly ascending} */
    public double[] edges() {
        return edges.clone();
    }

    /**
     * Counts by NumPy's {@code histogram}: bin i holds {@code edge[i] ≤ x < edge[i + 1]}, the last one its upper edge too.
     * Values outside the edges, infinite ones among them, and NaN are not counted.
     *
     * @param values the values; not changed
     * @return a count for each of the {@code edges − 1} bins
     */
    public long[] countsLeftClosed(double[] values) {
        long[] counts = new long[edges.length - 1];
        double last = edges[edges.length - 1];
        for (double value : values) {
            if (value >= edges[0] && value <= last) {
                int found = Arrays.binarySearch(edges, value + 0.0);
                int bin = found >= 0 ? found : -found - 2;
                if (counts.length > 0) {
                    counts[Math.min(bin, counts.length - 1)]++;
                }
            }
        }
        return counts;
    }

    /**
     * Counts over the bins of {@link NumericBinning}: {@code x ≤ edge[0]}, then {@code edge[i − 1] < x ≤ edge[i]}, then
     * {@code x > } the last edge. Nothing is outside; NaN is not counted.
     *
     * @param values the values; not changed
     * @return a count for each of the {@code edges + 1} bins
     */
    public long[] countsRightClosed(double[] values) {
        long[] counts = new long[edges.length + 1];
        for (double value : values) {
            if (!Double.isNaN(value)) {
                int found = Arrays.binarySearch(edges, value + 0.0);
                counts[found >= 0 ? found : -found - 1]++;
            }
        }
        return counts;
    }

    /**
     * The share of a histogram's mass at or below a value when each bin's mass is spread evenly over it. Differences of it
     * cut one histogram's mass at the edges of another.
     *
     * @param masses a mass for each of the {@code edges − 1} bins, at least 0; not changed
     * @param x the value
     * @return the share, 0 to 1
     * @throws IllegalArgumentException if there is not a mass for each bin, or they do not add up to something positive
     */
    public double cumulativeShare(double[] masses, double x) {
        double total = Arrays.stream(masses).sum();
        if (masses.length != edges.length - 1 || !(total > 0)) {
            throw new IllegalArgumentException("bin edges: expected a mass for each of the " + (edges.length - 1)
                    + " bins with a positive sum but got " + masses.length + " with sum " + total);
        }
        double below = 0;
        for (int i = 0; i < masses.length && x > edges[i]; i++) {
            below += x >= edges[i + 1] ? masses[i] : masses[i] * ((x - edges[i]) / (edges[i + 1] - edges[i]));
        }
        return Math.min(1, below / total);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BinEdges that && Arrays.equals(edges, that.edges);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(edges);
    }

    @Override
    public String toString() {
        return "BinEdges" + Arrays.toString(edges);
    }
}
