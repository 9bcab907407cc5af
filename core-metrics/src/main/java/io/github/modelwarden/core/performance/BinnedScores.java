package io.github.modelwarden.core.performance;

/**
 * Counts and sums of scores over equal bins of 0 to 1; bin i holds the scores from {@code i/n} up to below {@code
 * (i+1)/n}.
 */
final class BinnedScores implements ScoreSample {

    private final long[] counts;
    private final double[] sums;
    private long total;

    BinnedScores(int bins) {
        counts = new long[bins];
        sums = new double[bins];
    }

    @Override
    public void accept(double score) {
        int bin = Math.min((int) (score * counts.length), counts.length - 1);
        counts[bin]++;
        sums[bin] += score;
        total++;
    }

    @Override
    public void combine(ScoreSample other) {
        BinnedScores more = (BinnedScores) other;
        for (int i = 0; i < counts.length; i++) {
            counts[i] += more.counts[i];
            sums[i] += more.sums[i];
        }
        total += more.total;
    }

    @Override
    public long count() {
        return total;
    }

    @Override
    public void calibrate(CalibrationBins bins, boolean positive) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                bins.accept((i + 0.5) / counts.length, counts[i], sums[i] / counts[i], positive);
            }
        }
    }

    int bins() {
        return counts.length;
    }

    long count(int bin) {
        return counts[bin];
    }
}
