package io.github.modelwarden.core.threshold;

import java.util.OptionalDouble;

/**
 * Bounds at so many standard deviations from a typical value of the reference chunks: {@code offset − a·s} to {@code
 * offset + b·s}, with {@code s² = Σ(x − x̄)²/n}, or {@code /(n − 1)} on request. Immutable.
 */
public final class StandardDeviationThreshold {

    private final OptionalDouble lowerMultiplier;
    private final OptionalDouble upperMultiplier;
    private final Offset offset;
    private final boolean ofSample;

    private StandardDeviationThreshold(
            OptionalDouble lowerMultiplier, OptionalDouble upperMultiplier, Offset offset, boolean ofSample) {
        this.lowerMultiplier = lowerMultiplier;
        this.upperMultiplier = upperMultiplier;
        this.offset = offset;
        this.ofSample = ofSample;
    }

    /** {@return three standard deviations to both sides of the mean} */
    public static StandardDeviationThreshold withDefaults() {
        return new StandardDeviationThreshold(OptionalDouble.of(3), OptionalDouble.of(3), Offset.MEAN, false);
    }

    /**
     * Sets how far down the range reaches.
     *
     * @param multiplier standard deviations, at least 0
     * @return a threshold with that setting
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public StandardDeviationThreshold withLower(double multiplier) {
        return new StandardDeviationThreshold(required(multiplier), upperMultiplier, offset, ofSample);
    }

    /**
     * Sets how far up the range reaches.
     *
     * @param multiplier standard deviations, at least 0
     * @return a threshold with that setting
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public StandardDeviationThreshold withUpper(double multiplier) {
        return new StandardDeviationThreshold(lowerMultiplier, required(multiplier), offset, ofSample);
    }

    /** {@return a threshold that is open downwards} */
    public StandardDeviationThreshold withoutLower() {
        return new StandardDeviationThreshold(OptionalDouble.empty(), upperMultiplier, offset, ofSample);
    }

    /** {@return a threshold that is open upwards} */
    public StandardDeviationThreshold withoutUpper() {
        return new StandardDeviationThreshold(lowerMultiplier, OptionalDouble.empty(), offset, ofSample);
    }

    /**
     * Sets what the range is measured from.
     *
     * @param newOffset the typical value
     * @return a threshold with that setting
     */
    public StandardDeviationThreshold withOffset(Offset newOffset) {
        return new StandardDeviationThreshold(lowerMultiplier, upperMultiplier, newOffset, ofSample);
    }

    /**
     * Sets how the spread is measured.
     *
     * @param sample whether the chunks are a sample, whose squares are divided by n − 1, and not all there are, by n
     * @return a threshold with that setting
     */
    public StandardDeviationThreshold withSampleDeviation(boolean sample) {
        return new StandardDeviationThreshold(lowerMultiplier, upperMultiplier, offset, sample);
    }

    private static OptionalDouble required(double multiplier) {
        if (!(multiplier >= 0 && multiplier < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "standard deviation threshold: expected a multiplier of at least 0 but got " + multiplier);
        }
        return OptionalDouble.of(multiplier);
    }

    /**
     * Learns the bounds.
     *
     * @param reference values of chunks that were fine, at least two that differ; not changed
     * @return the bounds
     * @throws IllegalArgumentException if there are fewer than two values, one is not finite, all are equal, or the
     *     threshold is open to both sides
     */
    public Bounds bounds(double... reference) {
        Spread.requireFinite("standard deviation threshold", reference, 2);
        double deviation = Spread.standardDeviation(reference, ofSample ? 1 : 0);
        if (deviation == 0) {
            throw new IllegalArgumentException(
                    "standard deviation threshold: expected reference values that differ but all " + reference.length
                            + " are " + reference[0] + "; set bounds by hand");
        }
        double centre = offset.of(reference);
        return new Bounds(moved(centre, lowerMultiplier, -deviation), moved(centre, upperMultiplier, deviation));
    }

    private static OptionalDouble moved(double centre, OptionalDouble multiplier, double deviation) {
        return multiplier.isPresent()
                ? OptionalDouble.of(centre + multiplier.getAsDouble() * deviation)
                : OptionalDouble.empty();
    }
}
