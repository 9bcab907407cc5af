package io.github.modelwarden.drift.statistic;

/** Which distribution of a statistic without drift its p-value is read from. */
public enum NullDistribution {
    /** Exact for small samples and asymptotic for larger ones; each test says where it changes. */
    AUTO,
    /** The distribution over all ways to split the pooled values; without ties exact, with ties conservative. */
    EXACT,
    /** The limit for large samples. */
    ASYMPTOTIC
}
