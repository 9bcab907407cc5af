package io.github.modelwarden.drift.stream;

/**
 * Page–Hinkley: sums the deviations of the values from their running mean.
 *
 * <p>With the mean x̄ of the values so far, a tolerance δ and a forgetting factor α, the sum for a rise is {@code m ← α·m +
 * (x − x̄ − δ)}, and for a fall {@code m ← α·m + (x̄ − x − δ)}. "Page–Hinkley" names several algorithms, which raise
 * different alarms on the same stream; {@link Variant} tells them apart. Any finite values are taken. Without warnings.
 * O(1) memory and time. Immutable.
 *
 * <p>δ and the threshold λ are in the unit of the values: the defaults suit errors and losses around 1.
 *
 * @param variant which algorithm
 * @param delta δ, tolerated deviation, at least 0
 * @param threshold λ, above 0
 * @param forgetting α, in (0, 1]
 * @param minimumValues first value that may raise an alarm, counted from the start, at least 1
 * @param direction the changes looked for
 * @see <a href="https://doi.org/10.1093/biomet/41.1-2.100">Page 1954, Continuous inspection schemes,
 *     doi:10.1093/biomet/41.1-2.100</a>
 */
public record PageHinkley(
        Variant variant, double delta, double threshold, double forgetting, int minimumValues, Direction direction)
        implements DetectionMethod {

    static final String NAME = "page_hinkley";

    private static final PageHinkley DEFAULT =
            new PageHinkley(Variant.CLAMPED, 0.005, 50, 0.9999, 30, Direction.INCREASE);

    /** The algorithms known by this name. */
    public enum Variant {
        /** {@code m ← max(0, …)}, alarm at m &gt; λ: River before 0.13 and scikit-multiflow. */
        CLAMPED,
        /**
         * Alarm at m &gt; λ for the bare sum: MOA and Frouros. On a long stable stream m sinks far below 0, and a change
         * must first make that up.
         */
        UNCLAMPED,
        /** Alarm when m is λ above its smallest value: Page's test, and River since 0.13. */
        MINIMUM
    }

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
    public PageHinkley {
        Settings.notNegative(NAME, "delta", delta);
        Settings.positive(NAME, "threshold", threshold);
        if (!(forgetting > 0 && forgetting <= 1)) {
            throw new IllegalArgumentException(
                    NAME + ": expected a forgetting factor above 0 and at most 1 but got " + forgetting);
        }
        Settings.between(NAME + ": expected a minimum of values", minimumValues, 1, Integer.MAX_VALUE);
    }

    /**
     * {@return the clamped variant with δ 0.005, threshold 50, forgetting factor 0.9999, at least 30 values and rising
     * means only}
     */
    public static PageHinkley withDefaults() {
        return DEFAULT;
    }

    /**
     * Sets the algorithm.
     *
     * @param newVariant which of those known by the name
     * @return a changed copy
     */
    public PageHinkley withVariant(Variant newVariant) {
        return new PageHinkley(newVariant, delta, threshold, forgetting, minimumValues, direction);
    }

    /**
     * Sets the tolerated deviation.
     *
     * @param newDelta δ, at least 0; half of the smallest shift worth an alarm is a good choice
     * @return a changed copy
     * @throws IllegalArgumentException if it is outside its range
     */
    public PageHinkley withDelta(double newDelta) {
        return new PageHinkley(variant, newDelta, threshold, forgetting, minimumValues, direction);
    }

    /**
     * Sets the threshold.
     *
     * @param newThreshold λ, above 0; larger means fewer false alarms and longer delays
     * @return a changed copy
     * @throws IllegalArgumentException if it is outside its range
     */
    public PageHinkley withThreshold(double newThreshold) {
        return new PageHinkley(variant, delta, newThreshold, forgetting, minimumValues, direction);
    }

    /**
     * Sets the forgetting factor.
     *
     * @param newForgetting α, in (0, 1]; 1 forgets nothing
     * @return a changed copy
     * @throws IllegalArgumentException if it is outside its range
     */
    public PageHinkley withForgetting(double newForgetting) {
        return new PageHinkley(variant, delta, threshold, newForgetting, minimumValues, direction);
    }

    /**
     * Sets the first value that may raise an alarm.
     *
     * @param newMinimumValues counted from the start, at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is outside its range
     */
    public PageHinkley withMinimumValues(int newMinimumValues) {
        return new PageHinkley(variant, delta, threshold, forgetting, newMinimumValues, direction);
    }

    /**
     * Sets which changes are looked for.
     *
     * @param newDirection the direction
     * @return a changed copy
     */
    public PageHinkley withDirection(Direction newDirection) {
        return new PageHinkley(variant, delta, threshold, forgetting, minimumValues, newDirection);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ChangeDetector start() {
        return new PageHinkleyDetector(this);
    }
}
