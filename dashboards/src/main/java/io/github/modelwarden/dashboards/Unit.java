package io.github.modelwarden.dashboards;

/** The unit of what a panel shows; always a base unit, as in the metrics themselves. */
public enum Unit {
    /** Requests in a second. */
    REQUESTS_PER_SECOND("requests_per_second"),
    /** Seconds. */
    SECONDS("seconds"),
    /** A share from 0 to 1. */
    RATIO("ratio"),
    /** A pure number, as an index or a count. */
    NUMBER("1");

    private final String word;

    Unit(String word) {
        this.word = word;
    }

    /** {@return the word used in documents: that of the metric catalog where it has one} */
    public String word() {
        return word;
    }
}
