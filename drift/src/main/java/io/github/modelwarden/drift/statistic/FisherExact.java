package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.drift.CountTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.OptionalDouble;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.FisherExactTest;

/**
 * Fisher's exact test on a feature with two categories. Given the row and column sums, the number of reference rows in the
 * first category is hypergeometric without drift; the two-sided p-value adds up every table that is at most as probable
 * as the observed one. It holds its level at any counts, and is conservative at small ones.
 *
 * <p>The value is the difference p − q of the first category's shares, from −1 to 1, and the effect its size, because both
 * exist for every table; the odds ratio, which may be infinite or undefined, is a method of its own. The first two bins
 * that hold anything are compared; with a single one only one table is possible and p is 1. Immutable.
 *
 * @see <a href="https://doi.org/10.2307/2340521">Fisher 1922, doi:10.2307/2340521</a>
 */
public final class FisherExact implements CountTest {

    /** The statistic's name in results. */
    public static final String NAME = "fisher_exact";

    private static final FisherExact DEFAULT = new FisherExact(Alternative.TWO_SIDED);

    private final Alternative alternative;

    private FisherExact(Alternative alternative) {
        this.alternative = alternative;
    }

    /** {@return the two-sided test} */
    public static FisherExact withDefaults() {
        return DEFAULT;
    }

    /**
     * Sets the direction that counts: greater is an odds ratio above 1, a larger share of the first category in the
     * reference.
     *
     * @param newAlternative the direction
     * @return a changed copy
     */
    public FisherExact withAlternative(Alternative newAlternative) {
        return new FisherExact(newAlternative);
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * The difference of shares with its p-value.
     *
     * @param reference reference counts, at most two bins of which hold anything; not changed
     * @param current current counts over the same bins; not changed
     * @return the result
     * @throws IllegalArgumentException if the bins differ in number, a count is negative, a side has no rows, more than two
     *     categories hold rows, or there are more than two billion rows
     */
    @Override
    public TestStatistic test(long[] reference, long[] current) {
        TwoByTwo table = TwoByTwo.of(NAME, reference, current);
        if (table.referenceTotal() + table.currentTotal() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(NAME + ": expected at most " + Integer.MAX_VALUE + " rows but got "
                    + (table.referenceTotal() + table.currentTotal()) + "; use two_proportion_z");
        }
        return new TestStatistic(
                NAME,
                table.difference(),
                OptionalDouble.of(table.hasOneCategory() ? 1 : pValue(table)),
                Math.abs(table.difference()),
                table.referenceTotal(),
                table.currentTotal());
    }

    private double pValue(TwoByTwo table) {
        int[][] cells = {
            {(int) table.referenceFirst(), (int) table.referenceSecond()},
            {(int) table.currentFirst(), (int) table.currentSecond()}
        };
        AlternativeHypothesis hypothesis = switch (alternative) {
            case TWO_SIDED -> AlternativeHypothesis.TWO_SIDED;
            case LESS -> AlternativeHypothesis.LESS_THAN;
            case GREATER -> AlternativeHypothesis.GREATER_THAN;
        };
        return Math.min(
                1, FisherExactTest.withDefaults().with(hypothesis).test(cells).getPValue());
    }

    /**
     * The sample odds ratio, {@code (r₁·c₂) / (r₂·c₁)}.
     *
     * @param reference reference counts, at most two bins of which hold anything; not changed
     * @param current current counts over the same bins; not changed
     * @return the odds ratio, at least 0; infinite if only the divisor is 0, NaN if both are
     * @throws IllegalArgumentException as for {@link #test}
     */
    public double oddsRatio(long[] reference, long[] current) {
        TwoByTwo table = TwoByTwo.of(NAME, reference, current);
        return (double) table.referenceFirst()
                * table.currentSecond()
                / ((double) table.referenceSecond() * table.currentFirst());
    }
}
