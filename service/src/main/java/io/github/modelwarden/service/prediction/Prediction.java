package io.github.modelwarden.service.prediction;

import io.github.modelwarden.core.data.Row;
import java.time.Instant;

/**
 * One answered prediction, as it stands in the log.
 *
 * @param id the prediction's id, given by the client or made here
 * @param at when it was made
 * @param version the model version that made it
 * @param label the predicted class
 * @param score the model's score, 0 to 1
 * @param row the features
 * @param latencyMs from receiving the request to scoring, in milliseconds
 * @param traceId trace it belongs to
 */
public record Prediction(
        String id, Instant at, String version, String label, double score, Row row, double latencyMs, String traceId) {}
