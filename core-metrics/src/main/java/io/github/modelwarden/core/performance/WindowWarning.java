package io.github.modelwarden.core.performance;

import java.util.Locale;

/** Why the performance of a {@link LabeledWindow} may not be trusted. */
public enum WindowWarning {
    /** Too few labelled rows. */
    FEW_LABELS,
    /** Too small a share of the predictions has a label. */
    LOW_COVERAGE,
    /** Labels are still on their way, or it is not known how long they take. */
    IMMATURE,
    /** The predictions that have a label score differently from the others. */
    BIASED_LABELS;

    /** {@return the word used in reports and JSON} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
