package io.github.modelwarden.retraining.policy;

import io.github.modelwarden.config.ConfigDurations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What triggers and guards on time have in common. */
final class Durations {

    private Durations() {}

    static void requirePositive(String what, Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(what + ": expected a duration above zero but got " + duration);
        }
    }

    static List<Trigger> requireSome(String what, List<Trigger> triggers) {
        if (triggers.isEmpty()) {
            throw new IllegalArgumentException(what + ": expected at least one trigger but got none");
        }
        return List.copyOf(triggers);
    }

    static List<Evidence> allEvidence(List<Trigger.Reading> readings) {
        return readings.stream().flatMap(r -> r.evidence().stream()).toList();
    }

    static Trigger.Reading elapsed(String word, Instant since, Instant now, Duration limit, String what) {
        Duration elapsed = Duration.between(since, now);
        boolean due = elapsed.compareTo(limit) >= 0;
        return new Trigger.Reading(
                due ? Trigger.State.FIRED : Trigger.State.QUIET,
                word,
                List.of(new Evidence(
                        word,
                        seconds(elapsed),
                        seconds(limit),
                        1,
                        since,
                        now,
                        words(elapsed) + " since " + what + ", " + (due ? "due after " : "not yet ") + words(limit))));
    }

    /** The duration to the second, for people: {@code 1m30s}; a negative one is zero. */
    static String words(Duration duration) {
        return duration.compareTo(Duration.ofSeconds(1)) < 0
                ? "0s"
                : ConfigDurations.format(Duration.ofSeconds(duration.toSeconds()));
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
