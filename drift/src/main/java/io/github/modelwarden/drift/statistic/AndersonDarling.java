package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.drift.SampleTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Anderson–Darling k-sample test, for two samples or more, with weight on the tails. The value is the statistic of Scholz
 * and Stephens, {@code (A² − (k − 1)) / σ}: around 0 without drift, and it may be negative. {@link Variant} says how ties
 * count.
 *
 * <p>The p-value is interpolated in the authors' table of critical values for 25 % to 0.1 %, as SciPy's
 * {@code anderson_ksamp} does, and <em>clipped to that range</em>: 0.25 stands for "at least 0.25" and 0.001 for "at most
 * 0.001". A verdict at a level from 0.001 to below 0.25 can be read off it. At a smaller level, such as a correction over
 * many features asks for, it can never call drift, and its 0.25 makes a sum or combination of p-values wrong;
 * {@link #withPermutations} gives p-values without these ends. The table is for values without ties: a feature with six
 * different values raises 7 % to 8 % false alarms at the 5 % level with midranks. Permutations hold it.
 *
 * <p>The effect is {@code √(max(0, A² − (k − 1)) / N)}, which does not grow with the number of values N. Missing values
 * (NaN) are left out. Immutable.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1987.10478517">Scholz and Stephens 1987,
 *     doi:10.1080/01621459.1987.10478517</a>
 */
public final class AndersonDarling implements SampleTest {

    /** The statistic's name in results. */
    public static final String NAME = "anderson_darling";

    private static final int MINIMUM_POOLED = 4;

    private static final AndersonDarling DEFAULT = new AndersonDarling(Variant.MIDRANK, null);

    /** How the empirical distribution functions count values that are equal. */
    public enum Variant {
        /** Half of the values at a point count as below it (the authors' equation 7); for data with ties. */
        MIDRANK,
        /** All values at a point count (equation 6), the usual empirical distribution function. */
        RIGHT,
        /** The formula for data without ties (equation 3); with ties it grows with the sample where nothing differs. */
        CONTINUOUS
    }

    private final Variant variant;
    private final @Nullable Permutations permutations;

    private AndersonDarling(Variant variant, @Nullable Permutations permutations) {
        this.variant = variant;
        this.permutations = permutations;
    }

    /** {@return the test with midranks and the clipped p-value} */
    public static AndersonDarling withDefaults() {
        return DEFAULT;
    }

    /**
     * Sets how ties count.
     *
     * @param newVariant the variant
     * @return a changed copy
     */
    public AndersonDarling withVariant(Variant newVariant) {
        return new AndersonDarling(newVariant, permutations);
    }

    /**
     * Takes the p-value from random splits of the pooled values.
     *
     * @param count number of permutations, at least 1; the smallest possible p-value is {@code 1 / (count + 1)}
     * @param seed seed of the random numbers
     * @return a changed copy
     * @throws IllegalArgumentException if the count is smaller
     */
    public AndersonDarling withPermutations(int count, long seed) {
        return new AndersonDarling(variant, new Permutations(count, seed));
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
     * @throws IllegalArgumentException if a side has no value or an infinite one, there are fewer than 4 values together,
     *     or all are equal
     */
    @Override
    public TestStatistic test(double[] reference, double[] current) {
        return test(new double[][] {reference, current});
    }

    /**
     * The test on any number of samples.
     *
     * @param samples values of each sample, at least two samples; NaN is left out; not changed
     * @return the result, which counts the first sample as reference and the others as current
     * @throws IllegalArgumentException if there are fewer than two samples, or as for {@link #test(double[], double[])}
     */
    public TestStatistic test(double[][] samples) {
        double[][] counts = counts(samples);
        int n = (int) BinnedCounts.total(counts[0]);
        double[] sizes = Arrays.stream(counts).mapToDouble(BinnedCounts::total).toArray();
        double total = BinnedCounts.total(sizes);
        double[] pooled = columnSums(counts);
        double statistic = statistic(counts, pooled, sizes);
        double excess = statistic - (counts.length - 1);
        double standardised = excess / Math.sqrt(ScholzStephens.variance(sizes));
        OptionalDouble pValue = permutations == null
                ? OptionalDouble.of(ScholzStephens.pValue(standardised, counts.length))
                : permutations.pValue(table -> statistic(table, pooled, sizes), counts);
        double effect = Math.sqrt(Math.max(0, excess) / total);
        return new TestStatistic(NAME, standardised, pValue, effect, n, Math.round(total) - n);
    }

    /** How often each sample has each distinct value of all of them, ascending. */
    private static double[][] counts(double[][] samples) {
        if (samples.length < 2) {
            throw new IllegalArgumentException(NAME + ": expected at least 2 samples but got " + samples.length);
        }
        double[][] sorted = new double[samples.length][];
        for (int i = 0; i < samples.length; i++) {
            sorted[i] = Samples.present(NAME, side(i, samples.length), samples[i]);
            Samples.sort(sorted[i], null);
        }
        requireValues(sorted);
        double[] distinct = distinct(sorted);
        double[][] counts = new double[samples.length][distinct.length];
        for (int i = 0; i < sorted.length; i++) {
            int at = 0;
            for (double value : sorted[i]) {
                while (distinct[at] != value) {
                    at++;
                }
                counts[i][at]++;
            }
        }
        return counts;
    }

    private static double[] distinct(double[][] sorted) {
        double[] pooled = new double
                [Arrays.stream(sorted).mapToInt(sample -> sample.length).sum()];
        int filled = 0;
        for (double[] sample : sorted) {
            System.arraycopy(sample, 0, pooled, filled, sample.length);
            filled += sample.length;
        }
        Samples.sort(pooled, null);
        int size = 0;
        for (double value : pooled) {
            if (size == 0 || value != pooled[size - 1]) {
                pooled[size++] = value;
            }
        }
        if (filled < MINIMUM_POOLED || size < 2) {
            throw new IllegalArgumentException(NAME + ": expected at least " + MINIMUM_POOLED
                    + " values of at least 2 different ones but got " + filled + " values of " + size
                    + "; when all values are equal nothing can differ");
        }
        return Arrays.copyOf(pooled, size);
    }

    private static String side(int index, int samples) {
        return samples > 2 ? "sample " + index : index == 0 ? "reference" : "current";
    }

    private static void requireValues(double[][] samples) {
        if (samples.length == 2) {
            Samples.requireSizes(NAME, 1, samples[0].length, samples[1].length);
        }
        for (int i = 0; i < samples.length; i++) {
            if (samples[i].length == 0) {
                throw new IllegalArgumentException(NAME + ": expected values in each of the " + samples.length
                        + " samples but sample " + i + " has none");
            }
        }
    }

    private static double[] columnSums(double[][] counts) {
        double[] sums = new double[counts[0].length];
        for (double[] row : counts) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] += row[j];
            }
        }
        return sums;
    }

    private double statistic(double[][] counts, double[] pooled, double[] sizes) {
        double total = BinnedCounts.total(sizes);
        double statistic = 0;
        for (int i = 0; i < counts.length; i++) {
            double sum = variant == Variant.MIDRANK
                    ? midrank(counts[i], pooled, sizes[i], total)
                    : right(counts[i], pooled, sizes[i], total);
            statistic += sum / sizes[i];
        }
        return variant == Variant.MIDRANK ? statistic * (total - 1) / total : statistic;
    }

    private static double midrank(double[] counts, double[] pooled, double size, double total) {
        double below = 0;
        double pooledBelow = 0;
        double sum = 0;
        for (int j = 0; j < pooled.length; j++) {
            double m = below + counts[j] / 2;
            double b = pooledBelow + pooled[j] / 2;
            double difference = total * m - b * size;
            sum += pooled[j] / total * difference * difference / (b * (total - b) - total * pooled[j] / 4);
            below += counts[j];
            pooledBelow += pooled[j];
        }
        return sum;
    }

    private double right(double[] counts, double[] pooled, double size, double total) {
        double below = 0;
        double pooledBelow = 0;
        double sum = 0;
        for (int j = 0; j < pooled.length; j++) {
            below += counts[j];
            if (variant == Variant.RIGHT) {
                pooledBelow += pooled[j];
                sum += term(below, pooledBelow, size, total) * pooled[j];
            } else {
                // one term for each of the equal values, whose ranks differ although the function does not
                for (double end = pooledBelow + pooled[j]; pooledBelow < end; ) {
                    pooledBelow++;
                    sum += term(below, pooledBelow, size, total);
                }
            }
        }
        return sum / total;
    }

    private static double term(double below, double pooledBelow, double size, double total) {
        if (pooledBelow >= total) {
            return 0;
        }
        double difference = total * below - pooledBelow * size;
        return difference * difference / (pooledBelow * (total - pooledBelow));
    }
}
