package io.github.modelwarden.core.performance;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Decisions and scores of a binary classifier against the truth. Mergeable, as {@link ConfusionMatrix} and {@link
 * BinaryScores} are. Not thread-safe.
 */
public final class BinaryPerformance {

    private final BinaryScores scores;
    private ConfusionMatrix matrix = ConfusionMatrix.EMPTY;

    private BinaryPerformance(BinaryScores scores) {
        this.scores = scores;
    }

    /** {@return an empty accumulator that keeps every score} */
    public static BinaryPerformance create() {
        return new BinaryPerformance(BinaryScores.create());
    }

    /**
     * An empty accumulator in constant memory.
     *
     * @param bins equal bins over 0 to 1, a multiple of 10 up to 1 000 000
     * @return the accumulator
     * @throws IllegalArgumentException if the number of bins is not as said
     */
    public static BinaryPerformance withHistogram(int bins) {
        return new BinaryPerformance(BinaryScores.withHistogram(bins));
    }

    /**
     * Many labelled rows, every score kept.
     *
     * @param scores scores, higher meaning more positive; not changed
     * @param predicted which rows were predicted positive; same length, not changed
     * @param positive which rows are actually positive; same length, not changed
     * @return the performance
     * @throws IllegalArgumentException if the lengths differ or a score is NaN
     */
    public static BinaryPerformance of(double[] scores, boolean[] predicted, boolean[] positive) {
        if (scores.length != predicted.length) {
            throw new IllegalArgumentException("performance: expected as many predictions as scores but got "
                    + scores.length + " scores and " + predicted.length + " predictions");
        }
        BinaryPerformance performance = create();
        performance.matrix = ConfusionMatrix.of(predicted, positive);
        for (int i = 0; i < scores.length; i++) {
            performance.scores.accept(scores[i], positive[i]);
        }
        return performance;
    }

    /**
     * Adds a labelled row.
     *
     * @param prediction what the model said
     * @param positive whether the row is actually positive
     */
    public void accept(BinaryPrediction prediction, boolean positive) {
        scores.accept(prediction.score(), positive);
        matrix = matrix.plus(ConfusionMatrix.Outcome.of(prediction.positive(), positive));
    }

    /**
     * Adds all that another has seen.
     *
     * @param other performance with scores of the same kind, not changed
     * @return this
     * @throws IllegalArgumentException if the scores are of another kind
     */
    public BinaryPerformance combine(BinaryPerformance other) {
        scores.combine(other.scores);
        matrix = matrix.combine(other.matrix);
        return this;
    }

    /** {@return the counts of hits and misses} */
    public ConfusionMatrix matrix() {
        return matrix;
    }

    /** {@return the scores, a view that grows along} */
    public BinaryScores scores() {
        return scores;
    }

    /**
     * A metric of the decisions.
     *
     * @param metric the metric
     * @return the value; empty where it is undefined
     */
    public OptionalDouble value(BinaryMetric metric) {
        return metric.of(matrix);
    }

    /**
     * A metric of the scores.
     *
     * @param metric the metric
     * @return the value; empty where it is undefined
     */
    public OptionalDouble value(ScoreMetric metric) {
        return scores.value(metric);
    }

    /**
     * A metric of the decisions with its interval.
     *
     * @param metric the metric
     * @param confidence the confidence level, above 0 and below 1
     * @return the estimate; empty where the metric is undefined
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Optional<Estimate> estimate(BinaryMetric metric, double confidence) {
        return matrix.estimate(metric, confidence);
    }

    /**
     * A metric of the scores with its interval.
     *
     * @param metric the metric
     * @param confidence the confidence level, above 0 and below 1
     * @return the estimate; empty where the metric is undefined
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Optional<Estimate> estimate(ScoreMetric metric, double confidence) {
        return scores.estimate(metric, confidence);
    }
}
