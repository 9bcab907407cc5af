package io.github.modelwarden.core.performance;

import java.util.Optional;

/**
 * A metric in a report: a value with its interval, or why there is none.
 *
 * @param name the metric's word
 * @param estimate the value; empty where it is undefined
 * @param reason why it is undefined, a part of a sentence; empty where it is defined
 */
public record ReportedMetric(String name, Optional<Estimate> estimate, Optional<String> reason) {

    public ReportedMetric {
        if (estimate.isPresent() == reason.isPresent()) {
            throw new IllegalArgumentException("metric '" + name + "': expected either a value or a reason but got "
                    + estimate + " and " + reason);
        }
    }

    static ReportedMetric of(String name, Optional<Estimate> estimate, String whenUndefined) {
        return new ReportedMetric(name, estimate, estimate.isPresent() ? Optional.empty() : Optional.of(whenUndefined));
    }
}
