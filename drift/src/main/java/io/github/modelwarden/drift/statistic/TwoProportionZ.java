package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.drift.CountTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Two-proportion z-test on a feature with two categories: {@code z = (p − q) / √(s(1 − s)(1/n + 1/m))} with the first
 * category's shares p of the reference and q of the current rows, and s of both together (pooled). Without drift z is
 * standard normal for large counts; its square is the {@link ChiSquareHomogeneity} statistic. Range: any number.
 *
 * <p>The first two bins that hold anything are compared. With a single one z is 0 and the p-value empty, since nothing can
 * differ. The effect is |p − q|. {@link FisherExact} is exact for small counts. Immutable.
 *
 * @see <a href="https://www.itl.nist.gov/div898/handbook/prc/section3/prc33.htm">NIST/SEMATECH e-Handbook of Statistical
 *     Methods, 7.3.3</a>
 */
public final class TwoProportionZ implements CountTest {

    /** The statistic's name in results. */
    public static final String NAME = "two_proportion_z";

    private static final TwoProportionZ DEFAULT = new TwoProportionZ(Alternative.TWO_SIDED);

    private final Alternative alternative;

    private TwoProportionZ(Alternative alternative) {
        this.alternative = alternative;
    }

    /** {@return the two-sided test} */
    public static TwoProportionZ withDefaults() {
        return DEFAULT;
    }

    /**
     * Sets the direction that counts: greater is a larger share of the first category in the reference.
     *
     * @param newAlternative the direction
     * @return a changed copy
     */
    public TwoProportionZ withAlternative(Alternative newAlternative) {
        return new TwoProportionZ(newAlternative);
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * The statistic with its p-value.
     *
     * @param reference reference counts, at most two bins of which hold anything; not changed
     * @param current current counts over the same bins; not changed
     * @return the result; with a single category the p-value is empty
     * @throws IllegalArgumentException if the bins differ in number, a count is negative, a side has no rows, or more than
     *     two categories hold rows
     */
    @Override
    public TestStatistic test(long[] reference, long[] current) {
        TwoByTwo table = TwoByTwo.of(NAME, reference, current);
        double n = table.referenceTotal();
        double m = table.currentTotal();
        if (table.hasOneCategory()) {
            return new TestStatistic(NAME, 0, OptionalDouble.empty(), 0, table.referenceTotal(), table.currentTotal());
        }
        double pooled = (table.referenceFirst() + table.currentFirst()) / (n + m);
        double z = table.difference() / Math.sqrt(pooled * (1 - pooled) * BinnedCounts.noise(n, m));
        return new TestStatistic(
                NAME,
                z,
                OptionalDouble.of(pValue(z)),
                Math.abs(table.difference()),
                table.referenceTotal(),
                table.currentTotal());
    }

    private double pValue(double z) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        return switch (alternative) {
            case TWO_SIDED -> Math.min(1, 2 * normal.survivalProbability(Math.abs(z)));
            case LESS -> normal.cumulativeProbability(z);
            case GREATER -> normal.survivalProbability(z);
        };
    }
}
