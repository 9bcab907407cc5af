package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.drift.CountTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Hellinger distance of the bin shares: {@code H = √(½·Σ (√p_i − √q_i)²)}; 0 (equal) to 1 (disjoint). Empty bins need no
 * smoothing. It is a metric.
 *
 * <p>Without drift {@code 8·H²·nm/(n + m)} is chi-square distributed with B − 1 degrees of freedom for well-filled bins.
 * The p-value is the larger of that law's and of {@link ChiSquareHomogeneity#withMatchedMoments} on the same counts,
 * because the square root alone raises three times the stated false alarms with five rows a bin. It holds its level. The
 * effect is the distance. Immutable.
 *
 * @see <a href="https://doi.org/10.1515/crll.1909.136.210">Hellinger 1909, doi:10.1515/crll.1909.136.210</a>
 */
public final class Hellinger implements CountTest {

    /** The statistic's name in results. */
    public static final String NAME = "hellinger";

    private static final int SCALE = 8;

    private static final Hellinger DEFAULT = new Hellinger(null);

    private final @Nullable Permutations permutations;

    private Hellinger(@Nullable Permutations permutations) {
        this.permutations = permutations;
    }

    /** {@return the distance with its chi-square p-value} */
    public static Hellinger withDefaults() {
        return DEFAULT;
    }

    /**
     * Takes the p-value from random splits of the pooled rows.
     *
     * @param count number of permutations, at least 1; the smallest possible p-value is {@code 1 / (count + 1)}
     * @param seed seed of the random numbers
     * @return a changed copy
     * @throws IllegalArgumentException if the count is smaller
     */
    public Hellinger withPermutations(int count, long seed) {
        return new Hellinger(new Permutations(count, seed));
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
     * The distance with its p-value.
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
        long n = BinnedCounts.total(reference);
        long m = BinnedCounts.total(current);
        double scaled = SCALE * distance * distance / BinnedCounts.noise(n, m);
        return new TestStatistic(NAME, distance, pValue(masses, scaled), distance, n, m);
    }

    private OptionalDouble pValue(double[][] masses, double scaled) {
        if (permutations != null && BinnedCounts.used(masses[0], masses[1]) > 1) {
            return permutations.pValue(Hellinger::distance, masses[0], masses[1]);
        }
        return ContingencyTable.guardedPValue(scaled, masses[0], masses[1]);
    }

    private static double distance(double[] reference, double[] current) {
        double n = BinnedCounts.total(reference);
        double m = BinnedCounts.total(current);
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            double difference = Math.sqrt(reference[i] / n) - Math.sqrt(current[i] / m);
            sum += difference * difference;
        }
        return Math.sqrt(sum / 2);
    }
}
