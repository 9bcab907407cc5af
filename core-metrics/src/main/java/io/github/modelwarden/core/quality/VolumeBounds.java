package io.github.modelwarden.core.quality;

import java.util.Arrays;

/** How many rows the next window may have after earlier ones. */
final class VolumeBounds {

    private static final int FEWEST = 3;

    private VolumeBounds() {}

    static Constraint.Volume after(long[] windows, double falseAlarms, Severity severity) {
        if (windows.length < FEWEST || Arrays.stream(windows).anyMatch(rows -> rows < 0)) {
            throw new IllegalArgumentException("rows: expected the numbers of rows of at least " + FEWEST
                    + " earlier windows, none below 0, but got " + Arrays.toString(windows));
        }
        if (!(falseAlarms >= 1e-6 && falseAlarms <= 0.5)) {
            throw new IllegalArgumentException(
                    "rows: expected a false-alarm rate of 1e-6 to 0.5 but got " + falseAlarms);
        }
        double[] scaled = Arrays.stream(windows)
                .mapToDouble(rows -> 2 * Math.sqrt((double) rows))
                .toArray();
        double mean = Arrays.stream(scaled).average().orElseThrow();
        double squares = Arrays.stream(scaled).map(y -> (y - mean) * (y - mean)).sum();
        double deviation = Math.sqrt(Math.max(1, squares / (scaled.length - 1)));
        double margin = studentT(scaled.length - 1, falseAlarms / 2) * deviation * Math.sqrt(1 + 1.0 / scaled.length);
        double low = Math.max(0, mean - margin) / 2;
        double high = (mean + margin) / 2;
        return new Constraint.Volume((long) Math.floor(low * low), (long) Math.ceil(high * high), severity);
    }

    /** The value that Student's t exceeds with a probability, by bisection. */
    static double studentT(int degrees, double upperTail) {
        double low = 0;
        double high = 1;
        while (upperTail(degrees, high) > upperTail) {
            high *= 2;
        }
        for (int i = 0; i < 200 && high - low > 1e-12 * high; i++) {
            double middle = (low + high) / 2;
            if (upperTail(degrees, middle) > upperTail) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * P(T &gt; t) for t ≥ 0, by the finite series of Abramowitz and Stegun 1964, equations 26.7.3 and 26.7.4, with
     * {@code tan θ = t/√ν}.
     */
    private static double upperTail(int degrees, double t) {
        double theta = Math.atan2(t, Math.sqrt(degrees));
        double cosine = Math.cos(theta);
        boolean odd = degrees % 2 == 1;
        double term = odd ? cosine : 1;
        double sum = degrees == 1 ? 0 : term;
        for (int k = odd ? 3 : 2; k <= degrees - 2; k += 2) {
            term *= cosine * cosine * (k - 1) / k;
            sum += term;
        }
        double between = odd ? 2 / Math.PI * (theta + Math.sin(theta) * sum) : Math.sin(theta) * sum;
        return (1 - between) / 2;
    }
}
