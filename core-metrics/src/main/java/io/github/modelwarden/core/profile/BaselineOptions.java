package io.github.modelwarden.core.profile;

/**
 * How a {@link BaselineBuilder} profiles its columns.
 *
 * @param bins equal-frequency bins of a numeric column
 * @param cells cells of a numeric column
 * @param keptValues the most single values that the profile of a numeric column keeps
 * @param heldRows the most rows that are held to cut bins from their values
 * @param exactLimit the most distinct values that are counted each when there are more rows
 * @param intervalLimit the most intervals that are counted when there are more distinct values
 * @param valuesRequired whether a numeric column without any value is refused
 */
record BaselineOptions(
        int bins,
        int cells,
        long keptValues,
        int heldRows,
        int exactLimit,
        int intervalLimit,
        boolean valuesRequired) {}
