package io.github.modelwarden.drift.stream;

import java.util.Locale;

/**
 * The values that a detector takes.
 *
 * @param detector the method's name
 * @param low least value
 * @param high greatest value
 * @param whole whether only the two ends are allowed
 * @param wanted the values in words, with what to do about others
 */
record Domain(String detector, double low, double high, boolean whole, String wanted) {

    // beyond it, squares summed over a stream would become infinite
    private static final double LARGEST = 1e100;

    static Domain finite(String detector) {
        return new Domain(
                detector,
                -LARGEST,
                LARGEST,
                false,
                "a finite number from -1e100 to 1e100; leave missing values out or replace them before");
    }

    static Domain errors(String detector) {
        return new Domain(
                detector,
                0,
                1,
                false,
                "an error between 0 and 1; pass 0 for a right and 1 for a wrong prediction, or take real values with"
                        + " withRealValues()");
    }

    static Domain bits(String detector) {
        return new Domain(detector, 0, 1, true, "0 or 1; pass 0 for a right and 1 for a wrong prediction");
    }

    static Domain between(String detector, double low, double high) {
        return new Domain(
                detector,
                low,
                high,
                false,
                "a value between " + low + " and " + high + "; widen the range with withRange(low, high)");
    }

    // NaN fails both comparisons
    void require(double value, long observed) {
        if (!(value >= low && value <= high) || (whole && value != low && value != high)) {
            throw refusal(value, observed);
        }
    }

    IllegalArgumentException refusal(double value, long observed) {
        int end = wanted.indexOf(';');
        return new IllegalArgumentException(String.format(
                Locale.ROOT,
                "%s: expected %s but got %s as value %d%s",
                detector,
                wanted.substring(0, end),
                value,
                observed + 1,
                wanted.substring(end)));
    }
}
