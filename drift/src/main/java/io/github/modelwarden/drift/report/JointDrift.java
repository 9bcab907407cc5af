package io.github.modelwarden.drift.report;

import io.github.modelwarden.drift.DriftResult;
import io.github.modelwarden.drift.multivariate.MultivariateResult;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The drift of all features together, which may change in how they go together while each alone stays as it was.
 *
 * @param test name of the test's statistic
 * @param result the verdict under the model-wide budget
 * @param adjustedPValue the p-value after correction over all features and joint tests; empty if inconclusive
 * @param measured what was measured; empty if nothing could be
 * @param sentence the outcome in plain words
 */
public record JointDrift(
        String test,
        DriftResult result,
        OptionalDouble adjustedPValue,
        Optional<MultivariateResult> measured,
        String sentence) {

    /** {@return whether the verdict is drifted} */
    public boolean drifted() {
        return result instanceof DriftResult.Drifted;
    }

    /** {@return whether no verdict could be given} */
    public boolean inconclusive() {
        return result instanceof DriftResult.Inconclusive;
    }
}
