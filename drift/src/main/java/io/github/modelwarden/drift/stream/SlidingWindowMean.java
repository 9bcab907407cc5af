package io.github.modelwarden.drift.stream;

import java.util.OptionalDouble;

/**
 * The mean of the last values of a stream, of all values while there are fewer. The sum is built anew each time the window
 * has been filled once more, so that rounding does not add up over a long stream. O(window) memory, O(1) amortised time a
 * value. Not thread-safe.
 */
public final class SlidingWindowMean {

    private static final String NAME = "sliding_window_mean";

    private final double[] ring;
    private final Domain domain = Domain.finite(NAME);
    private int next;
    private long observed;
    private double total;

    private SlidingWindowMean(int window) {
        this.ring = new double[window];
    }

    /**
     * Starts with an empty window.
     *
     * @param window number of values, 1 to 100 000 000
     * @return the mean of nothing yet
     * @throws IllegalArgumentException if the window is outside its range
     */
    public static SlidingWindowMean create(int window) {
        Settings.between(NAME + ": expected a window", window, 1, 100_000_000);
        return new SlidingWindowMean(window);
    }

    /**
     * Takes the next value.
     *
     * @param value the value, finite
     * @throws IllegalArgumentException if it is not finite; nothing is then changed
     */
    public void accept(double value) {
        domain.require(value, observed);
        total += value - ring[next];
        ring[next++] = value;
        observed++;
        if (next == ring.length) {
            next = 0;
            total = 0;
            for (double held : ring) {
                total += held;
            }
        }
    }

    /** {@return the number of values taken} */
    public long observed() {
        return observed;
    }

    /** {@return the mean of the window, in the unit of the values; empty before the first value} */
    public OptionalDouble mean() {
        return observed == 0 ? OptionalDouble.empty() : OptionalDouble.of(total / Math.min(observed, ring.length));
    }
}
