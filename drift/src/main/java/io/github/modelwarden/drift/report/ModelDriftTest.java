package io.github.modelwarden.drift.report;

import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.BaselineBuilder;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.core.profile.FeatureProfile;
import io.github.modelwarden.drift.DriftResult;
import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.correction.Correction;
import io.github.modelwarden.drift.multivariate.MultivariateTest;
import io.github.modelwarden.drift.power.PowerAnalysis;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

/**
 * Tests every feature of a model, and its output, against the baseline under one false-alarm budget.
 *
 * <pre>{@code
 * DriftReport report = ModelDriftTest.withDefaults().test(reference, current);   // two tables
 * }</pre>
 *
 * <p>The population stability index decides for each feature, with its calibrated p-value corrected over all features
 * that can be judged; Kolmogorov–Smirnov or chi-square and the distances stand beside it as evidence. A feature is
 * drifted when the corrected p-value is at most alpha <em>and</em> the effect reaches the minimum effect, so that
 * millions of rows do not turn a meaningless difference into drift. Bins in which the smaller sample is expected to have
 * fewer than 5 rows are compared as one, and by an exact test if they are few even together. With fewer than the minimum number of rows the verdict is inconclusive.
 * Immutable.
 */
public final class ModelDriftTest {

    private static final double POWER = 0.8;
    private static final long KEPT_VALUES = 4_000_000;
    private static final long WORTH_THREADS = 1_000_000;

    private static final ModelDriftTest DEFAULT =
            new ModelDriftTest(0.05, Correction.BENJAMINI_HOCHBERG, 0.01, 50, List.of());

    private final double alpha;
    private final Correction correction;
    private final double minimumEffect;
    private final long minimumRows;
    private final List<MultivariateTest> joint;

    private ModelDriftTest(
            double alpha, Correction correction, double minimumEffect, long minimumRows, List<MultivariateTest> joint) {
        this.alpha = alpha;
        this.correction = correction;
        this.minimumEffect = minimumEffect;
        this.minimumRows = minimumRows;
        this.joint = joint;
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
        return new ModelDriftTest(newAlpha, correction, minimumEffect, minimumRows, joint);
    }

