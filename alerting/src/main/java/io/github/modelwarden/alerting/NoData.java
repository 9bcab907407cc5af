package io.github.modelwarden.alerting;

import java.util.Locale;

/** What becomes of an alert when its value cannot be judged: the group is gone, or has fewer samples than the minimum. */
public enum NoData {
    /** As if the condition were false: the alert resolves. */
    OK,
    /** The alert stays as it is until there is a value again. */
    KEEP,
    /** As if the condition were true. */
    ALERT,
    /** The alert resolves, and an alert of its own, {@code <id>_no_data}, tells that nothing can be judged. */
    SEPARATE;

    /** {@return the word used in files} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
