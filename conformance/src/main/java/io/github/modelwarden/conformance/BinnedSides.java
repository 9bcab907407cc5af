package io.github.modelwarden.conformance;

import io.github.modelwarden.core.binning.BinEdges;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What both sides hold in each bin or category under a case's convention.
 */
final class BinnedSides {

    private static final String BUCKETS = "_buckets_low_high_count";
    private static final Pattern GRID = Pattern.compile("linspace\\([^)]*?(\\d+)\\)");

    private final double[] reference;
    private final double[] current;

    BinnedSides(double[] reference, double[] current) {
        this.reference = reference;
        this.current = current;
    }

    double[] reference() {
        return reference;
    }

    double[] current() {
        return current;
    }

    static BinnedSides of(ReferenceCase asked) throws IOException {
        CaseInputs inputs = asked.inputs();
        for (String form : new String[] {"_counts", "_weights"}) {
            if (inputs.has("reference" + form) && inputs.has("current" + form) && !inputs.has("reference")) {
                CategoryMasses masses = CategoryMasses.of(inputs.at("reference" + form), inputs.at("current" + form));
                return new BinnedSides(masses.reference(), masses.current());
            }
        }
        if (inputs.has("reference" + BUCKETS)) {
            return buckets(inputs);
        }
        if (!inputs.has("reference") && inputs.has("ref_proportions")) {
            return new BinnedSides(inputs.numbers("ref_proportions"), inputs.numbers("cur_proportions"));
        }
        return raw(asked);
    }

    private static BinnedSides raw(ReferenceCase asked) throws IOException {
        CaseInputs inputs = asked.inputs();
        String words = words(asked.params());
        boolean categorical =
                asked.params().says("type", "cat") || !inputs.isNumeric("reference") || !inputs.isNumeric("current");
        if (categorical || words.isBlank()) {
            CategoryMasses masses = CategoryMasses.count(inputs.cells("reference"), inputs.cells("current"));
            return new BinnedSides(masses.reference(), masses.current());
        }
        double[] reference = inputs.present("reference");
        double[] current = inputs.present("current");
        boolean integers = inputs.isIntegers("reference") && inputs.isIntegers("current");
        Matcher grid = GRID.matcher(words);
        if (grid.find()) {
            // the number of bins that a case states is the number of points of the grid
            int points = asked.params().whole(Integer.parseInt(grid.group(1)), "bins", "num_bins");
            return smoothed(reference, current, points);
        }
        NumericBins bins = NumericBins.of(words, reference, current, integers);
        return new BinnedSides(bins.counts(reference), bins.counts(current));
    }

    /** Everything that a convention says of its bins. */
    private static String words(Convention params) {
        StringBuilder words = new StringBuilder();
        for (String name : new String[] {"bins", "n_bins", "num_bins", "binning", "strategy", "psi_bins"}) {
            words.append(params.text(name)).append(' ');
        }
        String text = words.toString().toLowerCase(Locale.ROOT);
        // a bare number of bins is numpy.histogram over both samples
        return text.strip().matches("\\d+") ? text + "pooled" : text;
    }

    /**
     * The rises of both samples' distribution functions over a grid of equal steps, each function linear within the bins of
     * its own histogram.
     */
    private static BinnedSides smoothed(double[] reference, double[] current, int points) {
        double[] pooled = NumericBins.pooled(reference, current);
        Arrays.sort(pooled);
        double[] grid = BinEdges.equalWidth(pooled[0], pooled[pooled.length - 1], points - 1)
                .edges();
        return new BinnedSides(rises(reference, grid), rises(current, grid));
    }

    private static double[] rises(double[] sample, double[] grid) {
        BinEdges edges = BinEdges.ofRule(BinEdges.Rule.AUTO, sample);
        double[] counts = Arrays.stream(edges.countsLeftClosed(sample))
                .mapToDouble(c -> c)
                .toArray();
        return differences(grid, x -> edges.cumulativeShare(counts, x));
    }

    private static double[] differences(double[] grid, DoubleUnaryOperator cumulated) {
        double[] rises = new double[grid.length - 1];
        for (int i = 0; i < rises.length; i++) {
            rises[i] = cumulated.applyAsDouble(grid[i + 1]) - cumulated.applyAsDouble(grid[i]);
        }
        return rises;
    }

    /** Two histograms, cut again at the boundaries of both; a bucket without width is a bin of its own. */
    private static BinnedSides buckets(CaseInputs inputs) throws IOException {
        double[][] reference = inputs.rows("reference" + BUCKETS);
        double[][] current = inputs.rows("current" + BUCKETS);
        TreeSet<Double> boundaries = new TreeSet<>();
        TreeSet<Double> points = new TreeSet<>();
        for (double[][] side : new double[][][] {reference, current}) {
            for (double[] bucket : side) {
                if (bucket.length != 3 || !(bucket[0] <= bucket[1])) {
                    throw new IllegalArgumentException(
                            "buckets: expected low, high and count but got " + Arrays.toString(bucket));
                }
                (bucket[0] == bucket[1] ? points : boundaries).add(bucket[0]);
                (bucket[0] == bucket[1] ? points : boundaries).add(bucket[1]);
            }
        }
        return new BinnedSides(
                recut(reference, boundaries, points, missing(inputs, "reference")),
                recut(current, boundaries, points, missing(inputs, "current")));
    }

    private static double missing(CaseInputs inputs, String side) throws IOException {
        double missing = 0;
        for (String name : new String[] {side + "_num_nan", side + "_nan", side + "_nan_count"}) {
            JsonNode count = inputs.at(name);
            missing = count.isNumber() ? count.asDouble() : missing;
        }
        return missing;
    }

    private static double[] recut(
            double[][] side, SortedSet<Double> boundaries, SortedSet<Double> points, double missing) {
        double[] grid = boundaries.stream().mapToDouble(Double::doubleValue).toArray();
        int cells = Math.max(0, grid.length - 1);
        double[] masses = new double[cells + points.size() + 1];
        for (double[] bucket : side) {
            if (bucket[0] == bucket[1]) {
                masses[cells + points.headSet(bucket[0]).size()] += bucket[2];
                continue;
            }
            BinEdges edges = BinEdges.of(bucket[0], bucket[1]);
            for (int i = 0; i < cells && bucket[2] > 0; i++) {
                masses[i] += bucket[2]
                        * (edges.cumulativeShare(new double[] {1}, grid[i + 1])
                                - edges.cumulativeShare(new double[] {1}, grid[i]));
            }
        }
        masses[masses.length - 1] = missing;
        return masses;
    }

    /** Whether a bin is empty on one side alone. */
    boolean hasEmptyBin() {
        for (int i = 0; i < reference.length; i++) {
            if ((reference[i] > 0) != (current[i] > 0)) {
                return true;
            }
        }
        return false;
    }

    /** Whether neither side holds anything. */
    boolean isEmpty() {
        return Arrays.stream(reference).sum() == 0 && Arrays.stream(current).sum() == 0;
    }
}
