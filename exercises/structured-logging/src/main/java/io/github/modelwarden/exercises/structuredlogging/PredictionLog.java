package io.github.modelwarden.exercises.structuredlogging;

import io.github.modelwarden.exercises.support.Todo;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;

/** Writes one log line for each request. This is the only file to edit. */
// tag::starter[]
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
     * Logs an answered request at INFO, with the fields {@code event} (always {@code prediction}),
     * {@code prediction_id}, {@code model}, {@code version}, {@code features} (an object), {@code label}, {@code score}
     * and {@code latency_ms}. The value of a sensitive feature is replaced by {@code ***}.
     *
     * @param prediction the answered request
     */
    public void accepted(Prediction prediction) {
        throw Todo.implement("PredictionLog.accepted; write one line with fields");
    }

    /**
     * Logs a refused request at WARN, with the fields {@code event} (always {@code prediction_rejected}), {@code model}
     * and {@code errors} (an array), and without a stack trace.
     *
     * @param model the model that was asked
     * @param cause what was thrown while the request was validated
     * @param errors what is wrong with the request, one sentence each
     */
    public void rejected(String model, IllegalArgumentException cause, List<String> errors) {
        throw Todo.implement("PredictionLog.rejected; write one line with fields");
    }
}
// end::starter[]
