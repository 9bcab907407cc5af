package io.github.modelwarden.exercises.structuredlogging;

import java.util.Map;

/**
 * One answered request. Given: do not change it.
 *
 * @param id the prediction's id
 * @param model the model's name
 * @param version the model's version
 * @param features the inputs by name: numbers and words
 * @param label the predicted class
 * @param score probability of the positive class, 0 to 1
 * @param latencyMillis time to the answer, in milliseconds
 */
public record Prediction(
        String id,
        String model,
        String version,
        Map<String, Object> features,
        String label,
        double score,
        double latencyMillis) {}
