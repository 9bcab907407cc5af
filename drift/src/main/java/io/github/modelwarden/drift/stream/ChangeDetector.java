package io.github.modelwarden.drift.stream;

import java.util.OptionalDouble;

/**
 * A running detector. It keeps constant or logarithmic memory, whatever the length of the stream, and two detectors that
 * were started alike and given the same values always say the same.
 *
 * <p>After {@link Signal#DRIFT} the next value starts it anew: all it has learned is forgotten, and only {@link
 * #observed()} goes on. Methods with another behaviour say so. Until that next value, {@link #estimate()} still describes
 * the stream up to the change. Not thread-safe.
 */
public interface ChangeDetector {

    /**
     * Takes the next value.
     *
     * @param value the value; what is allowed depends on the method: NaN and infinities never are, nor are numbers beyond
     *     1e100, whose squares could not be summed
     * @return what the detector says now
     * @throws IllegalArgumentException if the value is not allowed; the detector is then unchanged
     */
    Signal accept(double value);

    /** {@return the number of values taken since the detector was first started, over all changes} */
    long observed();

    /**
     * The current estimate of the stream's mean.
     *
     * @return the estimate, in the unit of the values; empty before the first value, and for methods that have none
     */
    OptionalDouble estimate();

    /** {@return the method and settings that this detector runs with} */
    DetectionMethod method();

    /**
     * Writes the method and the whole state for {@link ChangeDetectors#fromBytes}. The restored detector decides exactly as
     * this one, on any machine. Every later version of Modelwarden reads it.
     *
     * @return the byte form; its size does not grow with the stream, or only with its logarithm
     * @throws UnsupportedOperationException by detectors of others that have no byte form
     */
    byte[] toBytes();
}
