package io.github.modelwarden.core.profile;

/** Sums of the model's score by bin of a feature, and how many scores each adds up. Takes no space until there is a score. */
final class ScoreSums {

    private final int bins;
    private double[] sums = {};
    private long[] counts = {};

    ScoreSums(int bins) {
        this.bins = bins;
    }

    static void requireScore(String feature, double score) {
        if (Double.isInfinite(score)) {
            throw new IllegalArgumentException("feature '" + feature
                    + "': expected a finite score or NaN for missing beside the value, but got " + score);
        }
    }

    /** Adds a finite score; NaN is passed over. */
    void accept(int bin, double score) {
        if (!Double.isNaN(score)) {
            accept(bin, score, 1);
        }
    }

    void accept(int bin, double sum, long scores) {
        if (sums.length == 0 && scores > 0) {
            sums = new double[bins];
            counts = new long[bins];
        }
        if (scores > 0) {
            sums[bin] += sum;
            counts[bin] += scores;
        }
    }

    void combine(ScoreSums other) {
        for (int bin = 0; bin < other.sums.length; bin++) {
            accept(bin, other.sums[bin], other.counts[bin]);
        }
    }

    boolean isEmpty() {
        return sums.length == 0;
    }

    double[] sums() {
        return sums.length == 0 ? new double[bins] : sums.clone();
    }

    long[] counts() {
        return sums.length == 0 ? new long[bins] : counts.clone();
    }
}
