package io.github.modelwarden.service.feedback;

import io.github.modelwarden.core.performance.ConfusionMatrix.Outcome;
import java.time.Instant;

/**
 * Ground truth that has arrived, together with the prediction it belongs to.
 *
 * @param predictionId the prediction's id
 * @param predictedAt when it was made
 * @param version the model version that made it
 * @param score the score given
 * @param positive whether the positive class came true
 * @param outcome hit or miss
 * @param receivedAt when the truth arrived
 */
public record GroundTruth(
        String predictionId,
        Instant predictedAt,
        String version,
        double score,
        boolean positive,
        Outcome outcome,
        Instant receivedAt) {}
