package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.drift.CountTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Jensen–Shannon divergence of the bin shares: {@code ½·KL(p‖a) + ½·KL(q‖a)} with {@code a = (p + q)/2} and natural
 * logarithms; 0 (equal) to ln 2 (disjoint). Empty bins contribute 0, so nothing is smoothed. It is symmetric.
 * {@link #withBaseTwoLogarithm} scales it to 0 … 1, and {@link #withSquareRoot} turns it into the Jensen–Shannon distance,
 * which is a metric; programs that say "Jensen–Shannon" mean any of the four.
 *
 * <p>Without drift {@code 8·JS·nm/(n + m)}, for the divergence in nats, is chi-square distributed with B − 1 degrees of
 * freedom for well-filled bins. The p-value is the larger of that law's and of {@link
 * ChiSquareHomogeneity#withMatchedMoments} on the same counts, because the logarithm alone raises up to twice the stated
 * false alarms with five rows a bin. It holds its level, and is conservative with many sparse bins. The effect is the value.
 * Immutable.
 *
 * @see <a href="https://doi.org/10.1109/18.61115">Lin 1991, doi:10.1109/18.61115</a>
 */
public final class JensenShannon implements CountTest {

    /** The divergence's name in results. */
    public static final String NAME = "js_divergence";

    /** The name in results of the square root, the distance. */
    public static final String DISTANCE_NAME = "js_distance";

    private static final double LN_2 = Math.log(2);
    private static final int SCALE = 8;

    private static final JensenShannon DEFAULT = new JensenShannon(false, false, null);

    private final boolean squareRoot;
    private final boolean baseTwo;
    private final @Nullable Permutations permutations;

    private JensenShannon(boolean squareRoot, boolean baseTwo, @Nullable Permutations permutations) {
        this.squareRoot = squareRoot;
        this.baseTwo = baseTwo;
        this.permutations = permutations;
    }

    /** {@return the divergence with natural logarithms} */
    public static JensenShannon withDefaults() {
        return DEFAULT;
    }

    /**
     * Measures the distance, the square root of the divergence.
     *
     * @return a changed copy
     */
    public JensenShannon withSquareRoot() {
        return new JensenShannon(true, baseTwo, permutations);
    }

    /**
     * Takes logarithms to base 2, so that divergence and distance range from 0 to 1.
     *
     * @return a changed copy
     */
    public JensenShannon withBaseTwoLogarithm() {
        return new JensenShannon(squareRoot, true, permutations);
    }

    /**
     * Takes the p-value from random splits of the pooled rows.
     *
     * @param count number of permutations, at least 1; the smallest possible p-value is {@code 1 / (count + 1)}
     * @param seed seed of the random numbers
     * @return a changed copy
     * @throws IllegalArgumentException if the count is smaller
     */
    public JensenShannon withPermutations(int count, long seed) {
        return new JensenShannon(squareRoot, baseTwo, new Permutations(count, seed));
    }

    @Override
    public String name() {
        return squareRoot ? DISTANCE_NAME : NAME;
    }

    /**
     * The value alone, of counts or of masses such as shares; each side is divided by its total.
     *
     * @param reference reference masses, one a bin, at least 0; not changed
     * @param current current masses over the same bins; not changed
     * @return the divergence or distance
     * @throws IllegalArgumentException if the bins differ in number, a mass is negative or not a number, or a side adds up
     *     to nothing
     */
    public double statistic(double[] reference, double[] current) {
        BinnedCounts.requireComparable(name(), reference, current);
        return scaled(nats(reference, current));
    }

    /**
     * The value with its p-value.
     *
     * @param reference reference counts, one a bin; not changed
     * @param current current counts over the same bins; not changed
     * @return the result; without a second used bin the p-value is empty
     * @throws IllegalArgumentException if the bins differ in number, a count is negative or a side has no rows
     */
    @Override
    public TestStatistic test(long[] reference, long[] current) {
        double[][] masses = BinnedCounts.masses(name(), reference, current);
        double nats = nats(masses[0], masses[1]);
        double value = scaled(nats);
        long n = BinnedCounts.total(reference);
        long m = BinnedCounts.total(current);
        return new TestStatistic(name(), value, pValue(masses, SCALE * nats / BinnedCounts.noise(n, m)), value, n, m);
    }

    private OptionalDouble pValue(double[][] masses, double scaled) {
        if (permutations != null && BinnedCounts.used(masses[0], masses[1]) > 1) {
            return permutations.pValue(JensenShannon::nats, masses[0], masses[1]);
        }
        return ContingencyTable.guardedPValue(scaled, masses[0], masses[1]);
    }

    /**
     * The divergence in nats alone, without p-value.
     *
     * @param reference reference counts, one a bin; not changed
     * @param current current counts over the same bins; not changed
     * @return the divergence
     * @throws IllegalArgumentException if the bins differ in number, a count is negative or a side has no rows
     */
    public static TestStatistic divergence(long[] reference, long[] current) {
        double[][] masses = BinnedCounts.masses(NAME, reference, current);
        double nats = nats(masses[0], masses[1]);
        return new TestStatistic(
                NAME, nats, OptionalDouble.empty(), nats, BinnedCounts.total(reference), BinnedCounts.total(current));
    }

    private double scaled(double nats) {
        double divergence = baseTwo ? nats / LN_2 : nats;
        return squareRoot ? Math.sqrt(divergence) : divergence;
    }

    private static double nats(double[] reference, double[] current) {
        double n = BinnedCounts.total(reference);
        double m = BinnedCounts.total(current);
        double nats = 0;
        for (int i = 0; i < reference.length; i++) {
            double p = reference[i] / n;
            double q = current[i] / m;
            double middle = (p + q) / 2;
            nats += (p > 0 ? p * Math.log(p / middle) : 0) / 2 + (q > 0 ? q * Math.log(q / middle) : 0) / 2;
        }
        return Math.max(0, nats);
    }
}
