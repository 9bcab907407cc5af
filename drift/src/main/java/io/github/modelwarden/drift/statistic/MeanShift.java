package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.drift.SampleTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * TrustyAI's mean shift, for going on with records made there: {@code t = (x̄ − ȳ) / √(v_x/n + v_y/m)} with population
 * variances (divisor n) and {@code n + m − 2} degrees of freedom, two-sided. It mixes Welch's statistic with the variances
 * and the degrees of freedom of other tests, so that small samples raise a few more false alarms than stated;
 * {@link WelchT} answers the same question and is the one to start with. With many rows on both sides they agree.
 *
 * <p>The effect is the size of the mean difference in pooled standard deviations. Missing values (NaN) are left out.
 * Immutable.
 *
 * @see <a href="https://github.com/trustyai-explainability/trustyai-explainability">TrustyAI, metrics.drift.meanshift</a>
 */
public final class MeanShift implements SampleTest {

    /** The statistic's name in results. */
    public static final String NAME = "mean_shift_t";

    private static final MeanShift DEFAULT = new MeanShift();

    private MeanShift() {}

    /** {@return the test} */
    public static MeanShift withDefaults() {
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
     * @throws IllegalArgumentException if a side has fewer than 2 values or an infinite one, or both are constant
     */
    @Override
    public TestStatistic test(double[] reference, double[] current) {
        Side x = Side.of(Samples.present(NAME, "reference", reference));
        Side y = Side.of(Samples.present(NAME, "current", current));
        Side.requireSpread(NAME, x, y);
        double t = (x.mean() - y.mean()) / Math.sqrt(x.squares() / square(x.count()) + y.squares() / square(y.count()));
        TDistribution law = TDistribution.of(x.count() + y.count() - 2.0);
        double pValue = Math.min(1, 2 * law.survivalProbability(Math.abs(t)));
        return new TestStatistic(
                NAME, t, OptionalDouble.of(pValue), Side.standardisedDifference(x, y), x.count(), y.count());
    }

    private static double square(double value) {
        return value * value;
    }
}
