package io.github.modelwarden.drift.statistic;

import java.util.Arrays;

/** The distribution of the two-sample Cramér–von Mises statistic without drift: the limit, and the exact one. */
final class CramerVonMisesDistribution {

    private static final double CERTAIN_BELOW = 0.003;
    private static final double NEGLIGIBLE = 1e-17;
    private static final int NODES = 512;
    private static final double[] OFFSETS = new double[NODES];
    private static final double[] WEIGHTS = new double[NODES];

    static {
        double step = Math.PI / NODES;
        for (int i = 0; i < NODES; i++) {
            double theta = (i + 0.5) * step;
            OFFSETS[i] = -Math.PI / 2 * Math.cos(theta);
            // |sin u| from the distance to the nearer end of the interval, without cancellation there
            double half = Math.min(Math.sin(theta / 2), Math.cos(theta / 2));
            WEIGHTS[i] = step * Math.sin(theta) / Math.sqrt(Math.sin(Math.PI * half * half));
        }
    }

    private CramerVonMisesDistribution() {}

    /**
     * The probability of more than x in the limit, after Smirnov:
     * {@code 1/π·Σ_k (−1)^(k+1)·∫ from ((2k−1)π)² to (2kπ)² of √(−√y / sin √y)·e^(−xy/2)/y dy}. All terms keep their
     * relative precision, so that small p-values stay correct where a sum for the distribution function does not. With
     * {@code √y = (2k − ½)π − (π/2)·cos θ} the ends are no longer singular and the midpoint rule in θ converges fast. (dy/y = 2 du/u for u = √y, and
     * du = π/2·sin θ dθ, which leaves ∫ sin θ·e^(−xu²/2) / √(u·|sin u|) dθ.)
     *
     * @see <a href="https://doi.org/10.1214/aoms/1177729437">Anderson and Darling 1952, doi:10.1214/aoms/1177729437</a>
     */
    static double survival(double x) {
        if (x < CERTAIN_BELOW) {
            return 1;
        }
        double sum = 0;
        for (int k = 1; k < 100; k++) {
            double term = term(x, k);
            sum += (k & 1) == 1 ? term : -term;
            if (term <= NEGLIGIBLE * sum) {
                break;
            }
        }
        return Math.min(1, Math.max(0, sum));
    }

    private static double term(double x, int k) {
        double middle = (2 * k - 0.5) * Math.PI;
        double sum = 0;
        for (int i = 0; i < NODES; i++) {
            double u = middle + OFFSETS[i];
            sum += WEIGHTS[i] * Math.exp(-x * u * u / 2) / Math.sqrt(u);
        }
        return sum;
    }

    /**
     * The probability of at least a statistic over all splits of n + m values without ties, after Xiao, Gordon and
     * Yakovlev: the ways to reach each value of a sum over lattice paths, one row of the lattice after the other.
     *
     * @see <a href="https://doi.org/10.18637/jss.v017.i08">Xiao, Gordon and Yakovlev 2006, doi:10.18637/jss.v017.i08</a>
     */
    static double exactSurvival(double statistic, int n, int m) {
        long divisor = gcd(n, m);
        long a = m / divisor;
        long b = n / divisor;
        double multiple = (double) n * a;
        double total = (double) n + m;
        // the sum over the path is a whole number without ties; with ties the next smaller one is conservative
        double bound = Math.floor(multiple * multiple * total * total * statistic / n / m + 1e-6);
        Ways[] row = new Ways[n + 1];
        for (int v = 0; v <= n; v++) {
            row[v] = v == 0 ? new Ways(new long[] {0}, new double[] {1}) : Ways.NONE;
        }
        for (int w = 0; w <= m; w++) {
            Ways reached = Ways.NONE;
            for (int v = 0; v <= n; v++) {
                long distance = a * v - b * w;
                // probabilities instead of counts: the last step came from either side
                reached = Ways.sum(reached, row[v], v, w).plus(distance * distance);
                row[v] = reached;
            }
        }
        return row[n].atLeast(bound);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** The values a sum can have, ascending, with their probabilities. */
    private static final class Ways {

        static final Ways NONE = new Ways(new long[0], new double[0]);

        private final long[] values;
        private final double[] probabilities;

        private Ways(long[] values, double[] probabilities) {
            this.values = values;
            this.probabilities = probabilities;
        }

        /** A path to (v, w) came from (v − 1, w) with probability v/(v + w), else from (v, w − 1). */
        static Ways sum(Ways left, Ways below, int v, int w) {
            if (v + w == 0) {
                return below;
            }
            double fromLeft = (double) v / (v + w);
            double fromBelow = (double) w / (v + w);
            long[] values = new long[left.values.length + below.values.length];
            double[] probabilities = new double[values.length];
            int size = 0;
            int i = 0;
            int j = 0;
            while (i < left.values.length || j < below.values.length) {
                boolean takeLeft =
                        j == below.values.length || (i < left.values.length && left.values[i] <= below.values[j]);
                boolean takeBelow =
                        i == left.values.length || (j < below.values.length && below.values[j] <= left.values[i]);
                values[size] = takeLeft ? left.values[i] : below.values[j];
                if (takeLeft) {
                    probabilities[size] += fromLeft * left.probabilities[i++];
                }
                if (takeBelow) {
                    probabilities[size] += fromBelow * below.probabilities[j++];
                }
                size++;
            }
            return new Ways(Arrays.copyOf(values, size), Arrays.copyOf(probabilities, size));
        }

        Ways plus(long amount) {
            long[] moved = new long[values.length];
            for (int i = 0; i < moved.length; i++) {
                moved[i] = values[i] + amount;
            }
            return new Ways(moved, probabilities);
        }

        double atLeast(double bound) {
            double sum = 0;
            for (int i = values.length - 1; i >= 0 && values[i] >= bound; i--) {
                sum += probabilities[i];
            }
            return Math.min(1, sum);
        }
    }
}
