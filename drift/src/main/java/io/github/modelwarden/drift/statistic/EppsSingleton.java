package io.github.modelwarden.drift.statistic;

import io.github.modelwarden.core.binning.BinEdges;
import io.github.modelwarden.drift.SampleTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Epps–Singleton test: compares the empirical characteristic functions at a few points t, here 0.4 and 0.8 in half pooled
 * interquartile ranges. {@code W = (n + m)·g'·S⁺·g} with the difference g of the mean cosines and sines of both samples and
 * the pseudo-inverse of its covariance S; chi-square distributed with S's rank, 4 unless values are few and far between.
 * Range: 0 upward. Unlike Kolmogorov–Smirnov it is made for discrete values too, and it sees changes of spread well.
 *
 * <p>Below 25 values on both sides the authors' small-sample correction scales W down. Values and p-values agree with
 * SciPy's {@code epps_singleton_2samp}. The effect is {@code √(W / (n + m))}. Missing values (NaN) are left out. Immutable.
 *
 * @see <a href="https://doi.org/10.1080/00949658608810963">Epps and Singleton 1986, doi:10.1080/00949658608810963</a>
 */
public final class EppsSingleton implements SampleTest {

    /** The statistic's name in results. */
    public static final String NAME = "epps_singleton";

    private static final int MINIMUM = 5;
    private static final int CORRECTED_BELOW = 25;
    private static final double PSEUDO_INVERSE_CUTOFF = 1e-15;
    private static final double[] DEFAULT_POINTS = {0.4, 0.8};

    private static final EppsSingleton DEFAULT = new EppsSingleton(DEFAULT_POINTS);

    private final double[] points;

    private EppsSingleton(double[] points) {
        this.points = points;
    }

    /** {@return the test at the points 0.4 and 0.8} */
    public static EppsSingleton withDefaults() {
        return DEFAULT;
    }

    /**
     * Sets the points at which the characteristic functions are compared.
     *
     * @param newPoints points, positive and finite, in half pooled interquartile ranges; copied
     * @return a changed copy
     * @throws IllegalArgumentException if there is no point, or one is not positive and finite
     */
    public EppsSingleton withPoints(double... newPoints) {
        if (newPoints.length == 0 || !Arrays.stream(newPoints).allMatch(t -> t > 0 && t <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    NAME + ": expected positive points but got " + Arrays.toString(newPoints));
        }
        return new EppsSingleton(newPoints.clone());
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
     * @throws IllegalArgumentException if a side has fewer than 5 values or an infinite one, or the pooled values have no
     *     interquartile range to scale by
     */
    @Override
    public TestStatistic test(double[] reference, double[] current) {
        double[] x = Samples.present(NAME, "reference", reference);
        double[] y = Samples.present(NAME, "current", current);
        Samples.requireSizes(NAME, MINIMUM, x.length, y.length);
        double scale = halfInterquartileRange(x, y);
        Waves first = Waves.of(x, points, scale);
        Waves second = Waves.of(y, points, scale);
        double total = (double) x.length + y.length;
        RealMatrix covariance = first.covariance
                .scalarMultiply(total / x.length)
                .add(second.covariance.scalarMultiply(total / y.length));
        Inverse inverse = Inverse.of(covariance);
        double[] difference = new double[first.means.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = first.means[i] - second.means[i];
        }
        double statistic = Math.max(0, total * dot(difference, inverse.matrix.operate(difference)));
        statistic *= correction(x.length, y.length);
        return new TestStatistic(
                NAME,
                statistic,
                inverse.rank == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(
                                ChiSquaredDistribution.of(inverse.rank).survivalProbability(statistic)),
                Math.sqrt(statistic / total),
                x.length,
                y.length);
    }

    private static double halfInterquartileRange(double[] x, double[] y) {
        double[] pooled = Arrays.copyOf(x, x.length + y.length);
        System.arraycopy(y, 0, pooled, x.length, y.length);
        Samples.sort(pooled, null);
        double range = BinEdges.quantile(pooled, 0.75) - BinEdges.quantile(pooled, 0.25);
        if (!(range > 0)) {
            throw new IllegalArgumentException(
                    NAME + ": expected pooled values with an interquartile range but at least"
                            + " half of the " + pooled.length + " values are " + pooled[pooled.length / 2]
                            + "; use cramer_von_mises or chi_square over bins");
        }
        return range / 2;
    }

    private static double correction(double n, double m) {
        return Math.max(n, m) < CORRECTED_BELOW
                ? 1 / (1 + Math.pow(n + m, -0.45) + 10.1 * (Math.pow(n, -1.7) + Math.pow(m, -1.7)))
                : 1;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Means and population covariance of the cosines, then the sines, at each point. */
    private static final class Waves {

        private final double[] means;
        private final RealMatrix covariance;

        private Waves(double[] means, RealMatrix covariance) {
            this.means = means;
            this.covariance = covariance;
        }

        static Waves of(double[] values, double[] points, double scale) {
            int waves = points.length;
            double[][] rows = new double[2 * waves][values.length];
            double[] means = new double[2 * waves];
            for (int p = 0; p < waves; p++) {
                double factor = points[p] / scale;
                for (int i = 0; i < values.length; i++) {
                    rows[p][i] = Math.cos(factor * values[i]);
                    rows[waves + p][i] = Math.sin(factor * values[i]);
                }
            }
            for (int r = 0; r < rows.length; r++) {
                means[r] = BinnedCounts.total(rows[r]) / values.length;
                for (int i = 0; i < values.length; i++) {
                    rows[r][i] -= means[r];
                }
            }
            double[][] covariance = new double[rows.length][rows.length];
            for (int r = 0; r < rows.length; r++) {
                for (int s = 0; s <= r; s++) {
                    covariance[r][s] = dot(rows[r], rows[s]) / values.length;
                    covariance[s][r] = covariance[r][s];
                }
            }
            return new Waves(means, new Array2DRowRealMatrix(covariance, false));
        }
    }

    /** The pseudo-inverse of a symmetric matrix, with singular values below the cutoff taken for 0, and its rank. */
    private record Inverse(RealMatrix matrix, int rank) {

        static Inverse of(RealMatrix covariance) {
            SingularValueDecomposition decomposition = new SingularValueDecomposition(covariance);
            double[] values = decomposition.getSingularValues();
            double[] inverted = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                inverted[i] = values[i] > PSEUDO_INVERSE_CUTOFF * values[0] ? 1 / values[i] : 0;
            }
            double largest = Arrays.stream(inverted).max().orElse(0);
            double tolerance = largest * values.length * Math.ulp(1.0);
            int rank = (int) Arrays.stream(inverted).filter(v -> v > tolerance).count();
            RealMatrix scaled = decomposition.getV().copy();
            for (int column = 0; column < inverted.length; column++) {
                for (int row = 0; row < inverted.length; row++) {
                    scaled.multiplyEntry(row, column, inverted[column]);
                }
            }
            return new Inverse(scaled.multiply(decomposition.getUT()), rank);
        }
    }
}
