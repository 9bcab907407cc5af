package io.github.modelwarden.alerting;

import java.util.Locale;

/** How bad an alert is; a later constant is worse and inhibits the earlier ones of the same rule and labels. */
public enum Severity {
    /** To be looked at within a working day. */
    WARNING,
    /** To be looked at now. */
    CRITICAL;

    /** {@return the word used in files and labels: {@code warning} or {@code critical}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
