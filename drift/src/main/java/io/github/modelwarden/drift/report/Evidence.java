package io.github.modelwarden.drift.report;

import io.github.modelwarden.drift.TestStatistic;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything that was measured on one feature.
 *
 * @param tests the statistics, the deciding one (population stability index) first, if there are two groups of rows to compare; empty if no row
 *     was there
 * @param bins shares in bin order; empty if no row was there
 * @param reference the reference side in numbers
 * @param current the current side in numbers
 * @param density the shapes of a numeric feature; empty for categories or without values
 * @param detectable the smallest change that would have been found; empty if no verdict was given
 * @param outputEffect how far the moved shares alone would move the mean of the model's score, in score points: {@code Σ_b
 *     (q_b − p_b)·s_b} with the mean score s_b of the reference rows in bin b; empty when the reference has no scores
 */
public record Evidence(
        List<TestStatistic> tests,
        List<BinShare> bins,
        FeatureSummary reference,
        FeatureSummary current,
        Optional<Density> density,
        Optional<DetectableChange> detectable,
        OptionalDouble outputEffect) {

    /** Nothing was measured. */
    static final Evidence NONE = new Evidence(
            List.of(),
            List.of(),
            FeatureSummary.NOTHING,
            FeatureSummary.NOTHING,
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty());

    public Evidence {
        tests = List.copyOf(tests);
        bins = List.copyOf(bins);
    }
}
