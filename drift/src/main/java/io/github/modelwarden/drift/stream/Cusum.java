package io.github.modelwarden.drift.stream;

import org.jspecify.annotations.Nullable;

/**
 * CUSUM, cumulative sum chart: {@code g ← max(0, g + x − μ − δ)} for a rise and {@code g ← max(0, g + μ − x − δ)} for a
 * fall, drift at g &gt; h.
 *
 * <p>μ is the running mean of the values since the start, as in MOA and Frouros, where δ and h are in the unit of the
 * values; or a known {@link Target}, as in quality control, where values are standardised first and δ and h count standard
 * deviations (δ = 0.5 and h = 5 are common). Any finite values are taken. Without warnings. O(1) memory and time.
 * Immutable.
 *
 * @param delta δ, tolerated deviation, at least 0
 * @param threshold h, above 0
 * @param minimumValues first value that may raise an alarm, counted from the start, at least 1
 * @param direction the changes looked for
 * @param target what values are compared with; null for their running mean
 * @see <a href="https://doi.org/10.1093/biomet/41.1-2.100">Page 1954, Continuous inspection schemes,
 *     doi:10.1093/biomet/41.1-2.100</a>
 */
public record Cusum(
        double delta,
        double threshold,
        int minimumValues,
        Direction direction,
        @Nullable Target target) implements DetectionMethod {

    static final String NAME = "cusum";

    private static final Cusum DEFAULT = new Cusum(0.005, 50, 30, Direction.INCREASE, null);

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
    public Cusum {
        Settings.notNegative(NAME, "delta", delta);
        Settings.positive(NAME, "threshold", threshold);
        Settings.between(NAME + ": expected a minimum of values", minimumValues, 1, Integer.MAX_VALUE);
    }

    /** {@return CUSUM around the running mean with δ 0.005, threshold 50, at least 30 values and rising means only} */
    public static Cusum withDefaults() {
        return DEFAULT;
    }

    /**
     * Sets the tolerated deviation.
     *
     * @param newDelta δ, at least 0; half of the smallest shift worth an alarm is a good choice
     * @return a changed copy
     * @throws IllegalArgumentException if it is outside its range
     */
    public Cusum withDelta(double newDelta) {
        return new Cusum(newDelta, threshold, minimumValues, direction, target);
    }

    /**
     * Sets the threshold.
     *
     * @param newThreshold h, above 0; larger means fewer false alarms and longer delays
     * @return a changed copy
     * @throws IllegalArgumentException if it is outside its range
     */
    public Cusum withThreshold(double newThreshold) {
        return new Cusum(delta, newThreshold, minimumValues, direction, target);
    }

    /**
     * Sets the first value that may raise an alarm.
     *
     * @param newMinimumValues counted from the start, at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is outside its range
     */
    public Cusum withMinimumValues(int newMinimumValues) {
        return new Cusum(delta, threshold, newMinimumValues, direction, target);
    }

    /**
     * Sets which changes are looked for.
     *
     * @param newDirection the direction
     * @return a changed copy
     */
    public Cusum withDirection(Direction newDirection) {
        return new Cusum(delta, threshold, minimumValues, newDirection, target);
    }

    /**
     * Compares values with a known process instead of their running mean.
     *
     * @param newTarget mean and standard deviation of its values; δ and h then count such deviations
     * @return a changed copy
     */
    public Cusum withTarget(Target newTarget) {
        return new Cusum(delta, threshold, minimumValues, direction, newTarget);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ChangeDetector start() {
        return new CusumDetector(this);
    }
}
