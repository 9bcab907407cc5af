package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.drift.CountTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Population stability index (PSI) with a calibrated p-value.
 *
 * <p>{@code PSI = Σ (q_i − p_i)·ln(q_i / p_i)} over the bins that hold anything on either side, with half-count smoothing
 * {@code p_i = (r_i + ½) / (n + B/2)}, {@code q_i = (c_i + ½) / (m + B/2)} for n reference and m current rows in B such
 * bins. Range: 0 (equal shares) upward. It is symmetric in the two samples.
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
 * <p>Unlike with a clamp of empty bins, smoothing keeps one empty bin from deciding the result. Under another
 * {@link ZeroRule} there is no p-value but that of {@link #withMatchedMoments} or {@link #withPermutations}. Immutable.
 *
 * @see <a href="https://scholarworks.wmich.edu/dissertations/3208">Yurdakul 2018, Statistical properties of the
 *     population stability index</a>
 */
public final class PopulationStabilityIndex implements CountTest {

    /** The statistic's name in results. */
    public static final String NAME = "psi";

    private static final PopulationStabilityIndex DEFAULT =
            new PopulationStabilityIndex(ZeroRule.halfCount(), false, null);

    private final ZeroRule zeroRule;
    private final boolean matched;
    private final @Nullable Permutations permutations;

    private PopulationStabilityIndex(ZeroRule zeroRule, boolean matched, @Nullable Permutations permutations) {
        this.zeroRule = zeroRule;
        this.matched = matched;
        this.permutations = permutations;
    }

    /** {@return the index with half-count smoothing} */
    public static PopulationStabilityIndex withDefaults() {
        return DEFAULT;
    }

    /**
     * Changes what is done with empty bins, to compare with programs that follow another rule.
     *
     * @param newZeroRule the rule
     * @return a changed copy
     */
    public PopulationStabilityIndex withZeroRule(ZeroRule newZeroRule) {
        return new PopulationStabilityIndex(newZeroRule, matched, permutations);
    }

    /**
     * Takes the p-value of {@link ChiSquareHomogeneity#withMatchedMoments} on the same counts, under any zero rule: the index
     * then says how large the difference is, and Pearson's statistic, its equal for well-filled bins, whether it is noise.
     * With sparse bins it holds its level instead of being conservative, and sees what the index's own p-value cannot.
     *
     * @return a changed copy
     */
    public PopulationStabilityIndex withMatchedMoments() {
        return new PopulationStabilityIndex(zeroRule, true, permutations);
    }

    /**
     * Takes the p-value from random splits of the pooled rows, under any zero rule.
     *
     * @param count number of permutations, at least 1; the smallest possible p-value is {@code 1 / (count + 1)}
     * @param seed seed of the random numbers
     * @return a changed copy
     * @throws IllegalArgumentException if the count is smaller
     */
    public PopulationStabilityIndex withPermutations(int count, long seed) {
        return new PopulationStabilityIndex(zeroRule, matched, new Permutations(count, seed));
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * The index alone.
     *
     * @param reference reference counts, one a bin; not changed
     * @param current current counts over the same bins; not changed
     * @return the index, at least 0
     * @throws IllegalArgumentException if the bins differ in number, a count is negative, a side has no rows, or the zero
     *     rule refuses an empty bin
     */
    public double statistic(long[] reference, long[] current) {
        double[][] masses = BinnedCounts.masses(NAME, reference, current);
        return index(masses[0], masses[1]);
    }

    /**
     * The index of masses that are not counts, such as shares; each side is divided by its total.
     *
     * @param reference reference masses, one a bin, at least 0; not changed
     * @param current current masses over the same bins; not changed
     * @return the index, at least 0
     * @throws IllegalArgumentException if the bins differ in number, a mass is negative or not a number, a side adds up to
     *     nothing, the zero rule refuses an empty bin, or it adds rows to sides that add up to at most 1
     */
    public double statistic(double[] reference, double[] current) {
        requireMasses(NAME, zeroRule, reference, current);
        return index(reference, current);
    }

    static void requireMasses(String statistic, ZeroRule zeroRule, double[] reference, double[] current) {
        BinnedCounts.requireComparable(statistic, reference, current);
        double least = Math.min(BinnedCounts.total(reference), BinnedCounts.total(current));
        if (zeroRule.needsCounts() && !(least > 1)) {
            throw new IllegalArgumentException(
                    statistic + ": expected counts, to which the zero rule adds rows, but got"
                            + " masses that add up to " + least + "; pass counts or choose another zero rule");
        }
    }

    private double index(double[] reference, double[] current) {
        double[] p = zeroRule.shares(NAME, reference, current);
        double[] q = zeroRule.shares(NAME, current, reference);
        double index = 0;
        for (int i = 0; i < p.length; i++) {
            if (p[i] > 0) {
                index += (q[i] - p[i]) * Math.log(q[i] / p[i]);
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
     * @throws IllegalArgumentException as for {@link #statistic(long[], long[])}
     */
    @Override
    public TestStatistic test(long[] reference, long[] current) {
        double[][] masses = BinnedCounts.masses(NAME, reference, current);
        double index = index(masses[0], masses[1]);
        long n = BinnedCounts.total(reference);
        long m = BinnedCounts.total(current);
        double noise = BinnedCounts.noise(n, m);
        int degrees = BinnedCounts.used(reference, current) - 1;
        return new TestStatistic(
                NAME, index, pValue(masses, index / noise, degrees), Math.max(0, index - degrees * noise), n, m);
    }

    private OptionalDouble pValue(double[][] masses, double scaled, int degrees) {
        if (degrees < 1) {
            return OptionalDouble.empty();
        }
        if (permutations != null) {
            return permutations.pValue(this::index, masses[0], masses[1]);
        }
        ContingencyTable table = ContingencyTable.of(masses[0], masses[1]);
        if (matched) {
            return table.matchedPValue();
        }
        return zeroRule.isHalfCount()
                ? ContingencyTable.larger(table.pValue(scaled), table.pValue(table.pearson(false)))
                : OptionalDouble.empty();
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
                * BinnedCounts.noise(referenceCount, currentCount);
    }
}
