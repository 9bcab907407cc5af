package io.github.modelwarden.conformance;

import io.github.modelwarden.core.binning.BinEdges;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a case cuts numbers into bins, read from its words: the quantiles of the reference, or bins of equal width over the
 * reference or over both samples, their number given or chosen by one of NumPy's rules.
 *
 * @param edges the edges
 * @param closing what becomes of values on and beyond them
 */
record NumericBins(BinEdges edges, Closing closing) {

    /** Which bins there are beside those between the edges. */
    enum Closing {
        /** Bins are closed at the right, and the first and the last one are open outwards. */
        RIGHT_CLOSED_OPEN_ENDED,
        /** Bins are closed at the left, as in numpy.histogram, and values beyond them are left out. */
        LEFT_CLOSED,
        /** As before, but values beyond them have a bin of their own. */
        LEFT_CLOSED_WITH_OUTSIDE
    }

    private static final int DEFAULT_BINS = 10;

    /**
     * Cuts two samples.
     *
     * @param words the convention in lower case
     * @param reference reference values without missing ones
     * @param current current values without missing ones
     * @param integers whether both are held as whole numbers, for which NumPy's rules make bins at least 1 wide
     */
    static NumericBins of(String words, double[] reference, double[] current, boolean integers) {
        Optional<BinEdges.Rule> rule = rule(words);
        boolean pooled = contains(words, "pooled", "both", "combined", "concat", "union");
        double[] cut = pooled ? pooled(reference, current) : reference;
        if (rule.isPresent()) {
            BinEdges edges = integers ? BinEdges.ofRuleForIntegers(rule.get(), cut) : BinEdges.ofRule(rule.get(), cut);
            return new NumericBins(edges, outside(words));
        }
        int bins = Convention.wholeIn(words, DEFAULT_BINS);
        if (contains(words, "quantile", "equal_freq", "equal-freq", "equal freq", "decile", "percentile")) {
            return new NumericBins(BinEdges.quantiles(cut, bins), Closing.RIGHT_CLOSED_OPEN_ENDED);
        }
        double low = Arrays.stream(cut).min().orElseThrow(() -> new IllegalArgumentException("no values to cut"));
        BinEdges edges = BinEdges.equalWidth(low, Arrays.stream(cut).max().orElse(low), bins);
        if (pooled || contains(words, "numpy", "histogram", "extra bin")) {
            return new NumericBins(edges, outside(words));
        }
        return new NumericBins(inner(edges), Closing.RIGHT_CLOSED_OPEN_ENDED);
    }

    private static BinEdges inner(BinEdges edges) {
        double[] all = edges.edges();
        if (all.length < 3) {
            throw new IllegalArgumentException("expected at least 2 bins but got " + (all.length - 1));
        }
        return BinEdges.of(Arrays.copyOfRange(all, 1, all.length - 1));
    }

    private static Closing outside(String words) {
        return contains(words, "extra bin", "overflow", "bin of their own", "one more bin")
                ? Closing.LEFT_CLOSED_WITH_OUTSIDE
                : Closing.LEFT_CLOSED;
    }

    private static Optional<BinEdges.Rule> rule(String words) {
        if (words.contains("doane")) {
            return Optional.of(BinEdges.Rule.DOANE);
        }
        if (words.contains("sturges")) {
            return Optional.of(BinEdges.Rule.STURGES);
        }
        if (contains(words, "freedman", "\"fd\"", "'fd'")) {
            return Optional.of(BinEdges.Rule.FREEDMAN_DIACONIS);
        }
        return words.contains("auto") ? Optional.of(BinEdges.Rule.AUTO) : Optional.empty();
    }

    private static boolean contains(String words, String... any) {
        return Arrays.stream(any).anyMatch(words::contains);
    }

    static double[] pooled(double[] reference, double[] current) {
        double[] pooled = Arrays.copyOf(reference, reference.length + current.length);
        System.arraycopy(current, 0, pooled, reference.length, current.length);
        return pooled;
    }

    /** The counts of a sample. */
    double[] counts(double[] values) {
        if (closing == Closing.RIGHT_CLOSED_OPEN_ENDED) {
            return doubles(edges.countsRightClosed(values));
        }
        double[] counts = doubles(edges.countsLeftClosed(values));
        if (closing == Closing.LEFT_CLOSED) {
            return counts;
        }
        double[] extended = Arrays.copyOf(counts, counts.length + 1);
        extended[counts.length] = values.length - Arrays.stream(counts).sum();
        return extended;
    }

    private static double[] doubles(long[] counts) {
        return Arrays.stream(counts).mapToDouble(c -> c).toArray();
    }
}
