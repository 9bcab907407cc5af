package io.github.modelwarden.core.catalog;

/** Prometheus metric types. */
public enum MetricType {
    /** Only ever grows, until the process restarts. */
    COUNTER("counter"),
    /** A value that goes up and down. */
    GAUGE("gauge"),
    /** Counts in cumulative buckets. */
    HISTOGRAM("histogram");

    private final String word;

    MetricType(String word) {
        this.word = word;
    }

    /** {@return the word used in the Prometheus exposition} */
    public String word() {
        return word;
    }
}
