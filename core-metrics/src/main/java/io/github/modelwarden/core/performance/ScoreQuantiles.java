package io.github.modelwarden.core.performance;

import java.util.Arrays;

/** Quantiles of the scores of both classes together. */
final class ScoreQuantiles {

    private ScoreQuantiles() {}

    /** The least score, the quantiles at {@code i/n}, and the largest score. */
    static double[] edges(ScoreSample positives, ScoreSample negatives, int bins) {
        if (positives instanceof KeptScores up && negatives instanceof KeptScores down) {
            return interpolated(pooled(up, down), bins);
        }
        return counted((BinnedScores) positives, (BinnedScores) negatives, bins);
    }

    private static double[] pooled(KeptScores up, KeptScores down) {
        int ups = (int) up.count();
        double[] all = Arrays.copyOf(up.ascending(), ups + (int) down.count());
        System.arraycopy(down.ascending(), 0, all, ups, (int) down.count());
        Arrays.sort(all);
        return all;
    }

    /** Linear interpolation between the order statistics around rank {@code q·(n − 1)}, as NumPy's percentile. */
    private static double[] interpolated(double[] sorted, int bins) {
        double[] edges = new double[bins + 1];
        double step = 1.0 / bins;
        for (int i = 0; i <= bins; i++) {
            // by way of per cent, as rounding decides on which side of an edge a score falls
            double rank = (i == bins ? 1 : i * step * 100 / 100) * (sorted.length - 1);
            int low = (int) rank;
            double share = rank - low;
            double a = sorted[low];
            double b = sorted[Math.min(low + 1, sorted.length - 1)];
            edges[i] = share < 0.5 ? a + (b - a) * share : b - (b - a) * (1 - share);
        }
        return edges;
    }

    private static double[] counted(BinnedScores up, BinnedScores down, int bins) {
        double[] edges = new double[bins + 1];
        long total = up.count() + down.count();
        long seen = 0;
        int edge = 1;
        for (int cell = 0; cell < up.bins(); cell++) {
            seen += up.count(cell) + down.count(cell);
            while (edge < bins && seen * bins >= edge * total) {
                edges[edge++] = (cell + 1.0) / up.bins();
            }
        }
        edges[bins] = 1;
        return edges;
    }
}
