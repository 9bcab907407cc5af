package io.github.modelwarden.core.performance;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Counts of a binary classifier's hits and misses. Mergeable: {@link #combine} adds up the counts. Metrics whose
 * denominator is 0 are empty, never 0 or NaN. {@link #estimate} gives each with its interval. Immutable.
 *
 * @param truePositives predicted positive, actually positive
 * @param falsePositives predicted positive, actually negative
 * @param falseNegatives predicted negative, actually positive
 * @param trueNegatives predicted negative, actually negative
 */
public record ConfusionMatrix(long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {

    /** The matrix of nothing. */
    public static final ConfusionMatrix EMPTY = new ConfusionMatrix(0, 0, 0, 0);

    public ConfusionMatrix {
        if (truePositives < 0 || falsePositives < 0 || falseNegatives < 0 || trueNegatives < 0) {
            throw new IllegalArgumentException("confusion matrix: expected counts of at least 0 but got tp "
                    + truePositives + ", fp " + falsePositives + ", fn " + falseNegatives + ", tn " + trueNegatives);
        }
    }

    /** The four outcomes of a binary prediction, named as in the metric label {@code outcome}. */
    public enum Outcome {
        /** Predicted positive, actually positive. */
        TP,
        /** Predicted positive, actually negative. */
        FP,
        /** Predicted negative, actually positive. */
        FN,
        /** Predicted negative, actually negative. */
        TN;

        /**
         * The outcome of one prediction.
         *
         * @param predictedPositive what was predicted
         * @param actuallyPositive what was true
         * @return the outcome
         */
        public static Outcome of(boolean predictedPositive, boolean actuallyPositive) {
            if (predictedPositive) {
                return actuallyPositive ? TP : FP;
            }
            return actuallyPositive ? FN : TN;
        }

        /** {@return the word used as label value: tp, fp, fn or tn} */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Counts many predictions.
     *
     * @param predicted which rows are predicted positive
     * @param positive which rows are actually positive; same length
     * @return the matrix
     * @throws IllegalArgumentException if the lengths differ
     */
    public static ConfusionMatrix of(boolean[] predicted, boolean[] positive) {
        requireSameLength(predicted.length, positive.length);
        long[] counts = new long[4];
        for (int i = 0; i < positive.length; i++) {
            counts[(predicted[i] ? 0 : 2) + (predicted[i] == positive[i] ? 0 : 1)]++;
        }
        return new ConfusionMatrix(counts[0], counts[1], counts[3], counts[2]);
    }

    /**
     * Counts the predictions that a threshold makes.
     *
     * @param scores scores, higher meaning more positive
     * @param threshold scores from here on are predicted positive
     * @param positive which rows are actually positive; same length
     * @return the matrix
     * @throws IllegalArgumentException if the lengths differ, or the threshold or a score is NaN
     */
    public static ConfusionMatrix ofScores(double[] scores, double threshold, boolean[] positive) {
        requireSameLength(scores.length, positive.length);
        boolean[] predicted = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            predicted[i] = scores[i] >= threshold;
            if (!predicted[i] && !(scores[i] < threshold)) {
                throw new IllegalArgumentException("confusion matrix, row " + i
                        + ": expected a score and a threshold but got " + scores[i] + " and " + threshold);
            }
        }
        return of(predicted, positive);
    }

    private static void requireSameLength(int predictions, int labels) {
        if (predictions != labels) {
            throw new IllegalArgumentException("confusion matrix: expected as many labels as predictions but got "
                    + predictions + " predictions and " + labels + " labels");
        }
    }

    /**
     * Adds one prediction.
     *
     * @param outcome its outcome
     * @return a matrix with that prediction counted
     */
    public ConfusionMatrix plus(Outcome outcome) {
        return new ConfusionMatrix(
                truePositives + (outcome == Outcome.TP ? 1 : 0),
                falsePositives + (outcome == Outcome.FP ? 1 : 0),
                falseNegatives + (outcome == Outcome.FN ? 1 : 0),
                trueNegatives + (outcome == Outcome.TN ? 1 : 0));
    }

    /**
     * Adds up two matrices; associative and commutative, with {@link #EMPTY} as identity.
     *
     * @param other another matrix
     * @return the sums
     */
    public ConfusionMatrix combine(ConfusionMatrix other) {
        return new ConfusionMatrix(
                truePositives + other.truePositives,
                falsePositives + other.falsePositives,
                falseNegatives + other.falseNegatives,
                trueNegatives + other.trueNegatives);
    }

    /** {@return the number of labelled predictions} */
    public long total() {
        return truePositives + falsePositives + falseNegatives + trueNegatives;
    }

    /** {@return the number of labelled predictions that are actually positive} */
    public long actualPositives() {
        return truePositives + falseNegatives;
    }

    /** {@return the number of labelled predictions that are actually negative} */
    public long actualNegatives() {
        return trueNegatives + falsePositives;
    }

    /** {@return the number of labelled predictions that say positive} */
    public long predictedPositives() {
        return truePositives + falsePositives;
    }

    /** {@return the number of labelled predictions that say negative} */
    public long predictedNegatives() {
        return trueNegatives + falseNegatives;
    }

    /** {@return (tp + tn) / all; empty without predictions} */
    public OptionalDouble accuracy() {
        return BinaryMetric.ACCURACY.of(this);
    }

    /** {@return tp / (tp + fp); empty if nothing was predicted positive} */
    public OptionalDouble precision() {
        return BinaryMetric.PRECISION.of(this);
    }

    /** {@return tp / (tp + fn), also called sensitivity; empty if nothing was actually positive} */
    public OptionalDouble recall() {
        return BinaryMetric.RECALL.of(this);
    }

    /** {@return 2·tp / (2·tp + fp + fn), the harmonic mean of precision and recall; empty if that denominator is 0} */
    public OptionalDouble f1() {
        return BinaryMetric.F1.of(this);
    }

    /** {@return tn / (tn + fp); empty if nothing was actually negative} */
    public OptionalDouble specificity() {
        return BinaryMetric.SPECIFICITY.of(this);
    }

    /** {@return fp / (fp + tn); empty if nothing was actually negative} */
    public OptionalDouble falsePositiveRate() {
        return BinaryMetric.FALSE_POSITIVE_RATE.of(this);
    }

    /** {@return fn / (fn + tp); empty if nothing was actually positive} */
    public OptionalDouble falseNegativeRate() {
        return BinaryMetric.FALSE_NEGATIVE_RATE.of(this);
    }

    /**
     * The weighted harmonic mean of precision and recall, {@code (1 + β²)·tp / ((1 + β²)·tp + β²·fn + fp)}.
     *
     * @param beta how many times more recall counts than precision; above 0
     * @return the value, 0 to 1; empty if that denominator is 0
     * @throws IllegalArgumentException if beta is not above 0
     */
    public OptionalDouble fBeta(double beta) {
        return BinaryMetric.fBeta(this, beta);
    }

    /**
     * {@link #fBeta} with its interval.
     *
     * @param beta how many times more recall counts than precision; above 0
     * @param confidence the confidence level, above 0 and below 1
     * @return the estimate; empty if the value is undefined
     * @throws IllegalArgumentException if a number is out of range
     */
    public Optional<Estimate> fBetaEstimate(double beta, double confidence) {
        return BinaryMetric.fBetaEstimate(this, beta, confidence);
    }

    /**
     * {@return the Matthews correlation of actual and predicted class, −1 to 1; empty if one class alone is actual or
     * predicted}
     */
    public OptionalDouble matthewsCorrelation() {
        return BinaryMetric.MATTHEWS_CORRELATION.of(this);
    }

    /** {@return the mean of recall and specificity; empty unless both classes occur} */
    public OptionalDouble balancedAccuracy() {
        return BinaryMetric.BALANCED_ACCURACY.of(this);
    }

    /** {@return Cohen's kappa, at most 1; empty if all rows are of one class and predicted so} */
    public OptionalDouble cohenKappa() {
        return BinaryMetric.COHEN_KAPPA.of(this);
    }

    /** {@return the share of rows predicted positive; empty without predictions} */
    public OptionalDouble positiveRate() {
        return BinaryMetric.POSITIVE_RATE.of(this);
    }

    /** {@return the share of rows actually positive; empty without predictions} */
    public OptionalDouble baseRate() {
        return BinaryMetric.BASE_RATE.of(this);
    }

    /**
     * A metric with its interval.
     *
     * @param metric the metric
     * @param confidence the confidence level, above 0 and below 1
     * @return the estimate; empty where the metric is undefined
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Optional<Estimate> estimate(BinaryMetric metric, double confidence) {
        return metric.estimate(this, confidence);
    }
}
