package io.github.modelwarden.core.quality;

import java.util.function.LongToDoubleFunction;

/** What chance explains of a count, given how often the same was seen in a reference. */
final class Chance {

    private static final int TABLE = 256;
    private static final double[] LOG_FACTORIALS = new double[TABLE];
    private static final double NEGLIGIBLE = 1e-17;

    static {
        for (int n = 2; n < TABLE; n++) {
            LOG_FACTORIALS[n] = LOG_FACTORIALS[n - 1] + Math.log(n);
        }
    }

    private Chance() {}

    /**
     * The probability of {@code k} or more marked rows among {@code n}, if the {@code k + count} marked ones fell on the
     * n and the reference rows by chance: the upper tail of the hypergeometric distribution.
     */
    static double atLeast(long k, long n, ReferenceCount reference) {
        long marked = k + reference.count();
        long rows = reference.rows();
        long smallest = Math.max(0, marked - rows);
        if (k <= smallest) {
            return 1;
        }
        double mean = (double) marked * n / ((double) n + rows);
        return k > mean ? upward(k, n, marked, rows) : 1 - downward(k - 1, n, marked, rows);
    }

    private static double upward(long from, long n, long marked, long rows) {
        double term = Math.exp(logProbability(from, n, marked, rows));
        double sum = 0;
        for (long x = from; term > sum * NEGLIGIBLE; x++) {
            sum += term;
            term *= (double) (n - x) * (marked - x) / ((double) (x + 1) * (rows - marked + x + 1));
        }
        return Math.min(1, sum);
    }

    private static double downward(long from, long n, long marked, long rows) {
        double term = Math.exp(logProbability(from, n, marked, rows));
        double sum = 0;
        for (long x = from; term > sum * NEGLIGIBLE; x--) {
            sum += term;
            term *= (double) x * (rows - marked + x) / ((double) (n - x + 1) * (marked - x + 1));
        }
        return Math.min(1, sum);
    }

    private static double logProbability(long x, long n, long marked, long rows) {
        return logChoose(n, x) + logChoose(rows, marked - x) - logChoose(n + rows, marked);
    }

    /** The probability that {@code k} given rows of n and the reference rows all are among the n. */
    static double allAmong(long k, long n, long referenceRows) {
        return k > n ? 0 : Math.exp(logChoose(n, k) - logChoose(n + referenceRows, k));
    }

    /** The largest of 0 to {@code n} whose probability is at least {@code alpha}; the probabilities fall. */
    static long largest(long n, double alpha, LongToDoubleFunction probability) {
        long low = 0;
        long high = n;
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            if (probability.applyAsDouble(middle) >= alpha) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The fewest rows whose probability is below {@code alpha}, {@link Long#MAX_VALUE} if a billion are too few. */
    static long rowsNeeded(double alpha, LongToDoubleFunction probability) {
        long most = 1_000_000_000;
        return probability.applyAsDouble(most) >= alpha ? Long.MAX_VALUE : largest(most, alpha, probability) + 1;
    }

    private static double logChoose(long n, long k) {
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    }

    /** By table, then Stirling's series; the first term left out is below 1e-19. */
    private static double logFactorial(long n) {
        if (n < TABLE) {
            return LOG_FACTORIALS[(int) n];
        }
        double x = n;
        double inverse = 1 / (x * x);
        return x * Math.log(x)
                - x
                + 0.5 * Math.log(2 * Math.PI * x)
                + (1 - inverse * (1.0 / 30 - inverse / 105)) / (12 * x);
    }
}
