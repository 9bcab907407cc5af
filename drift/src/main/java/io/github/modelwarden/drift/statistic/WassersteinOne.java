package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.drift.SampleTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Wasserstein-1 (earth mover's) distance of two samples, {@code ∫ |F(x) − G(x)| dx}: how far values have to be moved on
 * average to turn one sample into the other, in the feature's unit. A pure shift of the values is its size. Range: 0 upward.
 * {@link #withReferenceDeviations} divides by the reference's standard deviation, so that features can be compared.
 *
 * <p>Its distribution without drift depends on the feature's, so the p-value is that of {@link #withPermutations} or none.
 * The permutations compare the undivided distance, which orders the splits without noise from the divisor. The effect is
 * the value. Missing values (NaN) are left out. Cost: sorting. Immutable.
 *
 * @see <a href="https://doi.org/10.1137/1118101">Vallender 1974, doi:10.1137/1118101</a>
 */
public final class WassersteinOne implements SampleTest {

    /** The distance's name in results. */
    public static final String NAME = "wasserstein1";

    /** The name in results of the distance in reference standard deviations. */
    public static final String DEVIATIONS_NAME = BinnedWasserstein.NAME;

    private static final int MINIMUM = 1;

    private static final WassersteinOne DEFAULT = new WassersteinOne(Unit.FEATURE, null);

    private enum Unit {
        FEATURE,
        SAMPLE_DEVIATION,
        POPULATION_DEVIATION
    }

    private final Unit unit;
    private final @Nullable Permutations permutations;

    private WassersteinOne(Unit unit, @Nullable Permutations permutations) {
        this.unit = unit;
        this.permutations = permutations;
    }

    /** {@return the distance in the feature's unit, without p-value} */
    public static WassersteinOne withDefaults() {
        return DEFAULT;
    }

    /**
     * Divides by the sample standard deviation (n − 1) of the reference.
     *
     * @return a changed copy
     */
    public WassersteinOne withReferenceDeviations() {
        return new WassersteinOne(Unit.SAMPLE_DEVIATION, permutations);
    }

    /**
     * Divides by the population standard deviation (n) of the reference, as NumPy's {@code std} is by default.
     *
     * @return a changed copy
     */
    public WassersteinOne withReferencePopulationDeviations() {
        return new WassersteinOne(Unit.POPULATION_DEVIATION, permutations);
    }

    /**
     * Adds a p-value from random splits of the pooled values.
     *
     * @param count number of permutations, at least 1; the smallest possible p-value is {@code 1 / (count + 1)}
     * @param seed seed of the random numbers
     * @return a changed copy
     * @throws IllegalArgumentException if the count is smaller
     */
    public WassersteinOne withPermutations(int count, long seed) {
        return new WassersteinOne(unit, new Permutations(count, seed));
    }

    @Override
    public String name() {
        return unit == Unit.FEATURE ? NAME : DEVIATIONS_NAME;
    }

    /**
     * The distance, with a p-value if permutations were asked for.
     *
     * @param reference reference values; NaN is left out; not changed
     * @param current current values; NaN is left out; not changed
     * @return the result
     * @throws IllegalArgumentException if a side has no value or an infinite one, or the distance is asked for in standard
     *     deviations of a reference that does not vary
     */
    @Override
    public TestStatistic test(double[] reference, double[] current) {
        SamplePair pair = SamplePair.of(name(), MINIMUM, reference, current);
        PooledSample pooled = PooledSample.of(pair);
        double distance = distance(pooled.values(), pooled.reference(), pooled.current()) / divisor(pair.reference());
        OptionalDouble pValue = permutations == null
                ? OptionalDouble.empty()
                : permutations.pValue((x, y) -> distance(pooled.values(), x, y), pooled.reference(), pooled.current());
        return new TestStatistic(name(), distance, pValue, distance, pair.reference().length, pair.current().length);
    }

    /**
     * The distance of samples that are sorted already, which saves copies and sorting; without a p-value.
     *
     * @param reference reference values, ascending and finite; not changed
     * @param current current values, ascending and finite; not changed
     * @return the result
     * @throws IllegalArgumentException if a side has no value, or is not ascending and finite, or the distance is asked for
     *     in standard deviations of a reference that does not vary
     */
    public TestStatistic testSorted(double[] reference, double[] current) {
        SamplePair pair = SamplePair.ofSorted(name(), MINIMUM, reference, current);
        double distance = distance(pair.reference(), pair.current()) / divisor(reference);
        return new TestStatistic(name(), distance, OptionalDouble.empty(), distance, reference.length, current.length);
    }

    /** Walks both samples at once. */
    private static double distance(double[] x, double[] y) {
        double distance = 0;
        double last = Math.min(x[0], y[0]);
        int i = 0;
        int j = 0;
        while (i < x.length || j < y.length) {
            double value = j == y.length || (i < x.length && x[i] <= y[j]) ? x[i] : y[j];
            distance += Math.abs((double) i / x.length - (double) j / y.length) * (value - last);
            last = value;
            while (i < x.length && x[i] == value) {
                i++;
            }
            while (j < y.length && y[j] == value) {
                j++;
            }
        }
        return distance;
    }

    private double divisor(double[] reference) {
        if (unit == Unit.FEATURE) {
            return 1;
        }
        double squares = Samples.squares(reference, Samples.mean(reference));
        int count = unit == Unit.SAMPLE_DEVIATION ? reference.length - 1 : reference.length;
        if (!(squares > 0)) {
            throw new IllegalArgumentException(
                    name() + ": expected reference values that vary but all " + reference.length
                            + " are " + reference[0] + ", and nothing can be measured in their standard deviation; use "
                            + NAME);
        }
        return Math.sqrt(squares / count);
    }

    /**
     * The distance of weighted samples in the feature's unit; weights are divided by their sum.
     *
     * @param reference reference values; NaN is left out with its weight; not changed
     * @param referenceWeights a weight for each of them, at least 0, with a positive sum; not changed
     * @param current current values; not changed
     * @param currentWeights a weight for each of them; not changed
     * @return the distance
     * @throws IllegalArgumentException if lengths differ, a value is infinite, a weight is negative or not finite, or
     *     weights add up to nothing
     */
    public static double weighted(
            double[] reference, double[] referenceWeights, double[] current, double[] currentWeights) {
        PooledSample pooled = PooledSample.weighted(
                NAME,
                new PooledSample.WeightedSample(reference, referenceWeights),
                new PooledSample.WeightedSample(current, currentWeights));
        return distance(pooled.values(), pooled.reference(), pooled.current());
    }

    private static double distance(double[] values, double[] reference, double[] current) {
        double n = BinnedCounts.total(reference);
        double m = BinnedCounts.total(current);
        double below = 0;
        double currentBelow = 0;
        double distance = 0;
        for (int i = 0; i < values.length - 1; i++) {
            below += reference[i];
            currentBelow += current[i];
            distance += Math.abs(below / n - currentBelow / m) * (values[i + 1] - values[i]);
        }
        return distance;
    }
}
