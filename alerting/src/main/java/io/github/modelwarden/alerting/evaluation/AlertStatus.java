package io.github.modelwarden.alerting.evaluation;

import io.github.modelwarden.alerting.Checks;
import io.github.modelwarden.alerting.Severity;
import java.time.Instant;
import java.util.Map;

/**
 * An alert at the time of an evaluation.
 *
 * @param rule id of the rule, or {@code <id>_no_data} for the alert that nothing can be judged
 * @param title what people call it
 * @param severity how bad it is
 * @param state where it stands
 * @param labels the labels of the group and those of the rule; empty if the rule has not seen a group yet
 * @param value the last value judged; NaN if there was none. For {@code _no_data} the number of samples
 * @param threshold the threshold; for {@code _no_data} the minimum number of samples
 * @param since when the alert came into its state
 * @param inhibited whether a worse alert of the same rule and labels fires, so that this one need not notify
 * @param summary one line for people
 */
public record AlertStatus(
        String rule,
        String title,
        Severity severity,
        AlertState state,
        Map<String, String> labels,
        double value,
        double threshold,
        Instant since,
        boolean inhibited,
        String summary) {

    public AlertStatus {
        labels = Checks.labels(labels);
    }
}
