package io.github.modelwarden.drift.statistic;

/**
 * In which direction a departure from "no drift" counts. Where a test has a direction, the reference is the first sample:
 * {@link #GREATER} asks whether the reference is the larger one, in the sense that the test's class says.
 */
public enum Alternative {
    /** Both directions; the default, and what a monitor wants. */
    TWO_SIDED,
    /** Only a reference that is smaller than the current data. */
    LESS,
    /** Only a reference that is larger than the current data. */
    GREATER
}
