package io.github.modelwarden.drift.multivariate;

import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.drift.TestStatistic;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * How well the principal components of the reference reconstruct the current rows. Rows are centred and scaled as the
 * reference is; the fewest components that hold a share of the variance, 0.65 unless set, are kept; the error of a
 * row is the Euclidean distance between the row and its projection onto them. The value is the mean error of the
 * current rows. A change of how features depend on each other raises or lowers it although each feature alone looks
 * the same.
 *
 * <p><b>Calibration.</b> Rows that components were fitted to are reconstructed too well. Therefore a random half of
 * the reference is fitted, and the errors of the other half are what current errors are compared with: the expected
 * value of the result is their mean. Given the fit, both are samples of one law under the null hypothesis, and the
 * two-sided p-value {@code (1 + #{splits with at least this difference of means})/(1 + splits)} over random splits of
 * these rows is exact. The effect is the difference of the means in standard deviations of all errors.
 *
 * <p>A missing number lies at the mean and 1 away in a direction of its own; the columns of one categorical feature
 * are scaled to a total variance of 1. A column that does not vary in the fitted half is divided by its largest
 * magnitude. Each table counts with at most {@value #MOST_ROWS} rows, drawn at random; the reference count of the
 * result is that of the rows compared, not of those fitted. At least two columns must vary. The features of the
 * result are the shares of the change in mean squared error. Immutable.
 *
 * @see <a href="https://nannyml.readthedocs.io/en/stable/how_it_works/multivariate_drift.html">NannyML's
 *     description</a>
 */
public final class PcaReconstruction implements MultivariateTest {

    /** The statistic's name in results. */
    public static final String NAME = "pca_reconstruction_error";

    static final int MOST_ROWS = 100_000;

    private static final int MINIMUM = 50;
    private static final int PERMUTATIONS = 999;
    private static final PcaReconstruction DEFAULT = new PcaReconstruction(0.65, 20260101);

    private final double varianceShare;
    private final long seed;

    private PcaReconstruction(double varianceShare, long seed) {
        this.varianceShare = varianceShare;
        this.seed = seed;
    }

    /** {@return the test that keeps components with 0.65 of the variance, with a fixed seed} */
    public static PcaReconstruction withDefaults() {
        return DEFAULT;
    }

    /**
     * Sets how much of the variance the components hold. At least one component is kept, and one less than there are
     * columns at most.
     *
     * @param newVarianceShare in (0, 1)
     * @return a changed copy
     * @throws IllegalArgumentException if out of range
     */
    public PcaReconstruction withVarianceShare(double newVarianceShare) {
        if (!(newVarianceShare > 0 && newVarianceShare < 1)) {
            throw new IllegalArgumentException(
                    NAME + ": expected a share of the variance between 0 and 1 but got " + newVarianceShare);
        }
        return new PcaReconstruction(newVarianceShare, seed);
    }

    /**
     * Sets the seed of everything drawn at random.
     *
     * @param newSeed any number
     * @return a changed copy
     */
    public PcaReconstruction withSeed(long newSeed) {
        return new PcaReconstruction(varianceShare, newSeed);
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
        PooledFeatures pooled = PooledFeatures.of(
                reference,
                current,
                RowDraw.some(reference.rowCount(), MOST_ROWS, random),
                RowDraw.some(current.rowCount(), MOST_ROWS, random));
        int[] fitted = RowDraw.all(pooled.referenceCount() / 2);
        DensePoints points = DensePoints.of(pooled, fitted);
        if (points.columns().length < 2) {
            throw new IllegalArgumentException(
                    NAME + ": expected at least two columns that vary but got " + points.columns().length
                            + " of the features " + pooled.encoder().features());
        }
        PrincipalComponents components = PrincipalComponents.of(points.columns(), fitted, varianceShare);
        ReconstructionErrors then = ReconstructionErrors.of(components, fitted.length, pooled.referenceCount());
        ReconstructionErrors now = ReconstructionErrors.of(
                components, pooled.referenceCount(), pooled.matrix().rowCount());
        List<String> features = pooled.encoder().features();
        MeanShift shift = new MeanShift(then.lengths(), now.lengths());
        return new MultivariateResult(
                statistic(shift, random),
                shift.firstMean(),
                reference.rowCount(),
                current.rowCount(),
                MultivariateResult.shares(features, now.changes(then, points.sources(), features.size())));
    }

    private static TestStatistic statistic(MeanShift shift, SplittableRandom random) {
        double pValue = (1.0 + shift.atLeastObserved(PERMUTATIONS, random)) / (1 + PERMUTATIONS);
        return new TestStatistic(
                NAME,
                shift.secondMean(),
                OptionalDouble.of(pValue),
                shift.standardised(),
                shift.firstCount(),
                shift.secondCount());
    }
}
