package io.github.modelwarden.drift.power;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * The noncentral chi-square distribution, as a Poisson mixture of central ones: {@code P(X > x) = Σ_j
 * Poisson(j; λ/2)·P(χ²_{k+2j} > x)}. Terms are added outwards from the largest until they no longer count, which takes
 * {@code O(√λ)} of them.
 *
 * @see <a href="https://doi.org/10.2307/2332731">Patnaik 1949, doi:10.2307/2332731</a>
 */
final class NoncentralChiSquare {

    private static final double NEGLIGIBLE = 1e-13;
    private static final double EXACT = 1e-10;

    private NoncentralChiSquare() {}

    /**
     * The survival function.
     *
     * @param x the value, at least 0
     * @param degrees degrees of freedom, at least 1
     * @param noncentrality λ, at least 0
     * @return the probability of a larger value
     */
    static double survival(double x, int degrees, double noncentrality) {
        if (noncentrality == 0) {
            return ChiSquaredDistribution.of(degrees).survivalProbability(x);
        }
        PoissonDistribution weights = PoissonDistribution.of(noncentrality / 2);
        int mode = (int) (noncentrality / 2);
        double total = 0;
        for (int step = -1; step <= 1; step += 2) {
            for (int j = step < 0 ? mode : mode + 1; j >= 0; j += step) {
                double weight = weights.probability(j);
                if (weight < NEGLIGIBLE) {
                    break;
                }
                total += weight * ChiSquaredDistribution.of(degrees + 2.0 * j).survivalProbability(x);
            }
        }
        return Math.min(1, total);
    }

    /**
     * The noncentrality at which a value is exceeded with a given probability.
     *
     * @param x the value, above 0
     * @param degrees degrees of freedom, at least 1
     * @param probability the probability wanted, in (0, 1)
     * @return λ; 0 if the central distribution exceeds the value that often already
     */
    static double noncentrality(double x, int degrees, double probability) {
        if (survival(x, degrees, 0) >= probability) {
            return 0;
        }
        double low = 0;
        double high = Math.max(1, x);
        while (survival(x, degrees, high) < probability) {
            low = high;
            high *= 2;
        }
        while (high - low > EXACT * high) {
            double middle = (low + high) / 2;
            if (survival(x, degrees, middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
