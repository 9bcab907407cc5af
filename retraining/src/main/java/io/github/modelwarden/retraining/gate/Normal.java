package io.github.modelwarden.retraining.gate;

/** Quantiles of the standard normal distribution. */
public final class Normal {

    private Normal() {}

    /**
     * The quantile function, by bisection of the distribution function; absolute error below 1e-9 for probabilities
     * from 1e-6 to 1 − 1e-6.
     *
     * @param probability in (0, 1)
     * @return the quantile, 1.6449 for 0.95
     * @throws IllegalArgumentException if out of range
     */
    public static double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "normal quantile: expected a probability between 0 and 1 but got " + probability);
        }
        double low = -40;
        double high = 40;
        for (int i = 0; i < 200 && high - low > 1e-13; i++) {
            double middle = (low + high) / 2;
            if (distribution(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Φ(x) by its Taylor-like series {@code ½ + φ(x)·(x + x³/3 + x⁵/15 + …)}; far tails are 0 or 1. */
    private static double distribution(double x) {
        if (Math.abs(x) > 8) {
            return x < 0 ? 0 : 1;
        }
        double term = x;
        double sum = x;
        for (int i = 3; Math.abs(term) > 1e-17 * Math.abs(sum) && i < 400; i += 2) {
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
}
