package io.github.modelwarden.drift.report;

import java.util.Arrays;

/**
 * The distribution of a number as counts over cells {@code (edge[i−1], edge[i]]}, values spread evenly within a cell. The
 * outer cells end at the smallest and the largest value.
 */
final class CellDistribution {

    private final double[] ends;
    private final double[] cumulated;

    private CellDistribution(double[] ends, double[] cumulated) {
        this.ends = ends;
        this.cumulated = cumulated;
    }

    /**
     * Takes over counts.
     *
     * @param edges inner edges, ascending
     * @param counts values of each cell, one more than edges; at least one value in all
     * @param min smallest value
     * @param max largest value, at least {@code min}
     */
    static CellDistribution of(double[] edges, long[] counts, double min, double max) {
        double[] ends = new double[counts.length + 1];
        double[] cumulated = new double[ends.length];
        double total = Arrays.stream(counts).sum();
        ends[0] = edges.length == 0 ? min : Math.min(min, edges[0]);
        long below = 0;
        for (int i = 0; i < counts.length; i++) {
            below += counts[i];
            ends[i + 1] = i < edges.length ? edges[i] : Math.max(max, ends[i]);
            cumulated[i + 1] = below / total;
        }
        return new CellDistribution(ends, cumulated);
    }

    /** The share of values up to x. */
    double cumulated(double x) {
        if (x >= ends[ends.length - 1]) {
            return 1;
        }
        if (!(x > ends[0])) {
            return 0;
        }
        int found = Arrays.binarySearch(ends, x);
        if (found >= 0) {
            return cumulated[found];
        }
        int upper = -found - 1;
        double within = (x - ends[upper - 1]) / (ends[upper] - ends[upper - 1]);
        return cumulated[upper - 1] + within * (cumulated[upper] - cumulated[upper - 1]);
    }

    /** The value that a share of values lies below. */
    double quantile(double share) {
        int upper = 1;
        while (upper < ends.length - 1 && cumulated[upper] < share) {
            upper++;
        }
        double mass = cumulated[upper] - cumulated[upper - 1];
        double within = mass > 0 ? Math.min(1, Math.max(0, (share - cumulated[upper - 1]) / mass)) : 1;
        return ends[upper - 1] + within * (ends[upper] - ends[upper - 1]);
    }

    /** The shares of bins with these inner edges after all values have moved by {@code shift}. */
    double[] shares(double[] edges, double shift) {
        double[] shares = new double[edges.length + 1];
        double below = 0;
        for (int i = 0; i < edges.length; i++) {
            double cumulatedHere = cumulated(edges[i] - shift);
            shares[i] = cumulatedHere - below;
            below = cumulatedHere;
        }
        shares[edges.length] = 1 - below;
        return shares;
    }
}
