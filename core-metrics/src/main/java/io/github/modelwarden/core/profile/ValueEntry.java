package io.github.modelwarden.core.profile;

/**
 * A run of numbers within a {@link ValueHistogram}: one value, or an interval of them that begins above the entry before.
 *
 * @param upper the value, or the end of the interval, which no number exceeds
 * @param single whether all numbers equal {@code upper}
 * @param count how many numbers
 * @param deviation the sum of their distances to {@code upper}, none of which is positive
 * @param scored how many of them came with a score
 * @param scoreSum the sum of the scores
 */
record ValueEntry(double upper, boolean single, long count, double deviation, long scored, double scoreSum) {

    /** The mean of the numbers, kept above a lower end against rounding. */
    double mean(double above) {
        return single ? upper : Math.min(upper, Math.max(Math.nextUp(above), upper + deviation / count));
    }

    /** The sum of the distances of the numbers to a value at or above them: zero only if all are equal to it. */
    double deviation(double anchor) {
        double sum = deviation + count * (upper - anchor);
        return single ? sum : Math.min(-Double.MIN_VALUE, sum);
    }
}
