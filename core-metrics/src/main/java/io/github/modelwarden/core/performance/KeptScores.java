package io.github.modelwarden.core.performance;

import java.util.Arrays;

/** Every score. Sorting is put off until the order is asked for. */
final class KeptScores implements ScoreSample {

    private double[] scores = {};
    private int size;
    private boolean sorted = true;

    @Override
    public void accept(double score) {
        reserve(size + 1);
        // −0 becomes 0, so that the two tie in every order
        scores[size++] = score + 0.0;
        sorted = false;
    }

    @Override
    public void combine(ScoreSample other) {
        KeptScores more = (KeptScores) other;
        int added = more.size;
        reserve(size + added);
        System.arraycopy(more.scores, 0, scores, size, added);
        size += added;
        sorted = false;
    }

    private void reserve(int needed) {
        if (needed > scores.length) {
            scores = Arrays.copyOf(scores, Math.max(Math.max(needed, 16), scores.length + (scores.length >> 1)));
        }
    }

    @Override
    public long count() {
        return size;
    }

    @Override
    public void calibrate(CalibrationBins bins, boolean positive) {
        for (int i = 0; i < size; i++) {
            bins.accept(scores[i], positive);
        }
    }

    /** The scores in ascending order, in an array that may be longer; {@link #count()} of them. Not to be changed. */
    double[] ascending() {
        if (!sorted) {
            Arrays.sort(scores, 0, size);
            sorted = true;
        }
        return scores;
    }
}
