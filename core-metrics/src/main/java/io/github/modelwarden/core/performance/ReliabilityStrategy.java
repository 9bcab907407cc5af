package io.github.modelwarden.core.performance;

/** How the range of scores is cut into the bins of a reliability curve. */
public enum ReliabilityStrategy {
    /** Bins of equal width over 0 to 1; sparse where scores are rare. */
    UNIFORM,
    /** Bins of about as many rows each, at the quantiles of the scores. */
    QUANTILE
}
