package io.github.modelwarden.drift;

/**
 * A statistic that compares two samples of numbers. Implementations are immutable, never change the arrays, leave missing
 * values (NaN) out and refuse infinite ones.
 */
public interface SampleTest {

    /** {@return the statistic's name in results, for example {@code ks}} */
    String name();

    /**
     * Compares two samples.
     *
     * @param reference reference values in any order; NaN is left out; not changed
     * @param current current values in any order; NaN is left out; not changed
     * @return the value with its p-value, if the statistic has one, and effect
     * @throws IllegalArgumentException if a side has too few values for the statistic, or one is infinite
     */
    TestStatistic test(double[] reference, double[] current);
}