    /**
     * Sets the correction.
     *
     * @param newCorrection how the budget is shared among the features
     * @return a changed copy
     */
    public ModelDriftTest withCorrection(Correction newCorrection) {
        return new ModelDriftTest(alpha, newCorrection, minimumEffect, minimumRows, joint);
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
        return new ModelDriftTest(alpha, correction, newMinimumEffect, minimumRows, joint);
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
        return new ModelDriftTest(alpha, correction, minimumEffect, newMinimumRows, joint);
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

    /** {@return the smallest effect that is called drift} */
    public double minimumEffect() {
        return minimumEffect;
    }

    /**
     * Adds tests of all features together. They share the budget with the features: each is one more p-value to correct.
     *
     * @param newJoint the tests, in the order wanted
     * @return a changed copy
     */
    public ModelDriftTest withJointTests(List<MultivariateTest> newJoint) {
        return new ModelDriftTest(alpha, correction, minimumEffect, minimumRows, List.copyOf(newJoint));
    }

    /**
     * Tests one table against another. Columns are matched by name. One that the current table lacks, that is of another type
     * there, or that is all missing on one side alone, is inconclusive with the reason, and the others are judged.
     *
     * @param reference the rows to compare with
     * @param current the rows to judge; columns that the reference does not have are passed over
     * @return the report
     * @throws IllegalArgumentException if the tables have no column in common
     */
    public DriftReport test(Table reference, Table current) {
        MatchedTables tables = MatchedTables.of(reference, current);
        BaselineBuilder builder = Baseline.builder().withKeptValues(KEPT_VALUES);
        do {
            builder.accept(tables.reference());
        } while (!builder.endOfPass());
        Baseline baseline = builder.build();
        DatasetProfile profile = baseline.emptyProfile().keepingValues(KEPT_VALUES);
        profile.accept(tables.current());
        return test(Comparison.of(baseline, profile)
                .withUnusable(tables.unusable())
                .withRows(tables.reference(), tables.current()));
    }

    /**
     * Tests current traffic against a baseline.
     *
     * @param baseline the reference
     * @param current a profile over the baseline's bins; not changed
     * @return the report
     * @throws IllegalArgumentException if the profile follows other bins than the baseline
     */
    public DriftReport test(Baseline baseline, DatasetProfile current) {
        return test(Comparison.of(baseline, current));
    }

    /**
     * Tests what is compared.
     *
     * @param comparison both sides, with what is known about them
     * @return the report
     * @throws IllegalArgumentException if the current profile follows other bins than the baseline
     */
    public DriftReport test(Comparison comparison) {
        List<FeatureProfile> profiles = comparison.baseline().profile().features();
        // features do not know each other; with many single values they are compared at the same time
        boolean many = profiles.stream().mapToLong(FeatureProfile::keptValues).sum() > WORTH_THREADS;
        List<FeatureComparison> features = StreamSupport.stream(profiles.spliterator(), many)
                .map(profile ->
                        FeatureComparison.of(profile, comparison.current().feature(profile.feature())))
                .toList();
        List<FeatureComparison> judged = features.stream()
                .filter(feature -> refusal(feature, comparison.unusable()).isEmpty())
                .toList();
        Set<String> names = judged.stream().map(FeatureComparison::feature).collect(Collectors.toSet());
        List<JointComparison> together = joint.stream()
                .map(test -> JointComparison.of(test, comparison, names))
                .toList();
        double[] pValues = DoubleStream.concat(
                        judged.stream()
                                .mapToDouble(
                                        feature -> feature.deciding().pValue().orElseThrow()),
                        together.stream().flatMapToDouble(test -> test.pValue().stream()))
                .toArray();
        Iterator<Double> adjusted = Arrays.stream(correction.adjust(pValues)).iterator();
        PowerAnalysis power = power(pValues.length);
        return new DriftReport(
                alpha,
                correction,
                minimumEffect,
                features.stream()
                        .map(feature -> drift(feature, comparison.unusable(), adjusted, power))
                        .toList(),
                together.stream()
                        .map(test -> test.toDrift(
                                test.pValue().isPresent() ? OptionalDouble.of(adjusted.next()) : test.pValue(), alpha))
                        .toList());
    }

    private FeatureDrift drift(
            FeatureComparison feature, Map<String, String> unusable, Iterator<Double> adjusted, PowerAnalysis power) {
        Optional<DriftResult.Inconclusive> refusal = refusal(feature, unusable);
        if (refusal.isEmpty()) {
            double pValue = adjusted.next();
            return feature.toDrift(decide(feature.deciding(), pValue), OptionalDouble.of(pValue), power);
        }
        return unusable.containsKey(feature.feature())
                ? feature.withoutEvidence(refusal.get())
                : feature.toDrift(refusal.get(), OptionalDouble.empty(), power);
    }

    /** The change that would be seen if only one feature changed: that is what a correction makes hardest to see. */
    private PowerAnalysis power(int judged) {
        double each = correction == Correction.NONE ? alpha : alpha / Math.max(1, judged);
        return PowerAnalysis.withDefaults().withAlpha(each).withPower(POWER).withMinimumEffect(minimumEffect);
    }

    private DriftResult decide(TestStatistic deciding, double adjustedPValue) {
        return adjustedPValue <= alpha && deciding.effect() >= minimumEffect
                ? new DriftResult.Drifted(deciding, alpha)
                : new DriftResult.Stable(deciding, alpha);
    }

    private Optional<DriftResult.Inconclusive> refusal(FeatureComparison comparison, Map<String, String> unusable) {
        String reason = unusable.get(comparison.feature());
        if (reason != null) {
            return Optional.of(new DriftResult.Inconclusive(reason, 0));
        }
        if (comparison.referenceRows() < minimumRows) {
            return Optional.of(new DriftResult.Inconclusive(
                    "the baseline has " + comparison.referenceRows() + " rows where a verdict needs " + minimumRows
                            + "; build it from more data",
                    0));
        }
        if (comparison.currentRows() < minimumRows) {
            return Optional.of(new DriftResult.Inconclusive(
                    comparison.currentRows() + " of the " + minimumRows + " rows that a verdict needs",
                    minimumRows - comparison.currentRows()));
        }
        return comparison.comparable()
                ? Optional.empty()
                : Optional.of(new DriftResult.Inconclusive(comparison.whyNotComparable(), 0));
    }
}
