package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.drift.TestStatistic;
import java.util.OptionalDouble;

/**
 * Jensen–Shannon divergence of the bin shares: {@code ½·KL(p‖a) + ½·KL(q‖a)} with {@code a = (p + q)/2} and natural
 * logarithms; 0 (equal) to ln 2 (disjoint). Empty bins contribute 0, so nothing is smoothed. A distance without p-value.
 *
 * @see <a href="https://doi.org/10.1109/18.61115">Lin 1991, doi:10.1109/18.61115</a>
 */
public final class JensenShannon {

    /** The statistic's name in results. */
    public static final String NAME = "js_divergence";

    private JensenShannon() {}

    /**
     * Computes the divergence.
     *
     * @param reference reference counts, one a bin; not changed
     * @param current current counts over the same bins; not changed
     * @return the divergence
     * @throws IllegalArgumentException if the bins differ in number, a count is negative or a side has no rows
     */
    public static TestStatistic divergence(long[] reference, long[] current) {
        BinnedCounts.requireComparable(NAME, reference, current);
        long n = BinnedCounts.total(reference);
        long m = BinnedCounts.total(current);
        double divergence = 0;
        for (int i = 0; i < reference.length; i++) {
            double p = (double) reference[i] / n;
            double q = (double) current[i] / m;
            double middle = (p + q) / 2;
            divergence += (p > 0 ? p * Math.log(p / middle) : 0) / 2 + (q > 0 ? q * Math.log(q / middle) : 0) / 2;
        }
        divergence = Math.max(0, divergence);
        return new TestStatistic(NAME, divergence, OptionalDouble.empty(), divergence, n, m);
    }
}
