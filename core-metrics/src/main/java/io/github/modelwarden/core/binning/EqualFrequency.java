package io.github.modelwarden.core.binning;

import java.util.Arrays;

/**
 * Cuts reference values into bins and cells of equal frequency. The k-th of B edges is the smallest value with at least
 * k·n/B of the n values up to it; equal values stay together.
 */
final class EqualFrequency {

    private final ValueCounts values;
    private final long total;

    private EqualFrequency(ValueCounts values) {
        this.values = values;
        this.total = values.total();
    }

    static NumericBinning cut(ValueCounts values, int bins, int cells) {
        if (values.min() == values.max()) {
            return constant(values.max());
        }
        EqualFrequency cut = new EqualFrequency(values);
        // a whole number of cells a bin, so that the bins' edges are among the cells'
        int wanted = Math.max(1, cells / bins) * bins;
        double[] edges = cut.edges(bins, false);
        double[] cellEdges = cut.edges(wanted, true);
        return NumericBinning.of(edges, cut.means(edges)).withCells(cellEdges, values.min(), values.max());
    }

    /** A bin for the value, one below and one above, so that a constant that changes is seen. */
    private static NumericBinning constant(double value) {
        double below = Math.nextDown(value);
        double above = Math.nextUp(value);
        NumericBinning binning = Double.isFinite(below) && Double.isFinite(above)
                ? NumericBinning.of(new double[] {below, value}, new double[] {below, value, above})
                : NumericBinning.of(new double[0], new double[] {value});
        return binning.withCells(binning.edges(), value, value);
    }

    /** The k-th edge is the first value with a rank of at least ⌈k·n/B⌉; products are compared, since division is slow. */
    private double[] edges(int parts, boolean isolating) {
        int entries = values.size();
        double[] edges = new double[entries];
        int size = 0;
        long upTo = 0;
        long part = 0;
        for (int i = 0; i < entries - 1; i++) {
            upTo += values.count(i);
            long scaled = Math.multiplyExact(upTo, (long) parts);
            boolean reached = scaled >= (part + 1) * total;
            if (reached) {
                part = scaled / total;
            }
            if (entries <= parts || reached || (isolating && isHeavy(i + 1, parts))) {
                edges[size++] = values.value(i);
            }
        }
        return Arrays.copyOf(edges, size);
    }

    /**
     * Whether an entry has at least the share of two cells. It gets one of its own then, so that the distribution is known
     * just below and at it; it has swallowed an edge before, so there are not more cells for it.
     */
    private boolean isHeavy(int entry, int parts) {
        return Math.multiplyExact(values.count(entry), (long) parts) >= 2 * total;
    }

    private double[] means(double[] edges) {
        double[] means = new double[edges.length + 1];
        double[] counts = new double[edges.length + 1];
        int bin = 0;
        for (int i = 0; i < values.size(); i++) {
            bin += bin < edges.length && values.value(i) > edges[bin] ? 1 : 0;
            counts[bin] += values.count(i);
            double share = values.count(i) / counts[bin];
            // a running mean, since a sum of huge values would overflow
            means[bin] += values.mean(i) * share - means[bin] * share;
        }
        for (int i = 0; i < edges.length; i++) {
            // rounding must not carry a mean out of its bin
            means[i] = Math.min(means[i], edges[i]);
            means[i + 1] = Math.max(means[i + 1], edges[i]);
        }
        return means;
    }
}
