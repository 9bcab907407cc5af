package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.drift.TestStatistic;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Two-sample chi-square test of homogeneity on a 2 × B contingency table.
 *
 * <p>{@code X² = Σ_i (c_i·√(n/m) − r_i·√(m/n))² / (r_i + c_i)}, chi-square distributed with B − 1 degrees of freedom
 * without drift, over the B bins that hold anything. Both samples count as samples: taking the reference for the truth
 * (the one-sample test) multiplies false alarms when the reference is not much larger than the current data. The effect
 * is Cramér's V, {@code √(X² / (n + m))}, 0 to 1. Immutable.
 *
 * @see <a href="https://doi.org/10.1080/14786440009463897">Pearson 1900, doi:10.1080/14786440009463897</a>
 */
public final class ChiSquareHomogeneity {

    /** The statistic's name in results. */
    public static final String NAME = "chi_square";

    private static final ChiSquareHomogeneity DEFAULT = new ChiSquareHomogeneity();

    private ChiSquareHomogeneity() {}

    /** {@return the test without continuity correction} */
    public static ChiSquareHomogeneity withDefaults() {
        return DEFAULT;
    }

    /**
     * The statistic with its p-value and effect.
     *
     * @param reference reference counts, one a bin; not changed
     * @param current current counts over the same bins; not changed
     * @return the result; without a second used bin the p-value is empty
     * @throws IllegalArgumentException if the bins differ in number, a count is negative or a side has no rows
     */
    public TestStatistic test(long[] reference, long[] current) {
        BinnedCounts.requireComparable(NAME, reference, current);
        long n = BinnedCounts.total(reference);
        long m = BinnedCounts.total(current);
        double scale = Math.sqrt((double) n / m);
        double statistic = 0;
        for (int i = 0; i < reference.length; i++) {
            if (reference[i] + current[i] > 0) {
                double difference = current[i] * scale - reference[i] / scale;
                statistic += difference * difference / (reference[i] + current[i]);
            }
        }
        int degrees = BinnedCounts.used(reference, current) - 1;
        OptionalDouble pValue = degrees < 1
                ? OptionalDouble.empty()
                : OptionalDouble.of(ChiSquaredDistribution.of(degrees).survivalProbability(statistic));
        return new TestStatistic(NAME, statistic, pValue, Math.sqrt(statistic / (n + m)), n, m);
    }
}
