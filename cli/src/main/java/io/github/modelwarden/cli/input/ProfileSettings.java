package io.github.modelwarden.cli.input;

/**
 * How tables are profiled.
 *
 * @param bins equal-frequency bins of a numeric column
 * @param keptValues the most single values that are kept of one table, for statistics that are exact with them
 */
public record ProfileSettings(int bins, long keptValues) {

    /** Two tables of this many numbers fit into a quarter of the memory that the launcher allows. */
    private static final long KEPT_VALUES = 24_000_000;

    /**
     * The settings of a comparison.
     *
     * @param bins equal-frequency bins of a numeric column
     * @return settings that keep single values while they fit
     */
    public static ProfileSettings exactWhileSmall(int bins) {
        return new ProfileSettings(bins, KEPT_VALUES);
    }

    /**
     * The settings of a profile that is written to a file.
     *
     * @param bins equal-frequency bins of a numeric column
     * @return settings that keep no single values
     */
    public static ProfileSettings countsOnly(int bins) {
        return new ProfileSettings(bins, 0);
    }
}
