package io.github.modelwarden.alerting.episode;

import io.github.modelwarden.alerting.Checks;
import io.github.modelwarden.alerting.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What people are told of an episode. However often it is sent, its id stays the same, so that a receiver can tell a
 * repetition from news.
 *
 * @param id the episode's id and the sequence number, for example {@code 5f0c…-2}
 * @param episode the episode's id
 * @param sequence 1 for the first notification of the episode, then 2, 3 …
 * @param kind what happened
 * @param at when it happened
 * @param severity the worst severity of the alerts that fire; once resolved, of those that fired
 * @param title one line, for example {@code churn: 12 features drifted}
 * @param text some lines of plain text that name every alert
 * @param labels the labels that all alerts have in common
 * @param alerts the alerts of the episode, the worst first
 */
public record Notification(
        String id,
        String episode,
        int sequence,
        Kind kind,
        Instant at,
        Severity severity,
        String title,
        String text,
        Map<String, String> labels,
        List<EpisodeAlert> alerts) {

    /** What happened to the episode. */
    public enum Kind {
        /** It began. */
        FIRING,
        /** It became worse, or other alerts joined it. */
        CHANGED,
        /** It ended. */
        RESOLVED;

        /** {@return the word used in payloads} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Notification {
        labels = Checks.labels(labels);
        alerts = List.copyOf(alerts);
        if (sequence < 1) {
            throw new IllegalArgumentException(
                    "notification '" + id + "': expected a sequence number of at least 1 but got " + sequence);
        }
    }
}
