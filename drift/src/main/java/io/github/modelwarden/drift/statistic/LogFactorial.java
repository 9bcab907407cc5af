package io.github.modelwarden.drift.statistic;

/** Logarithms of factorials and the pieces that keep binomial probabilities exact for large numbers. */
final class LogFactorial {

    private static final int TABLE = 256;
    private static final double[] LOG_FACTORIALS = new double[TABLE];
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
    private static final int SERIES_FROM = 16;
    private static final double SERIES_BELOW = 0.1;

    static {
        for (int i = 2; i < TABLE; i++) {
            LOG_FACTORIALS[i] = LOG_FACTORIALS[i - 1] + Math.log(i);
        }
    }

    private LogFactorial() {}

    /** {@code ln n!}. */
    static double of(long n) {
        if (n < TABLE) {
            return LOG_FACTORIALS[(int) n];
        }
        double x = n;
        return (x + 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingSeries(x);
    }

    /**
     * {@code ln n! − ((n + ½) ln n − n + ½ ln 2π)}, the rest of Stirling's formula.
     *
     * @see <a href="https://www.r-project.org/doc/reports/CLoader-dbinom-2002.pdf">Loader 2000</a>
     */
    static double stirlingRest(long n) {
        double x = n;
        return n < SERIES_FROM
                ? LOG_FACTORIALS[(int) n] - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI
                : stirlingSeries(x);
    }

    private static double stirlingSeries(double n) {
        double square = n * n;
        return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square) / square)
                / n;
    }

    /** {@code y − ln(1 + y)} for y above −1, without cancellation near 0. */
    static double deviance(double y) {
        if (Math.abs(y) > SERIES_BELOW) {
            return y - Math.log1p(y);
        }
        // ln(1 + y) = 2·artanh(r) with r = y/(2 + y), and y − 2r = y·r
        double r = y / (2 + y);
        double square = r * r;
        double sum = 0;
        for (int k = 15; k >= 3; k -= 2) {
            sum = (sum + 1.0 / k) * square;
        }
        return y * r - 2 * r * sum;
    }
}
