package io.github.modelwarden.alerting.episode;

import io.github.modelwarden.alerting.Checks;
import io.github.modelwarden.alerting.Severity;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An alert within an episode.
 *
 * @param rule id of the rule, or {@code <id>_no_data}
 * @param title what people call the rule
 * @param severity how bad it is
 * @param labels the labels of the group and those of the rule
 * @param value the last value judged; NaN if there was none
 * @param threshold the threshold; for {@code _no_data} the minimum number of samples
 * @param summary one line for people
 * @param startedAt when it began to fire
 * @param endedAt when it was resolved, empty while it fires
 * @param runbook address of the page that says what to do
 * @param dashboard address of the dashboard to look at
 */
public record EpisodeAlert(
        String rule,
        String title,
        Severity severity,
        Map<String, String> labels,
        double value,
        double threshold,
        String summary,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<String> runbook,
        Optional<String> dashboard) {

    public EpisodeAlert {
        labels = Checks.labels(labels);
    }

    /** {@return whether it fires} */
    public boolean firing() {
        return endedAt.isEmpty();
    }
}
