package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.drift.SampleTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Two-sample Cramér–von Mises test: {@code T = nm/(n + m)²·Σ (F(z) − G(z))²} over the pooled values z, with the empirical
 * distribution functions F of n reference and G of m current values. Range: 0 upward.
 *
 * <p>The exact p-value counts all splits and is used while neither side has more than 20 values; the asymptotic one
 * matches T's mean and variance to the limit distribution. Both agree with SciPy's {@code cramervonmises_2samp} for values
 * without ties, the asymptotic one to seven digits after the point; below that it is the more exact of the two.
 *
 * <p>Ties: F and G run linearly over a run of equal values, so that equal shares give 0, and the p-value is that of T
 * averaged over all ways to break the ties, which is conservative. SciPy's midranks ({@link #withMidranks}) are not: with
 * unequal sizes they grow with the sample where nothing differs. {@link #withPermutations} is exact with ties too.
 *
 * <p>The effect is {@code √(T·(n + m) / (nm))}, the root mean square of F − G, 0 to 1. Missing values (NaN) are left out.
 * Immutable.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177704477">Anderson 1962, doi:10.1214/aoms/1177704477</a>
 */
public final class CramerVonMises implements SampleTest {

    /** The statistic's name in results. */
    public static final String NAME = "cramer_von_mises";

    private static final int MINIMUM = 2;
    private static final int EXACT_UP_TO = 20;
    private static final int EXACT_AT_MOST = 100;

    private static final CramerVonMises DEFAULT = new CramerVonMises(NullDistribution.AUTO, false, null);

    private final NullDistribution distribution;
    private final boolean midranks;
    private final @Nullable Permutations permutations;

    private CramerVonMises(NullDistribution distribution, boolean midranks, @Nullable Permutations permutations) {
        this.distribution = distribution;
        this.midranks = midranks;
        this.permutations = permutations;
    }

    /** {@return the test with an exact p-value up to 20 values a side} */
    public static CramerVonMises withDefaults() {
        return DEFAULT;
    }

    /**
     * Takes ties as SciPy does, to compare with it: {@code T = U / (nm(n + m)) − (4nm − 1) / (6(n + m))} with
     * {@code U = n·Σ_i (R_i − i)² + m·Σ_j (S_j − j)²} for the midranks R of the sorted reference and S of the sorted current
     * values. Without ties, and for two samples of one size, it is a fair statistic. With ties and unequal sizes its
     * p-value is wrong: 1 000 against 100 equal values give T = 742 and p = 0, and a feature with six values raises a false
     * alarm each time. T can be below 0.
     *
     * @return a changed copy
     */
    public CramerVonMises withMidranks() {
        return new CramerVonMises(distribution, true, permutations);
    }

    /**
     * Sets which distribution gives the p-value.
     *
     * @param newDistribution the distribution; the exact one is for at most 100 values a side
     * @return a changed copy
     */
    public CramerVonMises withNullDistribution(NullDistribution newDistribution) {
        return new CramerVonMises(newDistribution, midranks, permutations);
    }

    /**
     * Takes the p-value from random splits of the pooled values.
     *
     * @param count number of permutations, at least 1; the smallest possible p-value is {@code 1 / (count + 1)}
     * @param seed seed of the random numbers
     * @return a changed copy
     * @throws IllegalArgumentException if the count is smaller
     */
    public CramerVonMises withPermutations(int count, long seed) {
        return new CramerVonMises(distribution, midranks, new Permutations(count, seed));
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
     * @throws IllegalArgumentException if a side has fewer than 2 values or an infinite one, or the exact p-value is asked
     *     for with more than 100 values on a side
     */
    @Override
    public TestStatistic test(double[] reference, double[] current) {
        SamplePair pair = SamplePair.of(NAME, MINIMUM, reference, current);
        PooledSample pooled = PooledSample.of(pair);
        int n = pair.reference().length;
        int m = pair.current().length;
        double statistic = statistic(pooled.reference(), pooled.current());
        double total = (double) n + m;
        return new TestStatistic(
                NAME,
                statistic,
                OptionalDouble.of(pValue(pooled, statistic, n, m)),
                Math.sqrt(Math.min(1, Math.max(0, statistic) * total / n / m)),
                n,
                m);
    }

    private double pValue(PooledSample pooled, double statistic, int n, int m) {
        if (permutations != null) {
            return permutations
                    .pValue(this::statistic, pooled.reference(), pooled.current())
                    .orElseThrow();
        }
        int larger = Math.max(n, m);
        if (distribution == NullDistribution.EXACT && larger > EXACT_AT_MOST) {
            throw new IllegalArgumentException(NAME + ": expected at most " + EXACT_AT_MOST
                    + " values a side for the exact p-value but got " + n + " and " + m
                    + "; use the asymptotic one or permutations");
        }
        double compared = midranks ? statistic : statistic + brokenTies(pooled.reference(), pooled.current());
        boolean exact = distribution == NullDistribution.EXACT
                || (distribution == NullDistribution.AUTO && larger <= EXACT_UP_TO);
        return exact ? CramerVonMisesDistribution.exactSurvival(compared, n, m) : asymptotic(compared, n, m);
    }

    private static double asymptotic(double statistic, double n, double m) {
        double product = n * m;
        double total = n + m;
        double mean = (1 + 1 / total) / 6;
        double variance = (total + 1)
                * (4 * product * total - 3 * (n * n + m * m) - 2 * product)
                / (45 * total * total * 4 * product);
        return CramerVonMisesDistribution.survival(1.0 / 6 + (statistic - mean) / Math.sqrt(45 * variance));
    }

    private double statistic(double[] reference, double[] current) {
        return midranks ? midrankForm(reference, current) : linearForm(reference, current);
    }

    /**
     * The sum over the steps of a run of c equal values of {@code (P + j·Δ/c)²}, j = 1 … c, where
     * {@code P = nm·(F − G)} before the run and Δ is its change over the run.
     */
    private static double linearForm(double[] reference, double[] current) {
        double n = BinnedCounts.total(reference);
        double m = BinnedCounts.total(current);
        double path = 0;
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            double tied = reference[i] + current[i];
            double change = m * reference[i] - n * current[i];
            if (tied > 0) {
                sum += tied * path * path
                        + path * change * (tied + 1)
                        + change * change * (tied + 1) * (2 * tied + 1) / (6 * tied);
            }
            path += change;
        }
        return sum / (n * m) / ((n + m) * (n + m));
    }

    /** What T gains on average when ties are broken at random: {@code Σ ab(c + 1)/(6c) / (nm)}, a + b = c values a run. */
    private static double brokenTies(double[] reference, double[] current) {
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            double tied = reference[i] + current[i];
            sum += reference[i] * current[i] * (tied + 1) / (6 * tied);
        }
        return sum / BinnedCounts.total(reference) / BinnedCounts.total(current);
    }

    private static double midrankForm(double[] reference, double[] current) {
        double n = BinnedCounts.total(reference);
        double m = BinnedCounts.total(current);
        double referenceBelow = 0;
        double currentBelow = 0;
        double referenceSum = 0;
        double currentSum = 0;
        for (int i = 0; i < reference.length; i++) {
            double tied = reference[i] + current[i];
            double midrank = referenceBelow + currentBelow + (tied + 1) / 2;
            referenceSum += squares(midrank - referenceBelow, reference[i]);
            currentSum += squares(midrank - currentBelow, current[i]);
            referenceBelow += reference[i];
            currentBelow += current[i];
        }
        double product = n * m;
        double total = n + m;
        return (n * referenceSum + m * currentSum) / (product * total) - (4 * product - 1) / (6 * total);
    }

    /** {@code Σ_{k=1..count} (offset − k)²}. */
    private static double squares(double offset, double count) {
        double distance = offset - (count + 1) / 2;
        return count * distance * distance + count * (count * count - 1) / 12;
    }
}
