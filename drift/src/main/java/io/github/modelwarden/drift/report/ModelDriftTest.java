package io.github.modelwarden.drift.report;

import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.core.profile.FeatureProfile;
import io.github.modelwarden.drift.DriftResult;
import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.correction.Correction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Tests every feature of a model, and its output, against the baseline under one false-alarm budget.
 *
 * <p>The population stability index decides for each feature, with its calibrated p-value corrected over all features
 * that can be judged; Kolmogorov–Smirnov or chi-square and the distances stand beside it as evidence. A feature is
 * drifted when the corrected p-value is at most alpha <em>and</em> the effect reaches the minimum effect, so that
 * millions of rows do not turn a meaningless difference into drift. With fewer than {@value #ROWS_PER_BIN} rows a used
 * bin, or fewer than the minimum number of rows, the verdict is inconclusive. Immutable.
 */
public final class ModelDriftTest {

    static final int ROWS_PER_BIN = 5;

    private static final ModelDriftTest DEFAULT = new ModelDriftTest(0.05, Correction.BENJAMINI_HOCHBERG, 0.01, 50);

    private final double alpha;
    private final Correction correction;
    private final double minimumEffect;
    private final long minimumRows;

    private ModelDriftTest(double alpha, Correction correction, double minimumEffect, long minimumRows) {
        this.alpha = alpha;
        this.correction = correction;
        this.minimumEffect = minimumEffect;
        this.minimumRows = minimumRows;
    }

    /**
     * {@return the test with alpha 0.05, Benjamini–Hochberg correction, a minimum effect of 0.01 and at least 50 rows}
     */
    public static ModelDriftTest withDefaults() {
        return DEFAULT;
    }

    /**
     * Sets the false-alarm budget.
     *
     * @param newAlpha probability of a false alarm over the whole report, in (0, 1)
     * @return a changed copy
     */
    public ModelDriftTest withAlpha(double newAlpha) {
        if (!(newAlpha > 0 && newAlpha < 1)) {
            throw new IllegalArgumentException("drift: expected an alpha between 0 and 1 but got " + newAlpha);
        }
        return new ModelDriftTest(newAlpha, correction, minimumEffect, minimumRows);
    }

    /**
     * Sets the correction.
     *
     * @param newCorrection how the budget is shared among the features
     * @return a changed copy
     */
    public ModelDriftTest withCorrection(Correction newCorrection) {
        return new ModelDriftTest(alpha, newCorrection, minimumEffect, minimumRows);
    }

    /**
     * Sets the smallest change worth a verdict.
     *
     * @param newMinimumEffect population stability index beyond its expected noise, at least 0
     * @return a changed copy
     */
    public ModelDriftTest withMinimumEffect(double newMinimumEffect) {
        if (!(newMinimumEffect >= 0)) {
            throw new IllegalArgumentException(
                    "drift: expected a minimum effect of at least 0 but got " + newMinimumEffect);
        }
        return new ModelDriftTest(alpha, correction, newMinimumEffect, minimumRows);
    }

    /**
     * Sets the smallest number of rows worth a verdict.
     *
     * @param newMinimumRows rows on each side, at least 1
     * @return a changed copy
     */
    public ModelDriftTest withMinimumRows(long newMinimumRows) {
        if (newMinimumRows < 1) {
            throw new IllegalArgumentException("drift: expected at least 1 row but got " + newMinimumRows);
        }
        return new ModelDriftTest(alpha, correction, minimumEffect, newMinimumRows);
    }

    /** {@return the false-alarm budget of a report} */
    public double alpha() {
        return alpha;
    }

    /** {@return how the budget is shared among the features} */
    public Correction correction() {
        return correction;
    }

    /** {@return the smallest number of rows worth a verdict} */
    public long minimumRows() {
        return minimumRows;
    }

    /**
     * Tests current traffic against a baseline.
     *
     * @param baseline the reference
     * @param current a profile over the baseline's bins; not changed
     * @param samples single values of numeric features by name, NaN for missing, for the Kolmogorov–Smirnov test; a
     *     feature without an entry is tested on its bins alone; not changed
     * @return the report
     * @throws IllegalArgumentException if the profile follows other bins than the baseline
     */
    public DriftReport test(Baseline baseline, DatasetProfile current, Map<String, double[]> samples) {
        DatasetProfile reference = baseline.profile();
        List<FeatureComparison> comparisons = new ArrayList<>();
        for (FeatureProfile profile : reference.features()) {
            String name = profile.feature();
            comparisons.add(FeatureComparison.of(
                    profile, current.feature(name), baseline.sample(name), samples.getOrDefault(name, new double[0])));
        }
        double[] adjusted = correction.adjust(comparisons.stream()
                .filter(comparison -> refusal(comparison).isEmpty())
                .mapToDouble(comparison -> comparison.deciding().pValue().orElseThrow())
                .toArray());
        List<FeatureDrift> features = new ArrayList<>();
        int judged = 0;
        for (FeatureComparison comparison : comparisons) {
            Optional<DriftResult.Inconclusive> refusal = refusal(comparison);
            if (refusal.isPresent()) {
                features.add(comparison.toDrift(refusal.get(), OptionalDouble.empty()));
            } else {
                double pValue = adjusted[judged++];
                features.add(comparison.toDrift(decide(comparison.deciding(), pValue), OptionalDouble.of(pValue)));
            }
        }
        return new DriftReport(alpha, correction, features);
    }

    private DriftResult decide(TestStatistic deciding, double adjustedPValue) {
        return adjustedPValue <= alpha && deciding.effect() >= minimumEffect
                ? new DriftResult.Drifted(deciding, alpha)
                : new DriftResult.Stable(deciding, alpha);
    }

    private Optional<DriftResult.Inconclusive> refusal(FeatureComparison comparison) {
        long needed = Math.max(minimumRows, (long) ROWS_PER_BIN * comparison.usedBins());
        if (comparison.referenceRows() < needed) {
            return Optional.of(new DriftResult.Inconclusive(
                    "the baseline has " + comparison.referenceRows() + " rows where a verdict over "
                            + comparison.usedBins() + " bins needs " + needed + "; build it from more data",
                    0));
        }
        if (comparison.currentRows() < needed) {
            return Optional.of(new DriftResult.Inconclusive(
                    comparison.currentRows() + " of the " + needed + " rows that a verdict needs",
                    needed - comparison.currentRows()));
        }
        if (comparison.usedBins() < 2) {
            return Optional.of(new DriftResult.Inconclusive(
                    "every row, then and now, falls into the same bin, so there is nothing to compare", 0));
        }
        return Optional.empty();
    }
}
