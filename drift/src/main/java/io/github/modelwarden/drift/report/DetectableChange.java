package io.github.modelwarden.drift.report;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The smallest change of a feature that this comparison would have called drift with a given probability. A stable verdict
 * says that no larger change is likely, and nothing about smaller ones.
 *
 * @param power the probability, for example 0.8
 * @param alpha the false-alarm rate that a feature is tested at, with the correction over all features taken at its
 *     strictest: alpha divided by the number of features for every correction but none
 * @param psi the smallest population stability index between the populations, minimum effect included
 * @param shift the smallest shift of all values that gives this index, in units of the feature; empty for categories, and
 *     when no shift within the reference range does
 * @param shiftStddevs the same in reference standard deviations
 * @param sharePoints the smallest move of rows into the most frequent category, from all others alike, that gives this
 *     index, as a share from 0 to 1; empty for numbers, and when no move does
 * @param rowsForModerateDrift current rows from which an index of 0.1, by convention moderate drift, is found with this
 *     probability; empty when the reference is too small for that whatever the current rows
 */
public record DetectableChange(
        double power,
        double alpha,
        double psi,
        OptionalDouble shift,
        OptionalDouble shiftStddevs,
        OptionalDouble sharePoints,
        OptionalLong rowsForModerateDrift) {

    /** The population stability index from which drift is called moderate by convention. */
    public static final double MODERATE = 0.1;
}
