package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.drift.CountTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * L-infinity (Chebyshev) distance of the bin shares, {@code max |p_i − q_i|}: how far the bin that moved most has moved. 0
 * (equal) to 1. {@link #withNoiseMargin} subtracts what chance may explain, {@code max(0, L∞ − c·√((n + m)/(nm)))}, as
 * Deequ's robust form does with c = 1.8.
 *
 * <p>Its distribution without drift depends on the shares, so the p-value is that of {@link #withPermutations} or none. The
 * effect is the distance. Immutable.
 *
 * @see <a href="https://doi.org/10.14778/3229863.3229867">Schelter et al. 2018, Automating large-scale data quality
 *     verification, doi:10.14778/3229863.3229867</a>
 */
public final class LInfinity implements CountTest {

    /** The statistic's name in results. */
    public static final String NAME = "l_infinity";

    private static final LInfinity DEFAULT = new LInfinity(0, null);

    private final double margin;
    private final @Nullable Permutations permutations;

    private LInfinity(double margin, @Nullable Permutations permutations) {
        this.margin = margin;
        this.permutations = permutations;
    }

    /** {@return the plain distance without p-value} */
    public static LInfinity withDefaults() {
        return DEFAULT;
    }

    /**
     * Subtracts a margin for the noise of two samples, whose totals count as rows.
     *
     * @param factor the c of {@code c·√((n + m)/(nm))}, at least 0 and finite
     * @return a changed copy
     * @throws IllegalArgumentException if the factor is negative or not finite
     */
    public LInfinity withNoiseMargin(double factor) {
        if (!(factor >= 0 && factor <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(NAME + ": expected a finite factor of at least 0 but got " + factor);
        }
        return new LInfinity(factor, permutations);
    }

    /**
     * The margin's factor for a level, after the Kolmogorov–Smirnov distance: {@code c(α) = √(−ln(α/2)/2)}. For the shares
     * of single bins, which differ less than cumulated ones, it is conservative.
     *
     * @param alpha the level, in (0, 1)
     * @return the factor for {@link #withNoiseMargin}
     * @throws IllegalArgumentException if alpha is not in (0, 1)
     */
    public static double noiseFactor(double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException(NAME + ": expected an alpha between 0 and 1 but got " + alpha);
        }
        return Math.sqrt(-Math.log(alpha / 2) / 2);
    }

    /**
     * Adds a p-value from random splits of the pooled rows.
     *
     * @param count number of permutations, at least 1; the smallest possible p-value is {@code 1 / (count + 1)}
     * @param seed seed of the random numbers
     * @return a changed copy
     * @throws IllegalArgumentException if the count is smaller
     */
    public LInfinity withPermutations(int count, long seed) {
        return new LInfinity(margin, new Permutations(count, seed));
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
        double noise = BinnedCounts.noise(BinnedCounts.total(reference), BinnedCounts.total(current));
        return Math.max(0, distance(reference, current) - (margin > 0 ? margin * Math.sqrt(noise) : 0));
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
        double distance = statistic(masses[0], masses[1]);
        // the margin is the same for every split, so the plain distance orders them, also where the margin leaves 0
        OptionalDouble pValue = permutations == null || BinnedCounts.used(masses[0], masses[1]) < 2
                ? OptionalDouble.empty()
                : permutations.pValue(LInfinity::distance, masses[0], masses[1]);
        return new TestStatistic(
                NAME, distance, pValue, distance, BinnedCounts.total(reference), BinnedCounts.total(current));
    }

    private static double distance(double[] reference, double[] current) {
        double n = BinnedCounts.total(reference);
        double m = BinnedCounts.total(current);
        double largest = 0;
        for (int i = 0; i < reference.length; i++) {
            largest = Math.max(largest, Math.abs(reference[i] / n - current[i] / m));
        }
        return largest;
    }
}
