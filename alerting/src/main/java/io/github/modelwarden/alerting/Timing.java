package io.github.modelwarden.alerting;

import java.time.Duration;

/**
 * When an alert starts and stops.
 *
 * @param lasting how long the condition must hold before the alert fires ({@code for} in files); 0 fires at once
 * @param keepFiringFor how long the alert fires on after the condition became false
 * @param evaluateEvery time between two evaluations, above 0
 */
public record Timing(Duration lasting, Duration keepFiringFor, Duration evaluateEvery) {

    /** Fires and resolves at once, evaluated every minute. */
    public static final Timing DEFAULT = new Timing(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1));

    public Timing {
        if (lasting.isNegative() || keepFiringFor.isNegative()) {
            throw new IllegalArgumentException(
                    "expected for and keepFiringFor of at least 0s but got " + lasting + " and " + keepFiringFor);
        }
        if (evaluateEvery.isNegative() || evaluateEvery.isZero()) {
            throw new IllegalArgumentException("evaluateEvery: expected more than 0s but got " + evaluateEvery);
        }
    }

    Timing scaledBy(double factor) {
        Duration every = Checks.scale(evaluateEvery, factor);
        return new Timing(
                Checks.scale(lasting, factor),
                Checks.scale(keepFiringFor, factor),
                every.isZero() ? Duration.ofMillis(1) : every);
    }
}
