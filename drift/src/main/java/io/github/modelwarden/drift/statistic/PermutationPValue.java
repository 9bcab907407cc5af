package io.github.modelwarden.drift.statistic;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The p-value of a permutation test from the number b of R random permutations whose statistic is at least the observed
 * one. The tests of this package use {@link #conservative}; the other conventions are here to compare with programs that
 * use them.
 *
 * @see <a href="https://doi.org/10.2202/1544-6115.1585">Phipson and Smyth 2010, Permutation p-values should never be zero,
 *     doi:10.2202/1544-6115.1585</a>
 */
public final class PermutationPValue {

    private static final long SUM_UP_TO = 10_000;
    private static final int INTERVALS = 200;

    private PermutationPValue() {}

    /**
     * {@code (b + 1) / (R + 1)}: the observed split is one of the permutations, so that the p-value is never 0 and holds
     * every false-alarm rate.
     *
     * @param extreme permutations at least as extreme, 0 to {@code permutations}
     * @param permutations permutations drawn, at least 1
     * @return the p-value, in (0, 1]
     * @throws IllegalArgumentException if the numbers do not fit
     */
    public static double conservative(int extreme, int permutations) {
        require(extreme, permutations);
        return (extreme + 1.0) / (permutations + 1.0);
    }

    /**
     * {@code b / R}: an unbiased estimate of the p-value over all permutations, but not a p-value itself. It can be 0, and
     * raises more false alarms than its level says.
     *
     * @param extreme permutations at least as extreme, 0 to {@code permutations}
     * @param permutations permutations drawn, at least 1
     * @return the share, in [0, 1]
     * @throws IllegalArgumentException if the numbers do not fit
     */
    public static double share(int extreme, int permutations) {
        require(extreme, permutations);
        return (double) extreme / permutations;
    }

    /**
     * The exact p-value when the permutations were drawn with replacement from a known number of different ones,
     * {@code 1/T·Σ_{t=1..T} P(Binomial(R, t/T) ≤ b)}; above 10 000 by the authors' integral
     * {@code (b + 1)/(R + 1) − ∫₀^{1/(2T)} P(Binomial(R, u) ≤ b) du}.
     *
     * @param extreme permutations at least as extreme, 0 to {@code permutations}
     * @param permutations permutations drawn, at least 1
     * @param different number T of different permutations that exist, at least 1
     * @return the p-value, in (0, 1]
     * @throws IllegalArgumentException if the numbers do not fit
     */
    public static double drawnWithReplacement(int extreme, int permutations, long different) {
        require(extreme, permutations);
        if (different < 1) {
            throw new IllegalArgumentException(
                    "permutations: expected at least 1 different permutation but got " + different);
        }
        double sum = 0;
        if (different <= SUM_UP_TO) {
            for (long t = 1; t <= different; t++) {
                sum += atMost(extreme, permutations, (double) t / different);
            }
            return sum / different;
        }
        double step = 0.5 / different / INTERVALS;
        for (int i = 0; i < INTERVALS; i++) {
            sum += atMost(extreme, permutations, (i + 0.5) * step);
        }
        return conservative(extreme, permutations) - sum * step;
    }

    private static double atMost(int extreme, int permutations, double probability) {
        return BinomialDistribution.of(permutations, probability).cumulativeProbability(extreme);
    }

    private static void require(int extreme, int permutations) {
        if (permutations < 1 || extreme < 0 || extreme > permutations) {
            throw new IllegalArgumentException(
                    "permutations: expected 0 to R extreme ones of at least 1 permutation but" + " got " + extreme
                            + " of " + permutations);
        }
    }
}
