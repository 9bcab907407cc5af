package io.github.modelwarden.alerting.evaluation;

import java.time.Instant;
import java.util.List;

/**
 * What an evaluation found.
 *
 * @param at when it was made
 * @param alerts every known alert, also the inactive ones, in the order of the rules; a rule that has not seen a group
 *     yet is there without labels
 * @param transitions the alerts that changed their state
 * @param snapshot what the next evaluation has to know
 */
public record Evaluation(
        Instant at, List<AlertStatus> alerts, List<AlertTransition> transitions, AlertSnapshot snapshot) {

    public Evaluation {
        alerts = List.copyOf(alerts);
        transitions = List.copyOf(transitions);
    }

    /** {@return the alerts that fire and are not inhibited} */
    public List<AlertStatus> firing() {
        return alerts.stream()
                .filter(alert -> alert.state() == AlertState.FIRING && !alert.inhibited())
                .toList();
    }
}
