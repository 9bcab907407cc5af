package io.github.modelwarden.drift;

/**
 * A statistic that compares two samples counted over the same bins or categories. Implementations are immutable and never
 * change the arrays.
 */
public interface CountTest {

    /** {@return the statistic's name in results, for example {@code chi_square}} */
    String name();

    /**
     * Compares two samples.
     *
     * @param reference reference counts, one a bin; not changed
     * @param current current counts over the same bins; not changed
     * @return the value with its p-value, if the statistic has one, and effect
     * @throws IllegalArgumentException if the bins differ in number, a count is negative or a side has no rows
     */
    TestStatistic test(long[] reference, long[] current);
}
