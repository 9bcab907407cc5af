package io.github.modelwarden.retraining.policy;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One fact that a decision rests on, whether it spoke for or against retraining.
 *
 * @param signal what was looked at, for example {@code performance.f1} or {@code guard.cooldown}
 * @param value what was seen; null when it is unknown
 * @param threshold what it was compared with; null when there was nothing to compare
 * @param n how many rows or evaluations the value rests on, at least 0
 * @param from start of the time it was seen over
 * @param to end of that time
 * @param text the fact for people
 */
public record Evidence(
        String signal,
        @Nullable Double value,
        @Nullable Double threshold,
        long n,
        Instant from,
        Instant to,
        String text) {

    public Evidence {
        Objects.requireNonNull(signal, "signal");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(text, "text");
        requireFinite(signal, value);
        requireFinite(signal, threshold);
        if (n < 0) {
            throw new IllegalArgumentException("evidence '" + signal + "': expected n of at least 0 but got " + n);
        }
    }

    private static void requireFinite(String signal, @Nullable Double number) {
        if (number != null && !Double.isFinite(number)) {
            throw new IllegalArgumentException(
                    "evidence '" + signal + "': expected a finite number but got " + number + "; use null for unknown");
        }
    }
}
