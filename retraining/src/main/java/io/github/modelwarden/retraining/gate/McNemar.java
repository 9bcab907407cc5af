package io.github.modelwarden.retraining.gate;

/**
 * McNemar's test of two classifiers on the same rows. Only rows on which exactly one is right count:
 * {@code b} rows on which only the first is right, {@code c} on which only the second is. Under the null hypothesis of
 * equal accuracy {@code b} is binomial(b + c, ½). Exact sums, O(b + c).
 *
 * @param onlyFirstRight {@code b}
 * @param onlySecondRight {@code c}
 * @see <a href="https://doi.org/10.1007/BF02295996">McNemar 1947, doi:10.1007/BF02295996</a>
 * @see <a href="https://doi.org/10.1186/1471-2288-13-91">Fagerland et al. 2013 (mid-p),
 *     doi:10.1186/1471-2288-13-91</a>
 */
public record McNemar(long onlyFirstRight, long onlySecondRight) {

    public McNemar {
        if (onlyFirstRight < 0 || onlySecondRight < 0) {
            throw new IllegalArgumentException(
                    "McNemar: expected counts of at least 0 but got " + onlyFirstRight + " and " + onlySecondRight);
        }
    }

    /**
     * Counts from decisions.
     *
     * @param first the first classifier's decisions
     * @param second the second's, same length
     * @param actual the truth, same length
     * @return the test
     */
    public static McNemar of(boolean[] first, boolean[] second, boolean[] actual) {
        long b = 0;
        long c = 0;
        for (int i = 0; i < actual.length; i++) {
            if (first[i] != second[i]) {
                if (first[i] == actual[i]) {
                    b++;
                } else {
                    c++;
                }
            }
        }
        return new McNemar(b, c);
    }

    /** {@return the exact two-sided p-value {@code min(1, 2·P(X <= min(b, c)))}; 1 without discordant rows} */
    public double exactPValue() {
        return discordant() == 0 ? 1 : Math.min(1, 2 * tail());
    }

    /** {@return the mid-p value, exact minus the probability of the observed split; 1 without discordant rows} */
    public double midPValue() {
        if (discordant() == 0) {
            return 1;
        }
        double observed = Math.exp(logProbability(Math.min(onlyFirstRight, onlySecondRight)));
        return onlyFirstRight == onlySecondRight ? 1 - observed : Math.max(0, 2 * tail() - observed);
    }

    /** {@return {@code (b − c)² / (b + c)}, chi-squared with one degree of freedom; 0 without discordant rows} */
    public double chiSquared() {
        double difference = onlyFirstRight - onlySecondRight;
        return discordant() == 0 ? 0 : difference * difference / discordant();
    }

    private long discordant() {
        return onlyFirstRight + onlySecondRight;
    }

    /** P(X <= min(b, c)), summed downwards from the largest term with P(k − 1) = P(k)·k / (n − k + 1). */
    private double tail() {
        long n = discordant();
        long k = Math.min(onlyFirstRight, onlySecondRight);
        double relative = 1;
        double sum = 1;
        for (long i = k; i > 0 && relative > 1e-18; i--) {
            relative *= (double) i / (n - i + 1);
            sum += relative;
        }
        return Math.exp(logProbability(k)) * sum;
    }

    /** ln(C(n, k) / 2ⁿ) */
    private double logProbability(long k) {
        long n = discordant();
        double log = -n * Math.log(2);
        for (long i = 1; i <= k; i++) {
            log += Math.log((double) (n - k + i) / i);
        }
        return log;
    }
}
