package io.github.modelwarden.drift.statistic;

/**
 * The distribution of the one-sample Kolmogorov–Smirnov distance of n values, which is also the limit of the two-sample
 * one. The methods and where they change follow Simard and L'Ecuyer, so that the probabilities agree with SciPy's
 * {@code kstwo}; beyond a few thousand values the cost no longer grows with n.
 *
 * @see <a href="https://doi.org/10.18637/jss.v039.i11">Simard and L'Ecuyer 2011, doi:10.18637/jss.v039.i11</a>
 */
final class KolmogorovDistribution {

    private static final int SMALL = 140;
    private static final int MATRIX_UP_TO = 4_096;
    private static final double TAIL_FROM = 2.2;
    private static final double SMALL_TAIL_FROM = 4;
    private static final int TERMS = 4_096;
    private static final double SCALE = 0x1p128;
    private static final double PI_2 = Math.PI * Math.PI;
    private static final double PI_4 = PI_2 * PI_2;
    private static final double PI_6 = PI_4 * PI_2;
    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    private KolmogorovDistribution() {}

    /** The probability of a two-sided distance of more than d. */
    static double survival(double d, long n) {
        double t = n * d;
        if (t <= 0.5) {
            return 1;
        }
        if (d >= 1) {
            return 0;
        }
        if (t <= 1) {
            return -Math.expm1(LogFactorial.of(n) - n * Math.log((double) n) + n * Math.log(2 * t - 1));
        }
        if (t >= n - 1) {
            return 2 * Math.pow(1 - d, (double) n);
        }
        double nxx = t * d;
        if (d >= 0.5 || nxx >= (n <= SMALL ? SMALL_TAIL_FROM : TAIL_FROM)) {
            return Math.min(1, 2 * oneSidedSurvival(d, n));
        }
        double cumulative =
                n <= SMALL || (n <= MATRIX_UP_TO && t * Math.sqrt(d) <= 1.4) ? matrix(d, (int) n) : pelzGood(d, n);
        return Math.min(1, Math.max(0, 1 - cumulative));
    }

    /**
     * The probability of a one-sided distance of more than x, {@code Σ_j x·C(n,j)·(x + j/n)^(j−1)·(1 − x − j/n)^(n−j)}
     * (Birnbaum and Tingey 1951). The terms are a smooth function of j that vanishes at both ends, so that for large n a
     * sum over every s-th of them, times s, is exact to all digits.
     */
    static double oneSidedSurvival(double x, long n) {
        long last = (long) Math.floor(n * (1 - x));
        if (last <= TERMS) {
            double sum = Math.exp(n * Math.log1p(-x));
            for (long j = 1; j <= last; j++) {
                sum += term(x, n, j);
            }
            return sum;
        }
        long stride = (last + TERMS / 2 - 1) / (TERMS / 2);
        double sum = 0;
        for (long j = stride / 2 + 1; j <= last; j += stride) {
            sum += term(x, n, j);
        }
        return sum * stride;
    }

    private static double term(double x, long n, long j) {
        long k = n - j;
        double shift = n * x;
        if (k <= shift) {
            return 0;
        }
        double log = LogFactorial.stirlingRest(n)
                - LogFactorial.stirlingRest(j)
                - LogFactorial.stirlingRest(k)
                - j * LogFactorial.deviance(shift / j)
                - k * LogFactorial.deviance(-shift / k);
        return shift / (shift + j) * Math.exp(log) / (ROOT_TWO_PI * Math.sqrt(j * ((double) k / n)));
    }

