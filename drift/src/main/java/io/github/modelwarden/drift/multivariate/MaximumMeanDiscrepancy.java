package io.github.modelwarden.drift.multivariate;

import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.drift.TestStatistic;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * Maximum mean discrepancy with the kernel {@code k(x, y) = exp(−‖x − y‖²/(2σ²))}: {@code MMD² = E k(X, X′) + E k(Y,
 * Y′) − 2·E k(X, Y)}, 0 exactly when both laws are the same, at most 2. The value is the unbiased estimate, which is
 * negative about every other time when nothing has changed. The effect is {@code √max(0, MMD²)}. The p-value is
 * {@code (1 + #{splits with at least this value})/(1 + splits)} over random splits of all rows, at least {@code 1/(1
 * + splits)}; it is exact at any number of rows.
 *
 * <p>Up to {@value #EXACT_ROWS} rows of both tables together every pair is evaluated, in time proportional to {@code
 * rows²·(columns + splits)}. With more rows, the larger table is first cut down at random to ten times the smaller
 * one, or to what fits; if that is still too many, {@value #FREQUENCIES} random Fourier features stand for the
 * kernel, in linear time, and splits deal out groups of rows. That changes the value a little and leaves the p-value
 * exact. Each table counts with at most {@value #MOST_ROWS} rows, drawn at random.
 *
 * <p>Numbers are centred and scaled to a standard deviation of 1 over both tables, all columns of one categorical
 * feature together to a total variance of 1. A missing number lies at the mean and 1 away in a direction of its own.
 * σ is the median distance among rows, unless set. Immutable.
 *
 * @see <a href="https://jmlr.org/papers/v13/gretton12a.html">Gretton et al. 2012, JMLR 13:723</a>
 */
public final class MaximumMeanDiscrepancy implements MultivariateTest {

    /** The statistic's name in results. */
    public static final String NAME = "mmd2";

    static final int EXACT_ROWS = 4000;
    static final int FREQUENCIES = 256;
    static final int MOST_ROWS = 100_000;

    private static final int MINIMUM = 20;
    private static final int LARGEST_RATIO = 10;
    private static final MaximumMeanDiscrepancy DEFAULT = new MaximumMeanDiscrepancy(0, 199, 20260101);

    private final double sigma; // 0 for the median distance
    private final int permutations;
    private final long seed;

    private MaximumMeanDiscrepancy(double sigma, int permutations, long seed) {
        this.sigma = sigma;
        this.permutations = permutations;
        this.seed = seed;
    }

    /** {@return the test with the median distance as σ, 199 random splits and a fixed seed} */
    public static MaximumMeanDiscrepancy withDefaults() {
        return DEFAULT;
    }

    /**
     * Sets the bandwidth of the kernel.
     *
     * @param newSigma σ, above 0; for tables in standard deviations
     * @return a changed copy
     * @throws IllegalArgumentException if not above 0 and finite
     */
    public MaximumMeanDiscrepancy withSigma(double newSigma) {
        requireSigma(newSigma);
        return new MaximumMeanDiscrepancy(newSigma, permutations, seed);
    }

    /**
     * Sets the number of random splits.
     *
     * @param newPermutations at least 19, with which 0.05 is the least p-value
     * @return a changed copy
     * @throws IllegalArgumentException if fewer
     */
    public MaximumMeanDiscrepancy withPermutations(int newPermutations) {
        if (newPermutations < 19) {
            throw new IllegalArgumentException(NAME + ": expected at least 19 permutations but got " + newPermutations);
        }
        return new MaximumMeanDiscrepancy(sigma, newPermutations, seed);
    }

    /**
     * Sets the seed of everything drawn at random.
     *
     * @param newSeed any number
     * @return a changed copy
     */
    public MaximumMeanDiscrepancy withSeed(long newSeed) {
        return new MaximumMeanDiscrepancy(sigma, permutations, newSeed);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int minimumRows() {
        return MINIMUM;
    }

    @Override
    public MultivariateResult test(Table reference, Table current) {
        PooledFeatures.requireRows(this, reference, current);
        SplittableRandom random = new SplittableRandom(seed);
        int n = rowsUsed(reference.rowCount(), current.rowCount());
        int m = rowsUsed(current.rowCount(), reference.rowCount());
        PooledFeatures pooled = PooledFeatures.of(
                reference,
                current,
                RowDraw.some(reference.rowCount(), n, random),
                RowDraw.some(current.rowCount(), m, random));
        double[][] columns = DensePoints.of(pooled, RowDraw.all(n + m)).columns();
        return new MultivariateResult(test(columns, n, random), 0, reference.rowCount(), current.rowCount(), List.of());
    }

    /**
     * Compares two samples of points as they are, without centring or scaling.
     *
     * @param reference points, one array of coordinates each, at least 2; not changed
     * @param current points of the same dimension, at least 2; not changed
     * @return the result
     * @throws IllegalArgumentException if a sample has fewer than 2 points, dimensions differ, a coordinate is not
     *     finite, or σ is not set and all points are equal
     */
    public TestStatistic test(double[][] reference, double[][] current) {
        return test(Points.columns(reference, current), reference.length, new SplittableRandom(seed));
    }

    /**
     * The unbiased estimate for points as they are, over all pairs at any number of points.
     *
     * @param reference points, one array of coordinates each, at least 2; not changed
     * @param current points of the same dimension, at least 2; not changed
     * @return MMD², −1 to 2
     * @throws IllegalArgumentException as {@link #test(double[][], double[][])} does
     */
    public double statistic(double[][] reference, double[][] current) {
        double[][] columns = Points.columns(reference, current);
        double bandwidth = bandwidth(columns, new SplittableRandom(seed));
        return new KernelPermutations(new RbfKernel(columns, bandwidth), reference.length).observed();
    }

    /**
     * The kernel of every point of one sample with every point of another.
     *
     * @param x points, one array of coordinates each, at least 1; not changed
     * @param y points of the same dimension, at least 1; not changed
     * @param sigma σ, above 0
     * @return {@code exp(−‖x_i − y_j‖²/(2σ²))} in row i and column j
     * @throws IllegalArgumentException if a sample is empty, dimensions differ, a coordinate is not finite, or σ is
     *     out of range
     */
    public static double[][] rbfKernel(double[][] x, double[][] y, double sigma) {
        requireSigma(sigma);
        Points.requirePoints(x, y, 1);
        double[][] kernel = new double[x.length][y.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y.length; j++) {
                double distance = 0;
                for (int k = 0; k < x[i].length; k++) {
                    distance += (x[i][k] - y[j][k]) * (x[i][k] - y[j][k]);
                }
                kernel[i][j] = Math.exp(-distance / (2 * sigma * sigma));
            }
        }
        return kernel;
    }

    /** Tests points given one array a dimension, the first {@code n} of the reference. */
    private TestStatistic test(double[][] columns, int n, SplittableRandom random) {
        int points = columns[0].length;
        double bandwidth = bandwidth(columns, random);
        if (points <= EXACT_ROWS) {
            KernelPermutations exact = new KernelPermutations(new RbfKernel(columns, bandwidth), n);
            return result(exact.observed(), exact.atLeastObserved(permutations, random), n, points - n);
        }
        FourierFeatures features = new FourierFeatures(columns, bandwidth, FREQUENCIES, random);
        FourierPermutations fast = new FourierPermutations(features, n, points, random);
        return result(
                fast.observed(), fast.atLeastObserved(permutations, random), fast.referenceRows(), fast.currentRows());
    }

    private TestStatistic result(double value, int atLeast, long referenceCount, long currentCount) {
        double pValue = (1.0 + atLeast) / (1 + permutations);
        return new TestStatistic(
                NAME, value, OptionalDouble.of(pValue), Math.sqrt(Math.max(0, value)), referenceCount, currentCount);
    }

    private double bandwidth(double[][] columns, SplittableRandom random) {
        return sigma > 0 ? sigma : RbfKernel.medianDistance(columns, random);
    }

    /** All rows if every pair can be evaluated; else the rows that still add to what the other table tells. */
    private static int rowsUsed(int own, int other) {
        if ((long) own + other <= EXACT_ROWS) {
            return own;
        }
        int useful = Math.max(LARGEST_RATIO * Math.min(other, MOST_ROWS), EXACT_ROWS - other);
        return Math.min(own, Math.min(MOST_ROWS, useful));
    }

    private static void requireSigma(double sigma) {
        if (!(sigma > 0 && Double.isFinite(sigma))) {
            throw new IllegalArgumentException(NAME + ": expected a finite sigma above 0 but got " + sigma);
        }
    }
}
