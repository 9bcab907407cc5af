package io.github.modelwarden.benchmarks;

import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.drift.correction.Correction;
import io.github.modelwarden.drift.report.DetectableChange;
import io.github.modelwarden.drift.report.FeatureDrift;
import io.github.modelwarden.drift.report.ModelDriftTest;
import io.github.modelwarden.drift.statistic.PopulationStabilityIndex;
import java.util.List;
import java.util.Optional;

/** Verdicts on a changed feature, and the names that they are counted under. */
final class Power {

    /** The verdicts that are measured: any effect counts, and only the default minimum effect does. */
    static final List<ModelDriftTest> TESTS =
            List.of(Tests.ALONE, ModelDriftTest.withDefaults().withCorrection(Correction.NONE));

    /** The shares of rows that change. */
    static final List<Double> SHARES = List.of(0.01, 0.03, 0.05);

    /** What sums of real numbers are counted in. */
    static final int UNIT = 10_000;

    private Power() {}

    static String missing(double share) {
        return "missing-" + share;
    }

    static String newCategory(double share) {
        return "new-" + share;
    }

    /** {@return the outcome of a change under a verdict} */
    static String found(ModelDriftTest test, String change) {
        return change + (test.minimumEffect() > 0 ? "+effect" : "");
    }

    static String fixed(String change) {
        return change + "+" + Tests.FIXED;
    }

    static String kolmogorovSmirnov(String change) {
        return change + "+ks";
    }

    /** {@return the outcome that counts reports which state a detectable change} */
    static String stated(ModelDriftTest test) {
        return found(test, "stated");
    }

    /** {@return the outcome that adds up the stated changes} */
    static String size(ModelDriftTest test) {
        return found(test, "size");
    }

    /** Counts the verdicts on a change, and the usual threshold. */
    static void count(Baseline baseline, DatasetProfile current, String change, Outcomes outcomes) {
        for (ModelDriftTest test : TESTS) {
            outcomes.count(found(test, change), drifted(test, baseline, current));
        }
        long[] then = baseline.profile().features().get(0).counts();
        long[] now = current.features().get(0).counts();
        outcomes.count(
                fixed(change), PopulationStabilityIndex.withDefaults().statistic(then, now) >= Tests.FIXED_THRESHOLD);
    }

    static boolean drifted(ModelDriftTest test, Baseline baseline, DatasetProfile current) {
        return feature(test, baseline, current).drifted();
    }

    /** {@return the smallest change that a report says it would have found; empty if it gives no verdict} */
    static Optional<DetectableChange> detectable(ModelDriftTest test, Baseline baseline, DatasetProfile current) {
        return feature(test, baseline, current).evidence().detectable();
    }

    private static FeatureDrift feature(ModelDriftTest test, Baseline baseline, DatasetProfile current) {
        return test.test(baseline, current).features().get(0);
    }
}
