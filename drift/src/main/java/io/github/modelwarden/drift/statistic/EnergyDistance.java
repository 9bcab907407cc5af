package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.drift.SampleTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Energy distance of two samples, {@code √(2E|X − Y| − E|X − X′| − E|Y − Y′|) = √(2·∫ (F(x) − G(x))² dx)}, in the square
 * root of the feature's unit, as SciPy's {@code energy_distance}. Range: 0 upward; 0 only for equal distributions. It is
 * computed from the sorted values and not from pairs.
 *
 * <p>Its distribution without drift depends on the feature's, so the p-value is that of {@link #withPermutations} or none.
 * The effect is the coefficient of inhomogeneity, {@code D² / (2E|X − Y|)}, 0 to 1 and free of the unit. Missing values
 * (NaN) are left out. Immutable.
 *
 * @see <a href="https://doi.org/10.1016/j.jspi.2013.03.018">Székely and Rizzo 2013, doi:10.1016/j.jspi.2013.03.018</a>
 */
public final class EnergyDistance implements SampleTest {

    /** The statistic's name in results. */
    public static final String NAME = "energy_distance";

    private static final int MINIMUM = 1;

    private static final EnergyDistance DEFAULT = new EnergyDistance(null);

    private final @Nullable Permutations permutations;

    private EnergyDistance(@Nullable Permutations permutations) {
        this.permutations = permutations;
    }

    /** {@return the distance without p-value} */
    public static EnergyDistance withDefaults() {
        return DEFAULT;
    }

    /**
     * Adds a p-value from random splits of the pooled values.
     *
     * @param count number of permutations, at least 1; the smallest possible p-value is {@code 1 / (count + 1)}
     * @param seed seed of the random numbers
     * @return a changed copy
     * @throws IllegalArgumentException if the count is smaller
     */
    public EnergyDistance withPermutations(int count, long seed) {
        return new EnergyDistance(new Permutations(count, seed));
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * The distance, with a p-value if permutations were asked for.
     *
     * @param reference reference values; NaN is left out; not changed
     * @param current current values; NaN is left out; not changed
     * @return the result
     * @throws IllegalArgumentException if a side has no value or an infinite one
     */
    @Override
    public TestStatistic test(double[] reference, double[] current) {
        SamplePair pair = SamplePair.of(NAME, MINIMUM, reference, current);
        PooledSample pooled = PooledSample.of(pair);
        double square = square(pooled.values(), pooled.reference(), pooled.current());
        double between =
                square + spread(pooled.values(), pooled.reference()) + spread(pooled.values(), pooled.current());
        OptionalDouble pValue = permutations == null
                ? OptionalDouble.empty()
                : permutations.pValue((x, y) -> square(pooled.values(), x, y), pooled.reference(), pooled.current());
        return new TestStatistic(
                NAME,
                Math.sqrt(square),
                pValue,
                between > 0 ? square / between : 0,
                pair.reference().length,
                pair.current().length);
    }

    /**
     * The distance of weighted samples; weights are divided by their sum.
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
        return Math.sqrt(square(pooled.values(), pooled.reference(), pooled.current()));
    }

    private static double square(double[] values, double[] reference, double[] current) {
        double n = BinnedCounts.total(reference);
        double m = BinnedCounts.total(current);
        double below = 0;
        double currentBelow = 0;
        double integral = 0;
        for (int i = 0; i < values.length - 1; i++) {
            below += reference[i];
            currentBelow += current[i];
            double difference = below / n - currentBelow / m;
            integral += difference * difference * (values[i + 1] - values[i]);
        }
        return 2 * integral;
    }

    /** {@code E|X − X′| = 2·∫ F(1 − F) dx}. */
    private static double spread(double[] values, double[] masses) {
        double total = BinnedCounts.total(masses);
        double below = 0;
        double integral = 0;
        for (int i = 0; i < values.length - 1; i++) {
            below += masses[i];
            double share = below / total;
            integral += share * (1 - share) * (values[i + 1] - values[i]);
        }
        return 2 * integral;
    }
}
