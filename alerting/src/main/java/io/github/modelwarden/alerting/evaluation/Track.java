package io.github.modelwarden.alerting.evaluation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one alert between evaluations: the state machine of Prometheus.
 *
 * @param state where the alert stands
 * @param since when it came there
 * @param activeAt start of the true stretch that made it pending or firing, else when it came to be known
 * @param keepFiringSince when the condition became false while firing, null if it did not
 * @param value the last value judged, NaN if there was none
 * @param lastSeen when the group was last in the readings
 */
record Track(
        AlertState state,
        Instant since,
        Instant activeAt,
        @Nullable Instant keepFiringSince,
        double value,
        Instant lastSeen) {

    /** How long an ended alert is shown as resolved, as in Prometheus. */
    static final Duration RESOLVED_RETENTION = Duration.ofMinutes(15);

    static Track create(Instant now) {
        return new Track(AlertState.INACTIVE, now, now, null, Double.NaN, now);
    }

    Track seen(double newValue, Instant now) {
        return new Track(state, since, activeAt, keepFiringSince, newValue, now);
    }

    /** The condition is true now. */
    Track whenTrue(Duration lasting, Instant now) {
        if (state == AlertState.FIRING) {
            return with(state, since, activeAt, null);
        }
        Instant start = state == AlertState.PENDING ? activeAt : now;
        if (Duration.between(start, now).compareTo(lasting) >= 0) {
            return with(AlertState.FIRING, now, start, null);
        }
        return with(AlertState.PENDING, start, start, null);
    }

    /** The condition is false now. */
    Track whenFalse(Duration keepFiringFor, Instant now) {
        return switch (state) {
            case INACTIVE -> this;
            case PENDING -> with(AlertState.INACTIVE, now, now, null);
            case FIRING -> {
                Instant start = keepFiringSince == null ? now : keepFiringSince;
                yield Duration.between(start, now).compareTo(keepFiringFor) < 0
                        ? with(state, since, activeAt, start)
                        : with(AlertState.RESOLVED, now, activeAt, null);
            }
            case RESOLVED ->
                Duration.between(since, now).compareTo(RESOLVED_RETENTION) > 0
                        ? with(AlertState.INACTIVE, now, now, null)
                        : this;
        };
    }

    private Track with(AlertState newState, Instant newSince, Instant newActiveAt, @Nullable Instant newKeep) {
        return new Track(newState, newSince, newActiveAt, newKeep, value, lastSeen);
    }
}
