package io.github.modelwarden.core.performance;

import io.github.modelwarden.core.profile.Moments;

/** The scores of the rows of one label, before it is known whether that label is the positive one. */
final class LabelScores {

    private static final double SMALLEST = Math.ulp(1.0);

    private final ScoreSample sample;
    private final Moments lossIfPositive = Moments.create();
    private final Moments lossIfNegative = Moments.create();
    private final Moments errorIfPositive = Moments.create();
    private final Moments errorIfNegative = Moments.create();

    LabelScores(int bins) {
        sample = ScoreSample.create(bins);
    }

    /** Adds the score of a row, 0 to 1. */
    void accept(double score) {
        sample.accept(score);
        lossIfPositive.accept(loss(score));
        lossIfNegative.accept(loss(1 - score));
        errorIfPositive.accept((1 - score) * (1 - score));
        errorIfNegative.accept(score * score);
    }

    /** The logarithmic loss of giving a likelihood to what happened. */
    static double loss(double likelihood) {
        return -Math.log(Math.min(Math.max(likelihood, SMALLEST), 1 - SMALLEST));
    }

    void combine(LabelScores other) {
        sample.combine(other.sample);
        lossIfPositive.combine(other.lossIfPositive);
        lossIfNegative.combine(other.lossIfNegative);
        errorIfPositive.combine(other.errorIfPositive);
        errorIfNegative.combine(other.errorIfNegative);
    }

    ScoreSample sample() {
        return sample;
    }

    Moments loss(boolean positive) {
        return positive ? lossIfPositive : lossIfNegative;
    }

    Moments squaredError(boolean positive) {
        return positive ? errorIfPositive : errorIfNegative;
    }
}
