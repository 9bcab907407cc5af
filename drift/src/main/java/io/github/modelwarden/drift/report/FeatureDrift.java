package io.github.modelwarden.drift.report;

import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.drift.DriftResult;
import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.statistic.PopulationStabilityIndex;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The drift of one feature.
 *
 * @param feature the feature's name, or {@code _score} or {@code _class} for the model's output
 * @param type numeric or categorical
 * @param result the verdict under the model-wide budget
 * @param adjustedPValue the deciding p-value after correction over all features; empty if inconclusive
 * @param evidence everything that was measured
 * @param sentence what moved, in plain words
 */
public record FeatureDrift(
        String feature,
        FeatureType type,
        DriftResult result,
        OptionalDouble adjustedPValue,
        Evidence evidence,
        String sentence) {

    /** {@return whether the verdict is drifted} */
    public boolean drifted() {
        return result instanceof DriftResult.Drifted;
    }

    /** {@return whether no verdict could be given} */
    public boolean inconclusive() {
        return result instanceof DriftResult.Inconclusive;
    }

    /** {@return whether the data of the feature was wrong or not there, so that nothing was measured} */
    public boolean unusable() {
        return inconclusive() && evidence.bins().isEmpty();
    }

    /** {@return the statistics, the deciding one first if there is one; empty if no row was there} */
    public List<TestStatistic> tests() {
        return evidence.tests();
    }

    /** {@return shares in bin order} */
    public List<BinShare> bins() {
        return evidence.bins();
    }

    /** {@return the population stability index, which decides; empty if there were no two groups of rows to compare} */
    public Optional<TestStatistic> deciding() {
        return evidence.tests().stream()
                .filter(test -> test.name().equals(PopulationStabilityIndex.NAME))
                .findFirst();
    }
}
