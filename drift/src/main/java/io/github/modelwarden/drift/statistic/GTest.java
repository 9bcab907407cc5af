package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.drift.CountTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * G-test (likelihood-ratio test) of homogeneity: whether two samples, or the rows of a table, spread over the categories
 * alike.
 *
 * <p>{@code G = 2·Σ o·ln(o / e)} over the cells of the table, with {@code e = row total · column total / total}; an empty
 * cell adds 0. Without drift it is chi-square distributed with (rows − 1)(columns − 1) degrees of freedom for well-filled
 * cells. Range: 0 upward. Rows and columns that hold nothing are left out. With few expected rows in a cell it raises more
 * false alarms than its level says (9 % instead of 5 % at five a cell in twenty bins); {@link ChiSquareHomogeneity} does
 * not, and {@link #withPermutations} holds the level exactly. The effect is Cramér's V of the table. Immutable.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177732360">Wilks 1938, doi:10.1214/aoms/1177732360</a>
 */
public final class GTest implements CountTest {

    /** The statistic's name in results. */
    public static final String NAME = "g_test";

    private static final GTest DEFAULT = new GTest(false, null);

    private final boolean yates;
    private final @Nullable Permutations permutations;

    private GTest(boolean yates, @Nullable Permutations permutations) {
        this.yates = yates;
        this.permutations = permutations;
    }

    /** {@return the test without continuity correction, with the chi-square p-value} */
    public static GTest withDefaults() {
        return DEFAULT;
    }

    /**
     * Applies Yates' continuity correction when there is one degree of freedom: each observed count moves up to ½ towards
     * the expected one.
     *
     * @return a changed copy
     */
    public GTest withYatesCorrection() {
        return new GTest(true, permutations);
    }

    /**
     * Takes the p-value from random tables with the same row and column sums.
     *
     * @param count number of permutations, at least 1; the smallest possible p-value is {@code 1 / (count + 1)}
     * @param seed seed of the random numbers
     * @return a changed copy
     * @throws IllegalArgumentException if the count is smaller
     */
    public GTest withPermutations(int count, long seed) {
        return new GTest(yates, new Permutations(count, seed));
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * The statistic with its p-value and effect.
     *
     * @param reference reference counts, one a bin; not changed
     * @param current current counts over the same bins; not changed
     * @return the result; without a second used bin the p-value is empty
     * @throws IllegalArgumentException if the bins differ in number, a count is negative or a side has no rows
     */
    @Override
    public TestStatistic test(long[] reference, long[] current) {
        BinnedCounts.requireComparable(NAME, reference, current);
        return test(ContingencyTable.of(BinnedCounts.masses(reference), BinnedCounts.masses(current)));
    }

    /**
     * The test on a table with any number of samples.
     *
     * @param table counts, a row a sample, a column a category; fractions are taken as they are; not changed
     * @return the result, which counts the first used row as reference and the others as current; without a second used
     *     column the p-value is empty
     * @throws IllegalArgumentException if rows differ in length, a count is negative or not finite, fewer than two rows
     *     hold anything, or a fraction meets permutations
     */
    public TestStatistic test(double[][] table) {
        return test(ContingencyTable.of(NAME, table));
    }

    private TestStatistic test(ContingencyTable table) {
        double statistic = table.likelihoodRatio(yates);
        return new TestStatistic(
                NAME,
                statistic,
                pValue(table, statistic),
                table.cramersV(),
                Math.round(table.rowTotal(0)),
                Math.round(table.total() - table.rowTotal(0)));
    }

    private OptionalDouble pValue(ContingencyTable table, double statistic) {
        if (permutations == null || table.degreesOfFreedom() < 1) {
            return table.pValue(statistic);
        }
        return permutations.pValue(cells -> table.withSameMargins(cells).likelihoodRatio(yates), table.cells());
    }
}
