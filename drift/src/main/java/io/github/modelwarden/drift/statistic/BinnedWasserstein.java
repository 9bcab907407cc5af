package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.drift.CountTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Wasserstein-1 distance over the bins of a numeric feature, in reference standard deviations:
 * {@code W = Σ_i |F_i − G_i|·s_i} with cumulated shares F, G up to bin i and the distance s_i of bin i's typical value to
 * the next bin's, in standard deviations. It is the work of moving the probability mass between the bins' typical
 * values. Its distribution without drift depends on the shares and spacings, so the p-value is that of
 * {@link #withPermutations} or none. The effect is the distance. Immutable.
 */
public final class BinnedWasserstein implements CountTest {

    /** The statistic's name in results. */
    public static final String NAME = "wasserstein1_stddevs";

    private final double[] spacings;
    private final @Nullable Permutations permutations;

    private BinnedWasserstein(double[] spacings, @Nullable Permutations permutations) {
        this.spacings = spacings;
        this.permutations = permutations;
    }

    /**
     * The distance over bins with given spacings, without p-value.
     *
     * @param spacings distances between the typical values of neighbouring bins in reference standard deviations, at least
     *     0 and finite, one fewer than bins; copied
     * @return the test
     * @throws IllegalArgumentException if a spacing is negative or not finite
     */
    public static BinnedWasserstein withSpacings(double[] spacings) {
        for (double spacing : spacings) {
            if (!(spacing >= 0 && spacing <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        NAME + ": expected finite spacings of at least 0 but got " + spacing);
            }
        }
        return new BinnedWasserstein(spacings.clone(), null);
    }

    /**
     * Adds a p-value from random splits of the pooled rows.
     *
     * @param count number of permutations, at least 1; the smallest possible p-value is {@code 1 / (count + 1)}
     * @param seed seed of the random numbers
     * @return a changed copy
     * @throws IllegalArgumentException if the count is smaller
     */
    public BinnedWasserstein withPermutations(int count, long seed) {
        return new BinnedWasserstein(spacings, new Permutations(count, seed));
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * The distance, with a p-value if permutations were asked for.
     *
     * @param reference reference counts of the value bins in value order, without {@code missing}; not changed
     * @param current current counts over the same bins; not changed
     * @return the result; without a second used bin the p-value is empty
     * @throws IllegalArgumentException if lengths do not fit, a count is negative or a side has no rows
     */
    @Override
    public TestStatistic test(long[] reference, long[] current) {
        double[][] masses = BinnedCounts.masses(NAME, reference, current);
        if (spacings.length != reference.length - 1) {
            throw new IllegalArgumentException(NAME + ": expected " + (reference.length - 1) + " spacings for "
                    + reference.length + " bins but got " + spacings.length);
        }
        double distance = distance(masses[0], masses[1]);
        OptionalDouble pValue = permutations == null || BinnedCounts.used(reference, current) < 2
                ? OptionalDouble.empty()
                : permutations.pValue(this::distance, masses[0], masses[1]);
        return new TestStatistic(
                NAME, distance, pValue, distance, BinnedCounts.total(reference), BinnedCounts.total(current));
    }

    private double distance(double[] reference, double[] current) {
        double n = BinnedCounts.total(reference);
        double m = BinnedCounts.total(current);
        double difference = 0;
        double distance = 0;
        for (int i = 0; i < spacings.length; i++) {
            difference += reference[i] / n - current[i] / m;
            distance += Math.abs(difference) * spacings[i];
        }
        return distance;
    }

    /**
     * Computes the distance.
     *
     * @param reference reference counts of the value bins in value order, without {@code missing}; not changed
     * @param current current counts over the same bins; not changed
     * @param spacings distances between the typical values of neighbouring bins in reference standard deviations, one
     *     fewer than bins; not changed
     * @return the distance, at least 0, without p-value
     * @throws IllegalArgumentException if lengths do not fit, a spacing is negative or not finite, a count is negative or a
     *     side has no rows
     */
    public static TestStatistic distance(long[] reference, long[] current, double[] spacings) {
        return withSpacings(spacings).test(reference, current);
    }
}
