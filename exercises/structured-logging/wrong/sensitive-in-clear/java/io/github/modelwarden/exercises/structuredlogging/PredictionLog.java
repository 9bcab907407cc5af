package io.github.modelwarden.exercises.structuredlogging;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;

/** Writes one log line for each request. */
public final class PredictionLog {

    private final Logger log;
    private final Set<String> sensitive;

    /**
     * Creates the log.
     *
     * @param log where to write; each call of the logger becomes one JSON object on a line
     * @param sensitive names of features whose values must never be written
     */
    public PredictionLog(Logger log, Set<String> sensitive) {
        this.log = log;
        this.sensitive = Set.copyOf(sensitive);
    }

    /**
     * Logs an answered request at INFO.
     *
     * @param prediction the answered request
     */
    public void accepted(Prediction prediction) {
        log.atInfo()
                .addKeyValue("event", "prediction")
                .addKeyValue("prediction_id", prediction.id())
                .addKeyValue("model", prediction.model())
                .addKeyValue("version", prediction.version())
                .addKeyValue("features", prediction.features())
                .addKeyValue("label", prediction.label())
                .addKeyValue("score", prediction.score())
                .addKeyValue("latency_ms", prediction.latencyMillis())
                .log("prediction");
    }

    /**
     * Logs a refused request at WARN, without a stack trace.
     *
     * @param model the model that was asked
     * @param cause what was thrown while the request was validated
     * @param errors what is wrong with the request, one sentence each
     */
    public void rejected(String model, IllegalArgumentException cause, List<String> errors) {
        log.atWarn()
                .addKeyValue("event", "prediction_rejected")
                .addKeyValue("model", model)
                .addKeyValue("errors", errors)
                .log("prediction rejected");
    }

    private Map<String, Object> masked(Map<String, Object> features) {
        Map<String, Object> shown = new TreeMap<>(features);
        shown.replaceAll((name, value) -> sensitive.contains(name) ? "***" : value);
        return shown;
    }
}
