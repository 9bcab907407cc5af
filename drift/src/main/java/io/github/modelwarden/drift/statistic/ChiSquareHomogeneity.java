package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.drift.CountTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Chi-square test of homogeneity: whether two samples, or the rows of a table, spread over the categories alike.
 *
 * <p>{@code X² = Σ (o − e)² / e} over the cells of the table, with {@code e = row total · column total / total}; for two
 * samples over B used bins it equals {@code Σ_i (c_i·√(n/m) − r_i·√(m/n))² / (r_i + c_i)}. Without drift it is chi-square
 * distributed with (rows − 1)(columns − 1) degrees of freedom. Range: 0 upward. Rows and columns that hold nothing are left
 * out. Both samples count as samples: taking the reference for the truth ({@link GoodnessOfFit}) multiplies false
 * alarms when the reference is not much larger than the current data.
 *
 * <p>The effect is Cramér's V, {@code √(X² / (N·(min(rows, columns) − 1)))}, 0 to 1. With fewer than about five expected
 * rows in many cells the distribution is only roughly chi-square, and p-values err on either side; {@link
 * #withMatchedMoments} stays right there at no cost, and {@link #withPermutations} is exact. Immutable.
 *
 * @see <a href="https://doi.org/10.1080/14786440009463897">Pearson 1900, doi:10.1080/14786440009463897</a>
 */
public final class ChiSquareHomogeneity implements CountTest {

    /** The statistic's name in results. */
    public static final String NAME = "chi_square";

    private static final ChiSquareHomogeneity DEFAULT = new ChiSquareHomogeneity(false, false, null);

    private final boolean yates;
    private final boolean matched;
    private final @Nullable Permutations permutations;

    private ChiSquareHomogeneity(boolean yates, boolean matched, @Nullable Permutations permutations) {
        this.yates = yates;
        this.matched = matched;
        this.permutations = permutations;
    }

    /** {@return the test without continuity correction, with the chi-square p-value} */
    public static ChiSquareHomogeneity withDefaults() {
        return DEFAULT;
    }

    /**
     * Applies Yates' continuity correction when there is one degree of freedom: each observed count moves up to ½ towards
     * the expected one. It makes the test conservative.
     *
     * @return a changed copy
     */
    public ChiSquareHomogeneity withYatesCorrection() {
        return new ChiSquareHomogeneity(true, matched, permutations);
    }

    /**
     * Takes the p-value of two samples from the gamma distribution that has the exact mean, variance and skewness of X² over
     * all splits of the pooled rows. With ten categories or more it holds 5 % and 1 % to within a tenth, and 0.1 % to within
     * a half, however sparse they are: 200 categories of which most expect less than one row raise 5.0 % false alarms at
     * 5 %, where the chi-square distribution raises 0.2 % to 11 %. Two categories of which one is rare leave few possible
     * values, and 4 % to 6 %. It applies to two samples without Yates' correction, and not together with permutations.
     *
     * @return a changed copy
     * @see <a href="https://doi.org/10.1093/biomet/71.3.515">Lewis, Saunders and Westcott 1984,
     *     doi:10.1093/biomet/71.3.515</a>
     */
    public ChiSquareHomogeneity withMatchedMoments() {
        return new ChiSquareHomogeneity(yates, true, permutations);
    }

    /**
     * Takes the p-value from random tables with the same row and column sums, which is exact for sparse tables too.
     *
     * @param count number of permutations, at least 1; the smallest possible p-value is {@code 1 / (count + 1)}
     * @param seed seed of the random numbers
     * @return a changed copy
     * @throws IllegalArgumentException if the count is smaller
     */
    public ChiSquareHomogeneity withPermutations(int count, long seed) {
        return new ChiSquareHomogeneity(yates, matched, new Permutations(count, seed));
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
        double statistic = table.pearson(yates);
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
            return matched && !yates && table.isOfTwoSamples() ? table.matchedPValue() : table.pValue(statistic);
        }
        return permutations.pValue(cells -> table.withSameMargins(cells).pearson(yates), table.cells());
    }

    /**
     * The degrees of freedom of a table, (used rows − 1)(used columns − 1).
     *
     * @param table counts, a row a sample, a column a category; not changed
     * @return the degrees of freedom; 0 without a second used column
     * @throws IllegalArgumentException as for {@link #test(double[][])}
     */
    public int degreesOfFreedom(double[][] table) {
        return ContingencyTable.of(NAME, table).degreesOfFreedom();
    }
}