    /** Durbin's matrix, after Marsaglia, Tsang and Wang 2003, doi:10.18637/jss.v008.i18: exact, for small n·d. */
    private static double matrix(double d, int n) {
        int k = (int) Math.ceil(n * d);
        double h = k - n * d;
        double[][] power = start(k, h);
        double[][] result = identity(2 * k - 1);
        int resultScale = 0;
        int powerScale = 0;
        for (int rest = n; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result = product(result, power);
                resultScale += powerScale;
                resultScale += shrink(result, k - 1);
            }
            power = product(power, power);
            powerScale = 2 * powerScale + shrink(power, k - 1);
        }
        // n!/n^n, and back from the powers of two that kept the matrix in range
        double log = LogFactorial.of(n) - n * Math.log(n) + resultScale * Math.log(2);
        return result[k - 1][k - 1] * Math.exp(log);
    }

    private static double[][] start(int k, double h) {
        int m = 2 * k - 1;
        double[][] matrix = new double[m][m];
        double[] inverseFactorial = new double[m + 2];
        inverseFactorial[0] = 1;
        for (int i = 1; i < inverseFactorial.length; i++) {
            inverseFactorial[i] = inverseFactorial[i - 1] / i;
        }
        for (int i = 0; i < m; i++) {
            for (int j = 1; j <= Math.min(m - 1, i + 1); j++) {
                matrix[i][j] = inverseFactorial[i - j + 1];
            }
        }
        for (int i = 0; i < m; i++) {
            double edge = (1 - Math.pow(h, i + 1)) * inverseFactorial[i + 1];
            matrix[i][0] = edge;
            matrix[m - 1][m - 1 - i] = edge;
        }
        matrix[m - 1][0] = (1 - 2 * Math.pow(h, m) + (h > 0.5 ? Math.pow(2 * h - 1, m) : 0)) * inverseFactorial[m];
        return matrix;
    }

    private static double[][] identity(int size) {
        double[][] identity = new double[size][size];
        for (int i = 0; i < size; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    private static double[][] product(double[][] a, double[][] b) {
        int size = a.length;
        double[][] product = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                double factor = a[i][k];
                if (factor != 0) {
                    for (int j = 0; j < size; j++) {
                        product[i][j] += factor * b[k][j];
                    }
                }
            }
        }
        return product;
    }

    private static int shrink(double[][] matrix, int middle) {
        if (matrix[middle][middle] <= SCALE) {
            return 0;
        }
        for (double[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                row[j] /= SCALE;
            }
        }
        return 128;
    }

    /** The expansion to order n^(−3/2) of Pelz and Good 1976, J. R. Statist. Soc. B 38, 152–156. */
    private static double pelzGood(double d, long n) {
        double z = Math.sqrt((double) n) * d;
        double z2 = z * z;
        double z4 = z2 * z2;
        double z6 = z4 * z2;
        double log = -PI_2 / (8 * z2);
        double k0 = 0;
        double k1 = 0;
        double k2 = 0;
        double k3 = 0;
        int terms = (int) Math.ceil(16 * z / Math.PI);
        for (int k = terms; k > 0; k--) {
            double odd = 2.0 * k - 1;
            double m2 = odd * odd;
            double m4 = m2 * m2;
            double q = Math.exp(log * m2);
            k0 += q;
            k1 += q * (PI_2 / 4 * m2 - z2);
            k2 += q * (6 * z6 + 2 * z4 + PI_2 / 4 * (2 * z4 - 5 * z2) * m2 + PI_4 / 16 * (1 - 2 * z2) * m4);
            k3 += q
                    * (-30 * z6
                            - 90 * z4 * z4
                            + PI_2 / 4 * (135 * z4 - 96 * z6) * m2
                            + PI_4 / 16 * (212 * z4 - 60 * z2) * m4
                            + PI_6 / 64 * (5 - 30 * z2) * m4 * m2);
        }
        double even2 = 0;
        double even3 = 0;
        for (int k = terms; k > 0; k--) {
            double k2pi = PI_2 * k * k;
            double q = Math.exp(-k2pi / (2 * z2));
            even2 += q * k2pi;
            even3 += q * k2pi * (3 * z2 - k2pi);
        }
        double root = Math.sqrt((double) n);
        return ROOT_TWO_PI
                * (k0 / z
                        + k1 / (6 * z4) / root
                        + (k2 / (72 * z6 * z) - even2 / (36 * z2 * z)) / n
                        + (k3 / (6480 * z6 * z4) + even3 / (216 * z6)) / (n * root));
    }
}
