package io.github.modelwarden.core.performance;

import java.util.OptionalDouble;

/**
 * Counts of a binary classifier's hits and misses. Mergeable: {@link #combine} adds up the counts. Metrics whose
 * denominator is 0 are empty, never 0 or NaN. Immutable.
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

    /** {@return (tp + tn) / all; empty without predictions} */
    public OptionalDouble accuracy() {
        return ratio(truePositives + trueNegatives, total());
    }

    /** {@return tp / (tp + fp); empty if nothing was predicted positive} */
    public OptionalDouble precision() {
        return ratio(truePositives, truePositives + falsePositives);
    }

    /** {@return tp / (tp + fn), also called sensitivity; empty if nothing was actually positive} */
    public OptionalDouble recall() {
        return ratio(truePositives, truePositives + falseNegatives);
    }

    /** {@return 2·tp / (2·tp + fp + fn), the harmonic mean of precision and recall; empty if that denominator is 0} */
    public OptionalDouble f1() {
        return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
    }

    private static OptionalDouble ratio(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
