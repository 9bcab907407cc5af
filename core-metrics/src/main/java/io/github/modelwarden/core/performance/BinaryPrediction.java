package io.github.modelwarden.core.performance;

/**
 * What a binary classifier said about a row.
 *
 * @param score the score, 0 to 1
 * @param positive whether the decision was positive
 */
public record BinaryPrediction(double score, boolean positive) {

    public BinaryPrediction {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("binary prediction: expected a score from 0 to 1 but got " + score);
        }
    }

    /**
     * The prediction that a threshold makes.
     *
     * @param score the score, 0 to 1
     * @param threshold scores from here on are positive
     * @return the prediction
     * @throws IllegalArgumentException if the score is out of range
     */
    public static BinaryPrediction of(double score, double threshold) {
        return new BinaryPrediction(score, score >= threshold);
    }
}
