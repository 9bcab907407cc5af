package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.drift.CountTest;
import io.github.modelwarden.drift.SampleTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.OptionalDouble;

/**
 * Two-sample Kuiper test: {@code V = max (F − G) + max (G − F)} over the empirical distribution functions, range 0 to 1. It
 * is as sensitive in the tails as around the median, and does not depend on where a circular feature, such as the hour of
 * the day, starts.
 *
 * <p>The p-value is asymptotic, {@code 2·Σ_j (4j²λ² − 1)·exp(−2j²λ²)} with Stephens' factor for finite samples
 * {@code λ = V·(√N + 0.155 + 0.24/√N)}, {@code N = nm/(n + m)}: good from about four values a side. Ties make it
 * conservative, and so do cells, over which V is taken at the boundaries alone. The effect is V. Missing values (NaN) are
 * left out. Immutable.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1970.tb00821.x">Stephens 1970,
 *     doi:10.1111/j.2517-6161.1970.tb00821.x</a>
 */
public final class Kuiper implements SampleTest, CountTest {

    /** The statistic's name in results. */
    public static final String NAME = "kuiper";

    private static final int MINIMUM = 2;
    private static final double CERTAIN_BELOW = 0.4;
    private static final double NEGLIGIBLE_FROM = 50;

    private static final Kuiper DEFAULT = new Kuiper();

    private Kuiper() {}

    /** {@return the test} */
    public static Kuiper withDefaults() {
        return DEFAULT;
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * The statistic with its p-value.
     *
     * @param reference reference values; NaN is left out; not changed
     * @param current current values; NaN is left out; not changed
     * @return the result
     * @throws IllegalArgumentException if a side has fewer than 2 values or an infinite one
     */
    @Override
    public TestStatistic test(double[] reference, double[] current) {
        SamplePair pair = SamplePair.of(NAME, MINIMUM, reference, current);
        return result(Extremes.of(pair), pair.reference().length, pair.current().length, true);
    }

    /**
     * The statistic at the boundaries of cells, with its p-value.
     *
     * @param reference reference counts of cells in ascending order of their values; not changed
     * @param current current counts over the same cells; not changed
     * @return the result; with a single used cell V is 0 and the p-value empty
     * @throws IllegalArgumentException if the cells differ in number, a count is negative or a side has no rows
     */
    @Override
    public TestStatistic test(long[] reference, long[] current) {
        double[][] masses = BinnedCounts.masses(NAME, reference, current);
        return result(
                Extremes.of(masses[0], masses[1]),
                BinnedCounts.total(reference),
                BinnedCounts.total(current),
                BinnedCounts.used(reference, current) > 1);
    }

    private static TestStatistic result(Extremes extremes, long n, long m, boolean canDiffer) {
        double v = extremes.above() + extremes.below();
        double root = Math.sqrt((double) n / (n + m) * m);
        OptionalDouble pValue =
                canDiffer ? OptionalDouble.of(survival(v * (root + 0.155 + 0.24 / root))) : OptionalDouble.empty();
        return new TestStatistic(NAME, v, pValue, v, n, m);
    }

    private static double survival(double lambda) {
        if (lambda < CERTAIN_BELOW) {
            return 1; // to seven digits
        }
        double sum = 0;
        double square = 0;
        for (int j = 1; square < NEGLIGIBLE_FROM; j++) {
            square = 2.0 * j * j * lambda * lambda;
            sum += (2 * square - 1) * Math.exp(-square);
        }
        return Math.min(1, 2 * sum);
    }
}
