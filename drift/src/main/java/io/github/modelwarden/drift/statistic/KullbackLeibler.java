package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.drift.CountTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Kullback–Leibler divergence (relative entropy) of bin shares, in nats: {@code KL(current ‖ reference) = Σ q_i·ln(q_i /
 * p_i)} over the used bins, with shares p of the reference and q of the current data. Range: 0 (equal) upward. It is not
 * symmetric; {@link #withReferenceFirst} turns it round. The sum of both directions is the
 * {@link PopulationStabilityIndex}.
 *
 * <p>Shares are smoothed by half a count a bin unless another {@link ZeroRule} is chosen; under a rule that does not scale
 * shares back to 1 the sum can be slightly below 0 for nearly equal shares. With half-count smoothing {@code 2·KL·nm/(n + m)}
 * is chi-square distributed with B − 1 degrees of freedom for well-filled bins, and the p-value is the larger of that
 * law's and of {@link ChiSquareHomogeneity#withMatchedMoments} on the same counts: at most the stated level, below it with
 * sparse bins. Under another rule the
 * p-value is that of {@link #withPermutations} or none. The effect is the value. Immutable.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177729694">Kullback and Leibler 1951, doi:10.1214/aoms/1177729694</a>
 */
public final class KullbackLeibler implements CountTest {

    /** The statistic's name in results. */
    public static final String NAME = "kl_divergence";

    private static final KullbackLeibler DEFAULT = new KullbackLeibler(ZeroRule.halfCount(), false, null);

    private final ZeroRule zeroRule;
    private final boolean referenceFirst;
    private final @Nullable Permutations permutations;

    private KullbackLeibler(ZeroRule zeroRule, boolean referenceFirst, @Nullable Permutations permutations) {
        this.zeroRule = zeroRule;
        this.referenceFirst = referenceFirst;
        this.permutations = permutations;
    }

    /** {@return the divergence of the current data from the reference, with half-count smoothing} */
    public static KullbackLeibler withDefaults() {
        return DEFAULT;
    }

    /**
     * Takes the other direction, {@code KL(reference ‖ current) = Σ p_i·ln(p_i / q_i)}.
     *
     * @return a changed copy
     */
    public KullbackLeibler withReferenceFirst() {
        return new KullbackLeibler(zeroRule, true, permutations);
    }

    /**
     * Changes what is done with empty bins.
     *
     * @param newZeroRule the rule
     * @return a changed copy
     */
    public KullbackLeibler withZeroRule(ZeroRule newZeroRule) {
        return new KullbackLeibler(newZeroRule, referenceFirst, permutations);
    }

    /**
     * Takes the p-value from random splits of the pooled rows.
     *
     * @param count number of permutations, at least 1; the smallest possible p-value is {@code 1 / (count + 1)}
     * @param seed seed of the random numbers
     * @return a changed copy
     * @throws IllegalArgumentException if the count is smaller
     */
    public KullbackLeibler withPermutations(int count, long seed) {
        return new KullbackLeibler(zeroRule, referenceFirst, new Permutations(count, seed));
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * The divergence alone, of counts or of masses such as shares; each side is divided by its total.
     *
     * @param reference reference masses, one a bin, at least 0; not changed
     * @param current current masses over the same bins; not changed
     * @return the divergence
     * @throws IllegalArgumentException if the bins differ in number, a mass is negative or not a number, a side adds up to
     *     nothing, the zero rule refuses an empty bin, or it adds rows to sides that add up to at most 1
     */
    public double statistic(double[] reference, double[] current) {
        PopulationStabilityIndex.requireMasses(NAME, zeroRule, reference, current);
        return divergence(reference, current);
    }

    private double divergence(double[] reference, double[] current) {
        double[] p = zeroRule.shares(NAME, reference, current);
        double[] q = zeroRule.shares(NAME, current, reference);
        double[] of = referenceFirst ? p : q;
        double[] from = referenceFirst ? q : p;
        double divergence = 0;
        for (int i = 0; i < of.length; i++) {
            if (of[i] > 0) {
                divergence += of[i] * Math.log(of[i] / from[i]);
            }
        }
        return divergence;
    }

    /**
     * The divergence with its p-value.
     *
     * @param reference reference counts, one a bin; not changed
     * @param current current counts over the same bins; not changed
     * @return the result; without a second used bin the p-value is empty
     * @throws IllegalArgumentException if the bins differ in number, a count is negative, a side has no rows, or the zero
     *     rule refuses an empty bin
     */
    @Override
    public TestStatistic test(long[] reference, long[] current) {
        double[][] masses = BinnedCounts.masses(NAME, reference, current);
        double divergence = divergence(masses[0], masses[1]);
        long n = BinnedCounts.total(reference);
        long m = BinnedCounts.total(current);
        return new TestStatistic(
                NAME, divergence, pValue(masses, 2 * divergence / BinnedCounts.noise(n, m)), divergence, n, m);
    }

    private OptionalDouble pValue(double[][] masses, double scaled) {
        if (BinnedCounts.used(masses[0], masses[1]) < 2) {
            return OptionalDouble.empty();
        }
        if (permutations != null) {
            return permutations.pValue(this::divergence, masses[0], masses[1]);
        }
        return zeroRule.isHalfCount()
                ? ContingencyTable.guardedPValue(scaled, masses[0], masses[1])
                : OptionalDouble.empty();
    }
}
