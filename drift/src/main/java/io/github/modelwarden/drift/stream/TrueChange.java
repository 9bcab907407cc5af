package io.github.modelwarden.drift.stream;

/**
 * A change of a stream that is known to have happened.
 *
 * @param start position of the first value that it touches, from 0
 * @param end position from which on it is complete; the start for an abrupt change
 */
public record TrueChange(long start, long end) {

    /**
     * Checks the positions.
     *
     * @throws IllegalArgumentException if the start is negative or behind the end
     */
    public TrueChange {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("true change: expected 0 <= start <= end but got start " + start
                    + " and end " + end + "; positions count from 0");
        }
    }

    /**
     * A change from one value to the next.
     *
     * @param position position of the first value behind it, from 0
     * @return the change
     * @throws IllegalArgumentException if the position is negative
     */
    public static TrueChange at(long position) {
        return new TrueChange(position, position);
    }
}
