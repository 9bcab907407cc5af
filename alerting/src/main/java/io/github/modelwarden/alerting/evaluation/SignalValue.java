package io.github.modelwarden.alerting.evaluation;

import io.github.modelwarden.alerting.Checks;
import java.util.Map;

/**
 * The value of a signal for one group.
 *
 * @param labels the group's labels
 * @param value the value; NaN compares false
 * @param count how many samples it rests on; infinite if that is not counted
 */
public record SignalValue(Map<String, String> labels, double value, double count) {

    public SignalValue {
        labels = Checks.labels(labels);
    }
}
