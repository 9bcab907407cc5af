package io.github.modelwarden.drift.stream;

/**
 * HDDM-W: compares an exponentially weighted mean of the values up to the best cut with that of the values behind it, by
 * McDiarmid's bound. Quicker than {@link HddmA} for gradual changes.
 *
 * <p>The weighted mean is {@code z ← λ·x + (1 − λ)·z}, the sum of squared weights {@code b ← λ² + (1 − λ)²·b}, both from
 * the first value on with z = x and b = 1. The cut is where {@code z + √(b·ln(1/α_d) / 2)} was smallest, with z₁, b₁; z₂
 * and b₂ are of the values behind it. The mean has risen when {@code z₂ − z₁ > √((b₁ + b₂)·ln(1/α) / 2)}, at α = α_d for
 * drift and at α = α_w for a warning; a fall is found in the same way. The bound holds for values in a known range, [0, 1]
 * unless {@link #withRange} says otherwise. O(1) memory and time. Immutable.
 *
 * @param driftConfidence α_d, in (0, 1)
 * @param warningConfidence α_w, in (0, 1), at least α_d
 * @param weight λ, the weight of the newest value, in (0, 1)
 * @param direction the changes looked for
 * @param low least possible value
 * @param high greatest possible value, above {@code low}
 * @param firstValue how a first value enters the bound
 * @see <a href="https://doi.org/10.1109/TKDE.2014.2345382">Frías-Blanco et al. 2015, Online and non-parametric drift
 *     detection methods based on Hoeffding's bounds, doi:10.1109/TKDE.2014.2345382</a>
 */
public record HddmW(
        double driftConfidence,
        double warningConfidence,
        double weight,
        Direction direction,
        double low,
        double high,
        FirstValue firstValue)
        implements DetectionMethod {

    static final String NAME = "hddm_w";

    private static final HddmW DEFAULT = new HddmW(0.001, 0.005, 0.05, Direction.INCREASE, 0, 1, FirstValue.FULL);

    /** How a first value, which is its own weighted mean, enters the sum of squared weights. */
    public enum FirstValue {
        /** b = 1, as its weight is 1; also in MOA. */
        FULL,
        /** b = λ² + (1 − λ)²: River, whose bound is a little narrower at first. For agreement with it only. */
        FADED
    }

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
    public HddmW {
        Settings.confidences(NAME, warningConfidence, driftConfidence);
        Settings.share(NAME, "a weight", weight);
        Settings.range(NAME, low, high);
    }

    /** {@return HDDM-W for errors in [0, 1], with α_d 0.001, α_w 0.005, λ 0.05 and rising means only} */
    public static HddmW withDefaults() {
        return DEFAULT;
    }

    /**
     * Sets the confidences.
     *
     * @param newDriftConfidence α_d, in (0, 1)
     * @param newWarningConfidence α_w, in (0, 1), at least α_d
     * @return a changed copy
     * @throws IllegalArgumentException if one is outside its range
     */
    public HddmW withConfidences(double newDriftConfidence, double newWarningConfidence) {
        return new HddmW(newDriftConfidence, newWarningConfidence, weight, direction, low, high, firstValue);
    }

    /**
     * Sets the weight of the newest value.
     *
     * @param newWeight λ, in (0, 1)
     * @return a changed copy
     * @throws IllegalArgumentException if it is outside its range
     */
    public HddmW withWeight(double newWeight) {
        return new HddmW(driftConfidence, warningConfidence, newWeight, direction, low, high, firstValue);
    }

    /**
     * Sets which changes are looked for.
     *
     * @param newDirection the direction; {@link Direction#BOTH} is the two-sided test
     * @return a changed copy
     */
    public HddmW withDirection(Direction newDirection) {
        return new HddmW(driftConfidence, warningConfidence, weight, newDirection, low, high, firstValue);
    }

    /**
     * Sets the range of the values, on which the bound rests; others are refused.
     *
     * @param newLow least possible value
     * @param newHigh greatest possible value, above newLow
     * @return a changed copy
     * @throws IllegalArgumentException if they are no range
     */
    public HddmW withRange(double newLow, double newHigh) {
        return new HddmW(driftConfidence, warningConfidence, weight, direction, newLow, newHigh, firstValue);
    }

    /**
     * Sets how a first value enters the bound.
     *
     * @param newFirstValue in full, or faded as in River
     * @return a changed copy
     */
    public HddmW withFirstValue(FirstValue newFirstValue) {
        return new HddmW(driftConfidence, warningConfidence, weight, direction, low, high, newFirstValue);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ChangeDetector start() {
        return new HddmWDetector(this);
    }
}
