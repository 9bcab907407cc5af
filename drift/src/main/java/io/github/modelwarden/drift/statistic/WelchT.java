package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.drift.SampleTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.OptionalDouble;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;

/**
 * Welch's t-test of equal means: {@code t = (x̄ − ȳ) / √(s_x²/n + s_y²/m)} with sample variances (n − 1), reference first,
 * and the Welch–Satterthwaite degrees of freedom. {@link #withEqualVariances} is Student's test with pooled variance.
 * Range: any number. It compares means only. For skewed features it holds its level with some hundred rows on both sides,
 * and not with one small side: 1 000 against 100 lognormal values raise 8 % false alarms at the 5 % level. One side may be
 * constant; with both constant there is no noise to compare with.
 *
 * <p>The effect is the size of Cohen's d, {@code |x̄ − ȳ|} in pooled standard deviations. Missing values (NaN) are left
 * out. Immutable.
 *
 * @see <a href="https://doi.org/10.1093/biomet/34.1-2.28">Welch 1947, doi:10.1093/biomet/34.1-2.28</a>
 */
public final class WelchT implements SampleTest {

    /** The statistic's name in results. */
    public static final String NAME = "welch_t";

    /** The name in results with equal variances. */
    public static final String STUDENT_NAME = "student_t";

    private static final WelchT DEFAULT = new WelchT(Alternative.TWO_SIDED, false);

    private final Alternative alternative;
    private final boolean equalVariances;

    private WelchT(Alternative alternative, boolean equalVariances) {
        this.alternative = alternative;
        this.equalVariances = equalVariances;
    }

    /** {@return the two-sided test that allows unequal variances} */
    public static WelchT withDefaults() {
        return DEFAULT;
    }

    /**
     * Sets the direction that counts: greater is a larger reference mean.
     *
     * @param newAlternative the direction
     * @return a changed copy
     */
    public WelchT withAlternative(Alternative newAlternative) {
        return new WelchT(newAlternative, equalVariances);
    }

    /**
     * Assumes equal variances, and pools them: Student's test with n + m − 2 degrees of freedom.
     *
     * @return a changed copy
     */
    public WelchT withEqualVariances() {
        return new WelchT(alternative, true);
    }

    @Override
    public String name() {
        return equalVariances ? STUDENT_NAME : NAME;
    }

    /**
     * The statistic with its p-value.
     *
     * @param reference reference values; NaN is left out; not changed
     * @param current current values; NaN is left out; not changed
     * @return the result
     * @throws IllegalArgumentException if a side has fewer than 2 values or an infinite one, or both are constant
     */
    @Override
    public TestStatistic test(double[] reference, double[] current) {
        Side x = Side.of(Samples.present(name(), "reference", reference));
        Side y = Side.of(Samples.present(name(), "current", current));
        TTest.Result result = result(x, y);
        return new TestStatistic(
                name(),
                result.getStatistic(),
                OptionalDouble.of(result.getPValue()),
                Side.standardisedDifference(x, y),
                x.count(),
                y.count());
    }

    /**
     * The degrees of freedom behind the p-value.
     *
     * @param reference reference values; NaN is left out; not changed
     * @param current current values; NaN is left out; not changed
     * @return the degrees of freedom, a fraction unless variances are equal
     * @throws IllegalArgumentException as for {@link #test}
     */
    public double degreesOfFreedom(double[] reference, double[] current) {
        return result(
                        Side.of(Samples.present(name(), "reference", reference)),
                        Side.of(Samples.present(name(), "current", current)))
                .getDegreesOfFreedom();
    }

    private TTest.Result result(Side x, Side y) {
        Side.requireSpread(name(), x, y);
        AlternativeHypothesis hypothesis = switch (alternative) {
            case TWO_SIDED -> AlternativeHypothesis.TWO_SIDED;
            case LESS -> AlternativeHypothesis.LESS_THAN;
            case GREATER -> AlternativeHypothesis.GREATER_THAN;
        };
        return TTest.withDefaults()
                .with(hypothesis)
                .with(equalVariances ? DataDispersion.HOMOSCEDASTIC : DataDispersion.HETEROSCEDASTIC)
                .test(x.mean(), x.variance(), x.count(), y.mean(), y.variance(), y.count());
    }
}
