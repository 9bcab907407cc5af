package io.github.modelwarden.drift.statistic;

import java.util.random.RandomGenerator;

/**
 * Draws how n rows fall on bins when they are taken without replacement from given counts: the multivariate
 * hypergeometric distribution, exactly as if rows had been permuted, at a cost that grows with the bins and not with the
 * rows. One bin after the other is drawn given what is left, by inversion that starts at the mode, so that a draw takes
 * about as many steps as its standard deviation.
 */
final class CountSampler {

    private final RandomGenerator random;

    CountSampler(RandomGenerator random) {
        this.random = random;
    }

    /** Draws {@code rows} of the counts into {@code drawn}; the counts are whole numbers and left as they are. */
    void draw(double[] counts, double total, double rows, double[] drawn) {
        double left = total;
        double wanted = rows;
        for (int i = 0; i < counts.length; i++) {
            double taken = wanted == 0 ? 0 : hypergeometric(left, counts[i], wanted);
            drawn[i] = taken;
            left -= counts[i];
            wanted -= taken;
        }
    }

    /** How many of {@code good} among {@code total} are in a draw of {@code rows}. */
    private double hypergeometric(double total, double good, double rows) {
        double low = Math.max(0, rows - (total - good));
        double high = Math.min(rows, good);
        if (low == high) {
            return low;
        }
        double u = random.nextDouble();
        if (good == 1) {
            return u * total < rows ? 1 : 0;
        }
        double mode = Math.min(high, Math.max(low, Math.floor((rows + 1) * (good + 1) / (total + 2))));
        double atMode = Math.exp(logProbability((long) total, (long) good, (long) rows, (long) mode));
        u -= atMode;
        double right = atMode;
        double left = atMode;
        double up = mode;
        double down = mode;
        double rest = total - good - rows;
        while (u > 0 && (up < high || down > low)) {
            if (up < high) {
                right *= (good - up) * (rows - up) / ((up + 1) * (rest + up + 1));
                up++;
                u -= right;
                if (u <= 0) {
                    return up;
                }
            }
            if (down > low) {
                left *= down * (rest + down) / ((good - down + 1) * (rows - down + 1));
                down--;
                u -= left;
                if (u <= 0) {
                    return down;
                }
            }
        }
        return mode;
    }

    private static double logProbability(long total, long good, long rows, long hits) {
        return logChoose(good, hits) + logChoose(total - good, rows - hits) - logChoose(total, rows);
    }

    private static double logChoose(long n, long k) {
        return LogFactorial.of(n) - LogFactorial.of(k) - LogFactorial.of(n - k);
    }
}
