package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.drift.CountTest;
import io.github.modelwarden.drift.SampleTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.OptionalDouble;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * Two-sample Kolmogorov–Smirnov test: {@code D = max |F(x) − G(x)|} over the empirical distribution functions F of the
 * reference and G of the current data, range 0 to 1. One-sided, greater takes {@code max F − G} and less takes
 * {@code max G − F}; note that a reference with a greater F holds smaller values.
 *
 * <p>The exact p-value counts the ways to split the pooled values; it is used while neither side has more than 10 000
 * values. The asymptotic one is that of the one-sample distance of {@code nm/(n + m)} values, rounded (one-sided: Hodges'
 * approximation), at a cost that does not depend on the sizes. Ties make both conservative. The effect is D. Missing
 * values (NaN) are left out. p-values agree with SciPy's {@code ks_2samp}. Immutable.
 *
 * <p>Over cells instead of values, D is taken at the cell boundaries alone. It is then at most the D of the values, so the
 * p-value, always asymptotic, is conservative; {@link #upperBound} says how much larger D can be.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1951.10500769">Massey 1951, doi:10.1080/01621459.1951.10500769</a>
 * @see <a href="https://doi.org/10.1007/BF02589501">Hodges 1958, doi:10.1007/BF02589501</a>
 */
public final class KolmogorovSmirnov implements SampleTest, CountTest {

    /** The statistic's name in results. */
    public static final String NAME = "ks";

    private static final int MINIMUM = 2;
    private static final int EXACT_UP_TO = 10_000;

    private static final KolmogorovSmirnov DEFAULT =
            new KolmogorovSmirnov(Alternative.TWO_SIDED, NullDistribution.AUTO);

    private final Alternative alternative;
    private final NullDistribution distribution;

    private KolmogorovSmirnov(Alternative alternative, NullDistribution distribution) {
        this.alternative = alternative;
        this.distribution = distribution;
    }

    /** {@return the two-sided test with an exact p-value up to 10 000 values a side} */
    public static KolmogorovSmirnov withDefaults() {
        return DEFAULT;
    }

    /**
     * Sets the direction that counts.
     *
     * @param newAlternative the direction: greater is a reference whose distribution function is the greater one
     * @return a changed copy
     */
    public KolmogorovSmirnov withAlternative(Alternative newAlternative) {
        return new KolmogorovSmirnov(newAlternative, distribution);
    }

    /**
     * Sets which distribution gives the p-value. The exact one of tens of thousands of values takes seconds, and is
     * replaced by the asymptotic one where it would need more memory than there is.
     *
     * @param newDistribution the distribution
     * @return a changed copy
     */
    public KolmogorovSmirnov withNullDistribution(NullDistribution newDistribution) {
        return new KolmogorovSmirnov(alternative, newDistribution);
    }

    /**
     * Uses the asymptotic p-value at every sample size. With thousands of rows on both sides it differs from the exact one
     * in the third digit and takes a fraction of the time, which is what a monitor that looks again and again needs.
     *
     * @return a changed copy
     */
    public KolmogorovSmirnov withAsymptoticPValue() {
        return withNullDistribution(NullDistribution.ASYMPTOTIC);
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * The distance with its p-value.
     *
     * @param reference reference values; NaN is left out; not changed
     * @param current current values; NaN is left out; not changed
     * @return the result
     * @throws IllegalArgumentException if a side has fewer than 2 values or an infinite one
     */
    @Override
    public TestStatistic test(double[] reference, double[] current) {
        return test(SamplePair.of(NAME, MINIMUM, reference, current));
    }

    /**
     * The distance of samples that are sorted already, which saves the copy and the sorting.
     *
     * @param reference reference values, ascending and finite; not changed
     * @param current current values, ascending and finite; not changed
     * @return the result
     * @throws IllegalArgumentException if a side has fewer than 2 values, or is not ascending and finite
     */
    public TestStatistic testSorted(double[] reference, double[] current) {
        return test(SamplePair.ofSorted(NAME, MINIMUM, reference, current));
    }

    private TestStatistic test(SamplePair pair) {
        int n = pair.reference().length;
        int m = pair.current().length;
        double distance = Extremes.of(pair).distance(alternative);
        boolean exact = distribution == NullDistribution.EXACT
                || (distribution == NullDistribution.AUTO && Math.max(n, m) <= EXACT_UP_TO);
        double pValue = exact ? exactPValue(pair) : asymptoticPValue(distance, n, m);
        return new TestStatistic(NAME, distance, OptionalDouble.of(pValue), distance, n, m);
    }

    private double exactPValue(SamplePair pair) {
        AlternativeHypothesis hypothesis = switch (alternative) {
            case TWO_SIDED -> AlternativeHypothesis.TWO_SIDED;
            case LESS -> AlternativeHypothesis.LESS_THAN;
            case GREATER -> AlternativeHypothesis.GREATER_THAN;
        };
        double pValue = KolmogorovSmirnovTest.withDefaults()
                .with(hypothesis)
                .with(PValueMethod.EXACT)
                .test(pair.reference(), pair.current())
                .getPValue();
        return Math.min(1, pValue);
    }

    private double asymptoticPValue(double distance, double n, double m) {
        double effective = n / (n + m) * m;
        if (alternative == Alternative.TWO_SIDED) {
            return KolmogorovDistribution.survival(distance, (long) Math.rint(effective));
        }
        double larger = Math.max(n, m);
        double smaller = Math.min(n, m);
        double z = Math.sqrt(effective) * distance;
        double correction = 2 * z * (larger + 2 * smaller) / Math.sqrt(larger * smaller * (larger + smaller)) / 3;
        return Math.exp(-2 * z * z - correction);
    }

    /**
     * The distance at the boundaries of cells, with its p-value.
     *
     * @param reference reference counts of cells in ascending order of their values; not changed
     * @param current current counts over the same cells; not changed
     * @return the result; with a single used cell D is 0 and the p-value empty
     * @throws IllegalArgumentException if the cells differ in number, a count is negative or a side has no rows
     */
    @Override
    public TestStatistic test(long[] reference, long[] current) {
        double[][] masses = BinnedCounts.masses(NAME, reference, current);
        long n = BinnedCounts.total(reference);
        long m = BinnedCounts.total(current);
        double distance = Extremes.of(masses[0], masses[1]).distance(alternative);
        OptionalDouble pValue = BinnedCounts.used(reference, current) < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(asymptoticPValue(distance, (double) n, (double) m));
        return new TestStatistic(NAME, distance, pValue, distance, n, m);
    }

    /**
     * How large the two-sided D of the values can be at most, given their counts over cells: within a cell that holds
     * shares p and q, {@code F − G} can rise by p before it falls by q, or fall by q first. Never above D over the cells
     * plus the largest share of a cell.
     *
     * @param reference reference counts of cells in ascending order of their values; not changed
     * @param current current counts over the same cells; not changed
     * @return the bound, 0 to 1
     * @throws IllegalArgumentException if the cells differ in number, a count is negative or a side has no rows
     */
    public static double upperBound(long[] reference, long[] current) {
        double[][] masses = BinnedCounts.masses(NAME, reference, current);
        double n = BinnedCounts.total(masses[0]);
        double m = BinnedCounts.total(masses[1]);
        double below = 0;
        double bound = 0;
        double cumulatedReference = 0;
        double cumulatedCurrent = 0;
        for (int i = 0; i < reference.length; i++) {
            bound = Math.max(bound, Math.max(below + masses[0][i] / n, masses[1][i] / m - below));
            cumulatedReference += masses[0][i];
            cumulatedCurrent += masses[1][i];
            below = cumulatedReference / n - cumulatedCurrent / m;
        }
        return Math.min(1, bound);
    }
}
