package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.drift.CountTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Total variation distance of the bin shares, {@code ½·Σ |p_i − q_i|}: the largest difference in the probability of any set
 * of bins, and the share of rows that would have to change bins. 0 (equal) to 1 (disjoint). The complement of the
 * normalised histogram intersection, {@code 1 − Σ min(p_i, q_i)}, is the same number.
 *
 * <p>Its distribution without drift depends on the shares, so the p-value is that of {@link #withPermutations} or none. The
 * effect is the distance. Immutable.
 *
 * @see <a href="https://doi.org/10.1111/j.1751-5823.2002.tb00178.x">Gibbs and Su 2002, On choosing and bounding probability
 *     metrics, doi:10.1111/j.1751-5823.2002.tb00178.x</a>
 */
public final class TotalVariation implements CountTest {

    /** The statistic's name in results. */
    public static final String NAME = "total_variation";

    private static final TotalVariation DEFAULT = new TotalVariation(null);

    private final @Nullable Permutations permutations;

    private TotalVariation(@Nullable Permutations permutations) {
        this.permutations = permutations;
    }

    /** {@return the distance without p-value} */
    public static TotalVariation withDefaults() {
        return DEFAULT;
    }

    /**
     * Adds a p-value from random splits of the pooled rows.
     *
     * @param count number of permutations, at least 1; the smallest possible p-value is {@code 1 / (count + 1)}
     * @param seed seed of the random numbers
     * @return a changed copy
     * @throws IllegalArgumentException if the count is smaller
     */
    public TotalVariation withPermutations(int count, long seed) {
        return new TotalVariation(new Permutations(count, seed));
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * The distance alone, of counts or of masses such as shares; each side is divided by its total.
     *
     * @param reference reference masses, one a bin, at least 0; not changed
     * @param current current masses over the same bins; not changed
     * @return the distance
     * @throws IllegalArgumentException if the bins differ in number, a mass is negative or not a number, or a side adds up
     *     to nothing
     */
    public double statistic(double[] reference, double[] current) {
        BinnedCounts.requireComparable(NAME, reference, current);
        return distance(reference, current);
    }

    /**
     * The distance, with a p-value if permutations were asked for.
     *
     * @param reference reference counts, one a bin; not changed
     * @param current current counts over the same bins; not changed
     * @return the result; without a second used bin the p-value is empty
     * @throws IllegalArgumentException if the bins differ in number, a count is negative or a side has no rows
     */
    @Override
    public TestStatistic test(long[] reference, long[] current) {
        double[][] masses = BinnedCounts.masses(NAME, reference, current);
        double distance = distance(masses[0], masses[1]);
        OptionalDouble pValue = permutations == null || BinnedCounts.used(masses[0], masses[1]) < 2
                ? OptionalDouble.empty()
                : permutations.pValue(TotalVariation::distance, masses[0], masses[1]);
        return new TestStatistic(
                NAME, distance, pValue, distance, BinnedCounts.total(reference), BinnedCounts.total(current));
    }

    private static double distance(double[] reference, double[] current) {
        double n = BinnedCounts.total(reference);
        double m = BinnedCounts.total(current);
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            sum += Math.abs(reference[i] / n - current[i] / m);
        }
        return sum / 2;
    }
}
