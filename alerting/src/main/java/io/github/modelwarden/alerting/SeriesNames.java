package io.github.modelwarden.alerting;

/** What the name of a series tells. */
public final class SeriesNames {

    /** Ending of the series that tells how many samples a gauge rests on, in process. */
    public static final String SAMPLE_COUNT = ":samples";

    private SeriesNames() {}

    /**
     * Tells whether a series only counts up.
     *
     * @param name its name
     * @return true for names that end in {@code _total}, {@code _bucket}, {@code _count} or {@code _sum}
     */
    public static boolean isCounter(String name) {
        return name.endsWith("_total") || name.endsWith("_bucket") || name.endsWith("_count") || name.endsWith("_sum");
    }
}
