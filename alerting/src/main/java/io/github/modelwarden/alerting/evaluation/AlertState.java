package io.github.modelwarden.alerting.evaluation;

import java.util.Locale;

/** Where an alert stands. */
public enum AlertState {
    /** The condition is false. */
    INACTIVE,
    /** The condition is true, but not yet for long enough. */
    PENDING,
    /** The condition has been true for long enough, or was so until a moment ago. */
    FIRING,
    /** The alert fired and ended not long ago. */
    RESOLVED;

    /** {@return the word used in reports} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
