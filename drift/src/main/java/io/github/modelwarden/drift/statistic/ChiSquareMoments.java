package io.github.modelwarden.drift.statistic;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The first three moments of Pearson's statistic of two samples over all splits of the pooled rows, exactly, and the tail of
 * the gamma (Pearson type III) distribution that has them. Unlike the chi-square distribution it stays right where most bins
 * expect less than one row.
 *
 * <p>The statistic is {@code N²/(nm)·S} with {@code S = Σ_i (r_i − T_i·θ)² / T_i}, θ = n/N, for r_i reference rows of the
 * T_i pooled ones in bin i. The r_i are hypergeometric, and have the moments that independent binomials with a common
 * probability z have if z has the moments of a beta distribution with parameters −n and −m. With
 * {@code y_i = r_i − T_i·z} and δ = z − θ, {@code S = (B·w + N·δ²) + Σ V_i + 2δ·Σ y_i}, where {@code w = z(1 − z)} and
 * {@code V_i = y_i²/T_i − w}; given z, all of V_i and y_i are independent with mean 0, so that their moments add up. What
 * remains are polynomials in δ, whose moments follow from those of the beta distribution by a recurrence. Everything is
 * centred, so nothing cancels.
 *
 * @see <a href="https://doi.org/10.1093/biomet/71.3.515">Lewis, Saunders and Westcott 1984, The moments of the Pearson
 *     chi-squared statistic, doi:10.1093/biomet/71.3.515</a>
 */
record ChiSquareMoments(double mean, double variance, double skewness) {

    private static final int DEGREE = 6;
    private static final double SYMMETRIC_BELOW = 1e-4;

    /** Rows from which the moments exist. */
    static final int LEAST_ROWS = DEGREE + 1;

    /** The moments for pooled counts, of which each is positive, and reference and current totals that add up to them. */
    static ChiSquareMoments of(double[] pooled, double n, double m) {
        double inverses = 0;
        double squaredInverses = 0;
        for (double count : pooled) {
            inverses += 1 / count;
            squaredInverses += 1 / (count * count);
        }
        double total = n + m;
        int bins = pooled.length;
        double theta = n / total;
        double[] moments = betaMoments(theta, total);
        // polynomials in δ: w = θ(1 − θ) + (1 − 2θ)δ − δ², g = 1 − 2z
        double[] w = {theta * (1 - theta), 1 - 2 * theta, -1};
        double[] g = {1 - 2 * theta, -2};
        double[] ww = times(w, w);
        double[] wg = times(w, g);
        double[] delta = {0, 1};
        double[] deltaSquare = {0, 0, 1};

        double[] level = plus(scaled(w, bins), scaled(deltaSquare, total));
        double mean = expected(level, moments);
        double[] excess = plus(level, new double[] {-mean});
        double[] vv = plus(scaled(times(w, linear(1, -6, w)), inverses), scaled(ww, 2.0 * bins));
        double[] vy = scaled(wg, bins);
        double[] yy = scaled(w, total);
        double[] second = plus(vv, plus(scaled(times(delta, vy), 4), scaled(times(deltaSquare, yy), 4)));

        double[] kappaSix = times(w, plus(linear(1, -30, w), scaled(ww, 120)));
        double[] vvv = plus(
                scaled(kappaSix, squaredInverses),
                plus(scaled(times(ww, linear(22, -112, w)), inverses), scaled(times(ww, w), 8.0 * bins)));
        double[] vvy = plus(scaled(times(wg, linear(1, -12, w)), inverses), scaled(times(ww, g), 8.0 * bins));
        double[] vyy = plus(scaled(times(w, linear(1, -6, w)), bins), scaled(ww, 2 * total));
        double[] yyy = scaled(wg, total);
        double[] third = plus(
                plus(vvv, scaled(times(delta, vvy), 6)),
                plus(scaled(times(deltaSquare, vyy), 12), scaled(times(times(delta, deltaSquare), yyy), 8)));

        double variance = expected(second, moments) + expected(times(excess, excess), moments);
        double cube = expected(third, moments)
                + 3 * expected(times(excess, second), moments)
                + expected(times(excess, times(excess, excess)), moments);
        double scale = total / n * (total / m);
        return new ChiSquareMoments(scale * mean, scale * scale * variance, cube / Math.pow(variance, 1.5));
    }

    /** The probability of a statistic of at least x. */
    double survival(double x) {
        if (!(variance > 1e-12 * mean)) {
            return 1; // each split gives the same statistic
        }
        double standardised = (x - mean) / Math.sqrt(variance);
        if (!(skewness > SYMMETRIC_BELOW)) {
            return NormalDistribution.of(0, 1).survivalProbability(standardised);
        }
        double shape = 4 / (skewness * skewness);
        double at = shape + standardised * Math.sqrt(shape);
        return at <= 0 ? 1 : GammaDistribution.of(shape, 1).survivalProbability(at);
    }

    /** Central moments of a beta distribution with mean θ and parameters that add up to −N, by Pearson's recurrence. */
    private static double[] betaMoments(double theta, double total) {
        double[] moments = new double[DEGREE + 1];
        moments[0] = 1;
        for (int k = 1; k < DEGREE; k++) {
            moments[k + 1] = k / (k - total) * ((1 - 2 * theta) * moments[k] + theta * (1 - theta) * moments[k - 1]);
        }
        return moments;
    }

    private static double expected(double[] polynomial, double[] moments) {
        double sum = 0;
        for (int i = 0; i < polynomial.length; i++) {
            sum += polynomial[i] * moments[i];
        }
        return sum;
    }

    private static double[] times(double[] a, double[] b) {
        double[] product = new double[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                product[i + j] += a[i] * b[j];
            }
        }
        return product;
    }

    private static double[] plus(double[] a, double[] b) {
        double[] sum = Arrays.copyOf(a, Math.max(a.length, b.length));
        for (int i = 0; i < b.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }

    private static double[] scaled(double[] a, double factor) {
        double[] scaled = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            scaled[i] = factor * a[i];
        }
        return scaled;
    }

    /** {@code constant + factor·polynomial}. */
    private static double[] linear(double constant, double factor, double[] polynomial) {
        double[] result = scaled(polynomial, factor);
        result[0] += constant;
        return result;
    }
}
