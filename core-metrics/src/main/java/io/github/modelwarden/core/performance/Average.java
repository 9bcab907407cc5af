package io.github.modelwarden.core.performance;

/** How a metric of single classes is averaged over all of them. */
public enum Average {
    /** Every class counts the same, so that rare classes count in full. */
    MACRO,
    /** Hits and misses of all classes are added up first; with one label a row that is the accuracy. */
    MICRO,
    /** Every class counts as much as it has actual rows. */
    WEIGHTED
}
