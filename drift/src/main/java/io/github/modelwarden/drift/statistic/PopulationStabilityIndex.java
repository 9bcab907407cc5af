package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.drift.TestStatistic;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Population stability index (PSI) with a calibrated p-value.
 *
 * <p>{@code PSI = Σ (q_i − p_i)·ln(q_i / p_i)} over the bins that hold anything on either side, with half-count smoothing
 * {@code p_i = (r_i + ½) / (n + B/2)}, {@code q_i = (c_i + ½) / (m + B/2)} for n reference and m current rows in B such
 * bins. Range: 0 (equal shares) upward.
 *
 * <p>Without drift {@code PSI / (1/n + 1/m)} is approximately chi-square distributed with B − 1 degrees of freedom; a fixed
 * threshold such as 0.1 does not hold any false-alarm rate, because the expected PSI of unchanged data is
 * {@code (B − 1)(1/n + 1/m)}. The effect is the PSI less that expectation, at least 0.
 *
 * <p>The p-value is the larger of that approximation's and of Pearson's {@link ChiSquareHomogeneity} on the same counts.
 * The two agree for well-filled bins. In a bin with a few expected rows the logarithm exaggerates counts below
 * expectation, and Pearson's squares exaggerate counts above it, so that either alone raises several times the false
 * alarms at the small levels that a correction over many features asks for; the larger p-value holds them, and is
 * conservative with many sparse bins.
 *
 * <p>Unlike with a clamp of empty bins, smoothing keeps one empty bin from deciding the result. Immutable.
 *
 * @see <a href="https://scholarworks.wmich.edu/dissertations/3208">Yurdakul 2018, Statistical properties of the
 *     population stability index</a>
 */
public final class PopulationStabilityIndex {

    /** The statistic's name in results. */
    public static final String NAME = "psi";

    private static final PopulationStabilityIndex DEFAULT = new PopulationStabilityIndex();

    private PopulationStabilityIndex() {}

    /** {@return the index with half-count smoothing} */
    public static PopulationStabilityIndex withDefaults() {
        return DEFAULT;
    }

    /**
     * The index alone.
     *
     * @param reference reference counts, one a bin; not changed
     * @param current current counts over the same bins; not changed
     * @return the index, at least 0
     * @throws IllegalArgumentException if the bins differ in number, a count is negative or a side has no rows
     */
    public double statistic(long[] reference, long[] current) {
        BinnedCounts.requireComparable(NAME, reference, current);
        int bins = BinnedCounts.used(reference, current);
        double n = BinnedCounts.total(reference) + bins / 2.0;
        double m = BinnedCounts.total(current) + bins / 2.0;
        double index = 0;
        for (int i = 0; i < reference.length; i++) {
            if (reference[i] + current[i] > 0) {
                double p = (reference[i] + 0.5) / n;
                double q = (current[i] + 0.5) / m;
                index += (q - p) * Math.log(q / p);
            }
        }
        return index;
    }

    /**
     * The index with its p-value and effect.
     *
     * @param reference reference counts, one a bin; not changed
     * @param current current counts over the same bins; not changed
     * @return the result; without a second used bin the p-value is empty, since nothing can differ
     * @throws IllegalArgumentException as for {@link #statistic}
     */
    public TestStatistic test(long[] reference, long[] current) {
        double index = statistic(reference, current);
        long n = BinnedCounts.total(reference);
        long m = BinnedCounts.total(current);
        double noise = noise(n, m);
        int degrees = BinnedCounts.used(reference, current) - 1;
        OptionalDouble pValue = degrees < 1
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(
                        ChiSquaredDistribution.of(degrees).survivalProbability(index / noise),
                        ChiSquareHomogeneity.withDefaults()
                                .test(reference, current)
                                .pValue()
                                .orElse(0)));
        return new TestStatistic(NAME, index, pValue, Math.max(0, index - degrees * noise), n, m);
    }

    /**
     * The index from which drift is called at a false-alarm rate: {@code χ²_{1−α, B−1}·(1/n + 1/m)}. An index below it
     * never has a p-value of at most alpha; with sparse bins one slightly above it may have a larger p-value too.
     *
     * @param bins number of used bins, at least 2
     * @param referenceCount reference rows, at least 1
     * @param currentCount current rows, at least 1
     * @param alpha false-alarm rate, in (0, 1)
     * @return the threshold
     */
    public double threshold(int bins, long referenceCount, long currentCount, double alpha) {
        return ChiSquaredDistribution.of(bins - 1.0).inverseSurvivalProbability(alpha)
                * noise(referenceCount, currentCount);
    }

    private static double noise(long n, long m) {
        return 1.0 / n + 1.0 / m;
    }
}
