package io.github.modelwarden.service.monitoring;

import io.github.modelwarden.core.Measurement;
import io.github.modelwarden.core.catalog.MetricCatalog;
import io.github.modelwarden.core.performance.ConfusionMatrix;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How good a model version was in a window.
 *
 * @param from start of the window, by the time of prediction
 * @param at end of the window
 * @param version the model version
 * @param matrix hits and misses of the labelled predictions
 * @param rocAuc area under the ROC curve; empty unless both classes occurred
 * @param predictions predictions in the window, labelled or not
 */
public record PerformanceEvaluation(
        Instant from, Instant at, String version, ConfusionMatrix matrix, OptionalDouble rocAuc, long predictions) {

    /** Fewer labelled predictions than this say nothing about a model. */
    static final long MINIMUM_LABELED = 30;

    /** {@return whether enough ground truth has arrived for the ratios to mean anything} */
    public boolean known() {
        return matrix.total() >= MINIMUM_LABELED;
    }

    /** {@return share of the window's predictions whose truth has arrived; empty without predictions} */
    public OptionalDouble coverage() {
        return predictions == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(1.0, (double) matrix.total() / predictions));
    }

    /**
     * A ratio, if enough is known.
     *
     * @param value the ratio
     * @return the ratio, or empty with too little ground truth
     */
    OptionalDouble ifKnown(OptionalDouble value) {
        return known() ? value : OptionalDouble.empty();
    }

    /**
     * The evaluation as measurements.
     *
     * @param model the model's name
     * @return a measurement for every metric that is known
     */
    public List<Measurement> measurements(String model) {
        Map<String, OptionalDouble> values = new LinkedHashMap<>();
        values.put(MetricCatalog.MODEL_F1.name(), matrix.f1());
        values.put(MetricCatalog.MODEL_PRECISION.name(), matrix.precision());
        values.put(MetricCatalog.MODEL_RECALL.name(), matrix.recall());
        values.put(MetricCatalog.MODEL_ACCURACY.name(), matrix.accuracy());
        values.put(MetricCatalog.MODEL_ROC_AUC.name(), rocAuc);
        List<Measurement> measurements = new ArrayList<>();
        values.forEach((name, value) -> ifKnown(value)
                .ifPresent(number -> measurements.add(new Measurement(
                        name,
                        number,
                        Map.of("model", model, "version", version),
                        matrix.total(),
                        at,
                        Duration.between(from, at)))));
        return measurements;
    }
}
