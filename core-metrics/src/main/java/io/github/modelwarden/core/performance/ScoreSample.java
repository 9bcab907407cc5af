package io.github.modelwarden.core.performance;

/** The scores that one class got: every one of them, or counts over equal bins. Not thread-safe. */
sealed interface ScoreSample permits KeptScores, BinnedScores {

    /** A sample of no scores: kept one by one if {@code bins} is 0, else counted in that many bins over 0 to 1. */
    static ScoreSample create(int bins) {
        return bins == 0 ? new KeptScores() : new BinnedScores(bins);
    }

    void accept(double score);

    /** Adds all of another sample of the same kind, which is not changed. */
    void combine(ScoreSample other);

    long count();

    /** Adds the scores to calibration bins. */
    void calibrate(CalibrationBins bins, boolean positive);
}
