package io.github.modelwarden.alerting.evaluation;

import java.time.Instant;

/**
 * An alert changed its state. Each change is reported by exactly one evaluation; that a resolved alert is no longer
 * shown as resolved is not a change.
 *
 * @param alert the alert after the change
 * @param from the state before
 * @param at when it was evaluated
 */
public record AlertTransition(AlertStatus alert, AlertState from, Instant at) {

    /** {@return the state after} */
    public AlertState to() {
        return alert.state();
    }
}
