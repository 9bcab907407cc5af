package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.drift.TestStatistic;
import java.util.OptionalDouble;

/**
 * Wasserstein-1 distance over the bins of a numeric feature, in reference standard deviations:
 * {@code W = Σ_i |F_i − G_i|·s_i} with cumulated shares F, G up to bin i and the distance s_i of bin i's typical value to
 * the next bin's, in standard deviations. It is the work of moving the probability mass between the bins' typical
 * values. A distance without p-value.
 */
public final class BinnedWasserstein {

    /** The statistic's name in results. */
    public static final String NAME = "wasserstein1_stddevs";

    private BinnedWasserstein() {}

    /**
     * Computes the distance.
     *
     * @param reference reference counts of the value bins in value order, without {@code missing}; not changed
     * @param current current counts over the same bins; not changed
     * @param spacings distances between the typical values of neighbouring bins in reference standard deviations, one
     *     fewer than bins; not changed
     * @return the distance, at least 0
     * @throws IllegalArgumentException if lengths do not fit, a count is negative or a side has no rows
     */
    public static TestStatistic distance(long[] reference, long[] current, double[] spacings) {
        BinnedCounts.requireComparable(NAME, reference, current);
        if (spacings.length != reference.length - 1) {
            throw new IllegalArgumentException(NAME + ": expected " + (reference.length - 1) + " spacings for "
                    + reference.length + " bins but got " + spacings.length);
        }
        long n = BinnedCounts.total(reference);
        long m = BinnedCounts.total(current);
        double difference = 0;
        double distance = 0;
        for (int i = 0; i < spacings.length; i++) {
            difference += (double) reference[i] / n - (double) current[i] / m;
            distance += Math.abs(difference) * spacings[i];
        }
        return new TestStatistic(NAME, distance, OptionalDouble.empty(), distance, n, m);
    }
}
