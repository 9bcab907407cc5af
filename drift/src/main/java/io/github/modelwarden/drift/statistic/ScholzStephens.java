package io.github.modelwarden.drift.statistic;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;

/**
 * Variance and p-value of the k-sample Anderson–Darling statistic.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1987.10478517">Scholz and Stephens 1987,
 *     doi:10.1080/01621459.1987.10478517</a>
 */
final class ScholzStephens {

    // the authors' table 2: the critical value at a level is b0 + b1/√(k − 1) + b2/(k − 1)
    private static final double[] LEVELS = {0.25, 0.1, 0.05, 0.025, 0.01, 0.005, 0.001};
    private static final double[] B0 = {0.675, 1.281, 1.645, 1.96, 2.326, 2.573, 3.085};
    private static final double[] B1 = {-0.245, 0.25, 0.678, 1.149, 1.822, 2.364, 3.615};
    private static final double[] B2 = {-0.105, -0.305, -0.362, -0.391, -0.396, -0.345, -0.154};

    private ScholzStephens() {}

    /** Equation 4: the variance without drift and without ties. */
    static double variance(double[] sizes) {
        int k = sizes.length;
        double total = BinnedCounts.total(sizes);
        double inverses = 0;
        for (double size : sizes) {
            inverses += 1 / size;
        }
        double harmonic = 0;
        double g = 0;
        for (int i = 2; i < total; i++) {
            harmonic += 1 / (total + 1 - i);
            g += harmonic / i;
        }
        double h = harmonic + 1;
        double a = (4 * g - 6) * (k - 1) + (10 - 6 * g) * inverses;
        double b = (2 * g - 4) * k * k + 8 * h * k + (2 * g - 14 * h - 4) * inverses - 8 * h + 4 * g - 6;
        double c = (6 * h + 2 * g - 2) * k * k + (4 * h - 4 * g + 6) * k + (2 * h - 6) * inverses + 4 * h;
        double d = (2 * h + 6) * k * k - 4 * h * k;
        return (((a * total + b) * total + c) * total + d) / ((total - 1) * (total - 2) * (total - 3));
    }

    /** A parabola of the levels' logarithms over their critical values, clipped to the table's ends. */
    static double pValue(double standardised, int k) {
        double m = k - 1.0;
        double[][] powers = new double[LEVELS.length][];
        double[] logs = new double[LEVELS.length];
        for (int i = 0; i < LEVELS.length; i++) {
            double critical = B0[i] + B1[i] / Math.sqrt(m) + B2[i] / m;
            powers[i] = new double[] {1, critical, critical * critical};
            logs[i] = Math.log(LEVELS[i]);
        }
        if (standardised < powers[0][1]) {
            return LEVELS[0];
        }
        if (standardised > powers[LEVELS.length - 1][1]) {
            return LEVELS[LEVELS.length - 1];
        }
        double[] fit = new QRDecomposition(new Array2DRowRealMatrix(powers, false))
                .getSolver()
                .solve(new ArrayRealVector(logs, false))
                .toArray();
        return Math.exp(fit[0] + standardised * (fit[1] + standardised * fit[2]));
    }
}
