package io.github.modelwarden.retraining.run;

import io.github.modelwarden.core.data.Row;
import java.time.Instant;

/**
 * A prediction whose outcome is known and can no longer change.
 *
 * @param row its features
 * @param positive its outcome
 * @param predictedAt when it was made
 * @param predictionId its id
 */
public record LabeledRow(Row row, boolean positive, Instant predictedAt, String predictionId) {}
