package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.drift.SampleTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Mann–Whitney U test (Wilcoxon rank-sum test). U counts the pairs in which the reference value is the larger one, ties as
 * half: 0 to nm, about nm/2 without drift. It sees shifts, in both directions unless told otherwise, and not changes of
 * spread around the same median.
 *
 * <p>The exact p-value counts all splits of the ranks; it needs values without ties, and is used while the smaller side has
 * at most 8. The asymptotic one is normal with variance corrected for ties and, unless switched off, ½ taken off
 * {@code |U − nm/2|} for continuity. Both agree with SciPy's {@code mannwhitneyu}. The effect is the size of the
 * rank-biserial correlation, {@code |2U/(nm) − 1|}, 0 to 1; {@code U/(nm)}, the common-language effect, is the probability
 * that a reference value exceeds a current one. Missing values (NaN) are left out. Immutable.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177730491">Mann and Whitney 1947, doi:10.1214/aoms/1177730491</a>
 */
public final class MannWhitney implements SampleTest {

    /** The statistic's name in results. */
    public static final String NAME = "mann_whitney";

    private static final int MINIMUM = 1;
    private static final int EXACT_UP_TO = 8;
    private static final double EXACT_WORK = 1e9;

    private static final MannWhitney DEFAULT = new MannWhitney(Alternative.TWO_SIDED, NullDistribution.AUTO, true);

    private final Alternative alternative;
    private final NullDistribution distribution;
    private final boolean continuity;

    private MannWhitney(Alternative alternative, NullDistribution distribution, boolean continuity) {
        this.alternative = alternative;
        this.distribution = distribution;
        this.continuity = continuity;
    }

    /** {@return the two-sided test with continuity correction} */
    public static MannWhitney withDefaults() {
        return DEFAULT;
    }

    /**
     * Sets the direction that counts: greater is larger reference values.
     *
     * @param newAlternative the direction
     * @return a changed copy
     */
    public MannWhitney withAlternative(Alternative newAlternative) {
        return new MannWhitney(newAlternative, distribution, continuity);
    }

    /**
     * Sets which distribution gives the p-value.
     *
     * @param newDistribution the distribution; the exact one is for values without ties
     * @return a changed copy
     */
    public MannWhitney withNullDistribution(NullDistribution newDistribution) {
        return new MannWhitney(alternative, newDistribution, continuity);
    }

    /**
     * Leaves the continuity correction of the asymptotic p-value out.
     *
     * @return a changed copy
     */
    public MannWhitney withoutContinuityCorrection() {
        return new MannWhitney(alternative, distribution, false);
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * U of the reference with its p-value.
     *
     * @param reference reference values; NaN is left out; not changed
     * @param current current values; NaN is left out; not changed
     * @return the result; when all values are equal the p-value is empty, since no rank can differ
     * @throws IllegalArgumentException if a side has no value or an infinite one, or the exact p-value is asked for with
     *     ties or for more values than it can be computed for
     */
    @Override
    public TestStatistic test(double[] reference, double[] current) {
        SamplePair pair = SamplePair.of(NAME, MINIMUM, reference, current);
        PooledSample pooled = PooledSample.of(pair);
        int n = pair.reference().length;
        int m = pair.current().length;
        double u = 0;
        double ties = 0;
        double currentBelow = 0;
        for (int i = 0; i < pooled.size(); i++) {
            double here = pooled.current()[i];
            double tied = pooled.reference()[i] + here;
            u += pooled.reference()[i] * (currentBelow + here / 2);
            ties += tied * (tied * tied - 1);
            currentBelow += here;
        }
        double effect = Math.abs(2 * u / n / m - 1);
        return new TestStatistic(NAME, u, pValue(u, n, m, ties), effect, n, m);
    }

    private OptionalDouble pValue(double u, int n, int m, double ties) {
        boolean exact = distribution == NullDistribution.EXACT
                || (distribution == NullDistribution.AUTO && Math.min(n, m) <= EXACT_UP_TO && ties == 0);
        double product = (double) n * m;
        double tail = switch (alternative) {
            case TWO_SIDED -> Math.max(u, product - u);
            case GREATER -> u;
            case LESS -> product - u;
        };
        int sides = alternative == Alternative.TWO_SIDED ? 2 : 1;
        if (exact) {
            requireCountable(n, m, ties);
            return OptionalDouble.of(Math.min(1, sides * exactSurvival((long) tail, n, m)));
        }
        double total = (double) n + m;
        double variance = product / 12 * (total + 1 - ties / (total * (total - 1)));
        if (!(variance > 0)) {
            return OptionalDouble.empty();
        }
        double z = (tail - product / 2 - (continuity ? 0.5 : 0)) / Math.sqrt(variance);
        return OptionalDouble.of(Math.min(1, sides * NormalDistribution.of(0, 1).survivalProbability(z)));
    }

    private static void requireCountable(int n, int m, double ties) {
        if (ties > 0) {
            throw new IllegalArgumentException(NAME + ": the exact p-value needs values without ties, and some of the "
                    + ((long) n + m) + " values are equal; use the asymptotic one");
        }
        if ((double) n * m * Math.min(n, m) > EXACT_WORK) {
            throw new IllegalArgumentException(NAME + ": the exact p-value of " + n + " and " + m
                    + " values takes too long; use the asymptotic one");
        }
    }

    /**
     * The probability of at least u, by symmetry that of at most nm − u: the coefficients of the Gaussian binomial, which
     * grow by one factor {@code (1 − q^(larger + i)) / (1 − q^i)} at a time, scaled to probabilities.
     */
    private static double exactSurvival(long u, int n, int m) {
        long product = (long) n * m;
        if (2 * u < product) {
            return 1 - exactSurvival(product - u + 1, n, m);
        }
        int smaller = Math.min(n, m);
        int larger = Math.max(n, m);
        double[] probability = new double[(int) (product - u) + 1];
        if (u > product) {
            return 0;
        }
        probability[0] = 1;
        for (int i = 1; i <= smaller; i++) {
            double scale = (double) i / (larger + i);
            for (int k = probability.length - 1; k >= larger + i; k--) {
                probability[k] -= probability[k - larger - i];
            }
            for (int k = i; k < probability.length; k++) {
                probability[k] += probability[k - i];
            }
            for (int k = 0; k < probability.length; k++) {
                probability[k] *= scale;
            }
        }
        return BinnedCounts.total(probability);
    }
}
