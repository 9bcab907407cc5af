package io.github.modelwarden.core.performance;

/**
 * A point of a reliability curve: the rows whose score lies in a range, what their scores promised and what happened.
 *
 * @param lower lower edge of the range
 * @param upper upper edge of the range
 * @param count rows in it, at least 1
 * @param positives those of them that are positive
 * @param meanScore mean of their scores
 */
public record ReliabilityBin(double lower, double upper, long count, long positives, double meanScore) {

    public ReliabilityBin {
        if (count < 1 || positives < 0 || positives > count || !(lower <= upper)) {
            throw new IllegalArgumentException(
                    "reliability bin: expected lower <= upper and 1 or more rows, some of them"
                            + " positive, but got " + lower + " to " + upper + ", " + count + " rows, " + positives
                            + " positive");
        }
    }

    /**
     * {@return the share of rows that are positive; equal to the mean score in the long run if the model is calibrated}
     */
    public double positiveShare() {
        return (double) positives / count;
    }

    /**
     * The share of positives with its interval.
     *
     * @param confidence the confidence level, above 0 and below 1
     * @return the estimate, by Wilson's method
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Estimate positiveShareEstimate(double confidence) {
        return Estimate.ofProportion(positives, count, confidence).orElseThrow();
    }
}
