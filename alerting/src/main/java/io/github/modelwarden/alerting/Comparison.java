package io.github.modelwarden.alerting;

import java.util.Locale;

/** How a value is compared with a threshold. NaN compares false. */
public enum Comparison {
    /** Above the threshold. */
    GT(">", true, false),
    /** At the threshold or above. */
    GTE(">=", true, true),
    /** Below the threshold. */
    LT("<", false, false),
    /** At the threshold or below. */
    LTE("<=", false, true);

    private final String symbol;
    private final boolean upward;
    private final boolean inclusive;

    Comparison(String symbol, boolean upward, boolean inclusive) {
        this.symbol = symbol;
        this.upward = upward;
        this.inclusive = inclusive;
    }

    /**
     * Compares.
     *
     * @param value a value
     * @param threshold a threshold
     * @return true if the value is on the bad side; false for NaN
     */
    public boolean test(double value, double threshold) {
        if (value == threshold) {
            return inclusive;
        }
        return upward ? value > threshold : value < threshold;
    }

    /** {@return the operator in PromQL} */
    public String symbol() {
        return symbol;
    }

    /** {@return true if larger values are worse} */
    public boolean upward() {
        return upward;
    }

    /** {@return the word used in files: {@code gt}, {@code gte}, {@code lt} or {@code lte}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
