package io.github.modelwarden.benchmarks;

import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.correction.Correction;
import io.github.modelwarden.drift.report.FeatureDrift;
import io.github.modelwarden.drift.report.ModelDriftTest;
import io.github.modelwarden.drift.statistic.Hellinger;
import io.github.modelwarden.drift.statistic.JensenShannon;
import io.github.modelwarden.drift.statistic.PopulationStabilityIndex;
import java.util.Optional;

/** The verdict on one feature and the tests beside it, with the names that their outcomes are counted under. */
final class Tests {

    static final double ALPHA = 0.05;

    /** The verdict of the report, at alpha for the feature alone and without a minimum effect. */
    static final String VERDICT = "verdict";

    /** The usual rule, PSI ≥ 0.1. */
    static final String FIXED = "psi-0.1";

    static final String JENSEN_SHANNON = "js";
    static final String HELLINGER = "hellinger";

    static final double FIXED_THRESHOLD = 0.1;

    /** One feature alone: nothing to correct, and any effect counts. */
    static final ModelDriftTest ALONE =
            ModelDriftTest.withDefaults().withCorrection(Correction.NONE).withMinimumEffect(0);

    private Tests() {}

    static long[] reference(FeatureDrift feature) {
        return feature.bins().stream().mapToLong(bin -> bin.referenceCount()).toArray();
    }

    static long[] current(FeatureDrift feature) {
        return feature.bins().stream().mapToLong(bin -> bin.currentCount()).toArray();
    }

    /** Counts the verdict, unless there is none, and what else is said about the bins. */
    static void count(FeatureDrift feature, String suffix, Outcomes outcomes) {
        if (!feature.inconclusive()) {
            outcomes.count(VERDICT + suffix, feature.drifted());
        }
        long[] then = reference(feature);
        long[] now = current(feature);
        outcomes.count(FIXED + suffix, PopulationStabilityIndex.withDefaults().statistic(then, now) >= FIXED_THRESHOLD);
        find(feature, JensenShannon.NAME).ifPresent(test -> reject(JENSEN_SHANNON + suffix, test, outcomes));
    }

    /** Counts the distance of Hellinger over some bins. */
    static void hellinger(String suffix, long[] then, long[] now, Outcomes outcomes) {
        reject(HELLINGER + suffix, Hellinger.withDefaults().test(then, now), outcomes);
    }

    /** Counts whether a test rejects; a test without a p-value says nothing. */
    static void reject(String name, TestStatistic test, Outcomes outcomes) {
        test.pValue().ifPresent(pValue -> outcomes.count(name, pValue <= ALPHA));
    }

    /** Finds a statistic of the report. */
    static Optional<TestStatistic> find(FeatureDrift feature, String name) {
        return feature.tests().stream().filter(test -> test.name().equals(name)).findFirst();
    }
}
