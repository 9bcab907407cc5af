package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.drift.TestStatistic;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * Two-sample, two-sided Kolmogorov–Smirnov test: {@code D = max |F(x) − G(x)|} over the empirical distribution functions,
 * range 0 to 1. The p-value is exact for small samples and asymptotic for large ones, as Commons Statistics computes it;
 * ties make the asymptotic one conservative. The effect is D. Missing values (NaN) are left out. Immutable.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1951.10500769">Massey 1951, doi:10.1080/01621459.1951.10500769</a>
 */
public final class KolmogorovSmirnov {

    /** The statistic's name in results. */
    public static final String NAME = "ks";

    private static final int MINIMUM = 2;

    private static final KolmogorovSmirnov DEFAULT = new KolmogorovSmirnov(PValueMethod.AUTO);

    private final PValueMethod method;

    private KolmogorovSmirnov(PValueMethod method) {
        this.method = method;
    }

    /** {@return the two-sided test} */
    public static KolmogorovSmirnov withDefaults() {
        return DEFAULT;
    }

    /**
     * Uses the asymptotic p-value at every sample size. With thousands of rows on both sides it differs from the exact one
     * in the third digit and takes a fraction of the time, which is what a monitor that looks again and again needs.
     *
     * @return a changed copy
     */
    public KolmogorovSmirnov withAsymptoticPValue() {
        return new KolmogorovSmirnov(PValueMethod.ASYMPTOTIC);
    }

    /**
     * The distance with its p-value.
     *
     * @param reference reference values; NaN is left out; not changed
     * @param current current values; NaN is left out; not changed
     * @return the result
     * @throws IllegalArgumentException if a side has fewer than 2 values
     */
    public TestStatistic test(double[] reference, double[] current) {
        double[] x = present(reference);
        double[] y = present(current);
        if (x.length < MINIMUM || y.length < MINIMUM) {
            throw new IllegalArgumentException(NAME + ": expected at least " + MINIMUM + " values on each side but got "
                    + x.length + " reference and " + y.length + " current values");
        }
        var result = KolmogorovSmirnovTest.withDefaults().with(method).test(x, y);
        return new TestStatistic(
                NAME,
                result.getStatistic(),
                OptionalDouble.of(result.getPValue()),
                result.getStatistic(),
                x.length,
                y.length);
    }

    private static double[] present(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }
}
