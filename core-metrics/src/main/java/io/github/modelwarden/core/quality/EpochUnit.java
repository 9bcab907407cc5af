package io.github.modelwarden.core.quality;

import java.time.Instant;

/** The unit of event times that are written as numbers since 1970-01-01T00:00Z. */
public enum EpochUnit {
    /** Seconds; fractions count. */
    SECONDS("seconds", 1e3),
    /** Milliseconds. */
    MILLISECONDS("milliseconds", 1);

    private final String word;
    private final double millis;

    EpochUnit(String word, double millis) {
        this.word = word;
        this.millis = millis;
    }

    /** {@return the word used in files} */
    public String word() {
        return word;
    }

    /** The time that a number stands for, to the millisecond; numbers beyond the calendar give its end. */
    Instant instant(double number) {
        double epochMillis = Math.max(Long.MIN_VALUE, Math.min(Long.MAX_VALUE, number * millis));
        return Instant.ofEpochMilli((long) epochMillis);
    }
}
