package io.github.modelwarden.alerting;

import java.util.Locale;

/** How the samples of a gauge within the window become one value. */
public enum Aggregation {
    /** The newest sample. */
    LAST,
    /** The mean of the samples. */
    AVG,
    /** The smallest sample. */
    MIN,
    /** The largest sample. */
    MAX;

    /** {@return the word used in files} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
