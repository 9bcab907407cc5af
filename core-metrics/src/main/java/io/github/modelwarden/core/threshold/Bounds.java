package io.github.modelwarden.core.threshold;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The range that a metric may move in. A value on a bound is still inside.
 *
 * @param lower smallest value allowed; empty if there is no limit downwards
 * @param upper largest value allowed, above the lower bound; empty if there is no limit upwards
 */
public record Bounds(OptionalDouble lower, OptionalDouble upper) {

    public Bounds {
        if (lower.isEmpty() && upper.isEmpty()) {
            throw new IllegalArgumentException("bounds: expected a lower or an upper bound but got neither");
        }
        if (isNaN(lower) || isNaN(upper)) {
            throw new IllegalArgumentException(
                    "bounds: expected numbers but got " + text(lower) + " to " + text(upper));
        }
        if (lower.isPresent() && upper.isPresent() && !(lower.getAsDouble() < upper.getAsDouble())) {
            throw new IllegalArgumentException("bounds: expected the lower bound to be below the upper one but got "
                    + text(lower) + " to " + text(upper));
        }
    }

    private static boolean isNaN(OptionalDouble bound) {
        return bound.isPresent() && Double.isNaN(bound.getAsDouble());
    }

    private static String text(OptionalDouble bound) {
        return bound.isPresent() ? Double.toString(bound.getAsDouble()) : "none";
    }

    /**
     * A range with both bounds.
     *
     * @param lower smallest value allowed
     * @param upper largest value allowed
     * @return the bounds
     * @throws IllegalArgumentException if {@code lower} is not below {@code upper}
     */
    public static Bounds between(double lower, double upper) {
        return new Bounds(OptionalDouble.of(lower), OptionalDouble.of(upper));
    }

    /**
     * A range that is open upwards.
     *
     * @param lower smallest value allowed
     * @return the bounds
     * @throws IllegalArgumentException if it is NaN
     */
    public static Bounds atLeast(double lower) {
        return new Bounds(OptionalDouble.of(lower), OptionalDouble.empty());
    }

    /**
     * A range that is open downwards.
     *
     * @param upper largest value allowed
     * @return the bounds
     * @throws IllegalArgumentException if it is NaN
     */
    public static Bounds atMost(double upper) {
        return new Bounds(OptionalDouble.empty(), OptionalDouble.of(upper));
    }

    /**
     * Tells whether a value lies outside.
     *
     * @param value a value; infinities lie outside of a finite bound
     * @return true if it is below the lower or above the upper bound
     * @throws IllegalArgumentException if the value is NaN: what was not measured is neither inside nor outside
     */
    public boolean breachedBy(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("bounds: expected a value but got NaN; leave out what was not measured");
        }
        return (lower.isPresent() && value < lower.getAsDouble()) || (upper.isPresent() && value > upper.getAsDouble());
    }

    /**
     * Finds the values outside.
     *
     * @param values values, not changed
     * @return their positions, ascending
     * @throws IllegalArgumentException if a value is NaN
     */
    public int[] breaches(double... values) {
        int[] breaches = new int[values.length];
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (breachedBy(values[i])) {
                breaches[n++] = i;
            }
        }
        return Arrays.copyOf(breaches, n);
    }
}
