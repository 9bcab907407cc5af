package io.github.modelwarden.retraining.gate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Difference of two areas under the ROC curve on the same rows, with its standard error after DeLong, computed from
 * midranks in O(n log n): {@code V10 = (TZ − TX)/n}, {@code V01 = 1 − (TZ − TY)/m},
 * {@code S = cov(V10)/m + cov(V01)/n}.
 *
 * @param first area of the first scores
 * @param second area of the second scores
 * @param firstVariance estimated variance of the first area
 * @param secondVariance estimated variance of the second area
 * @param covariance estimated covariance of the two
 * @see <a href="https://doi.org/10.2307/2531595">DeLong et al. 1988, doi:10.2307/2531595</a>
 * @see <a href="https://doi.org/10.1109/LSP.2014.2337313">Sun and Xu 2014, doi:10.1109/LSP.2014.2337313</a>
 */
public record DeLong(double first, double second, double firstVariance, double secondVariance, double covariance) {

    /**
     * Compares two scores.
     *
     * @param first scores of the first model
     * @param second scores of the second model, same length
     * @param positive the truth, same length; at least two positives and two negatives
     * @return the comparison
     * @throws IllegalArgumentException with fewer than two rows of a class
     */
    public static DeLong of(double[] first, double[] second, boolean[] positive) {
        int[] positives = rowsOf(positive, true);
        int[] negatives = rowsOf(positive, false);
        if (positives.length < 2 || negatives.length < 2) {
            throw new IllegalArgumentException("DeLong: expected at least 2 rows of each class but got "
                    + positives.length + " positive and " + negatives.length + " negative rows");
        }
        Components a = components(first, positives, negatives);
        Components b = components(second, positives, negatives);
        return new DeLong(a.area(), b.area(), a.covariance(a), b.covariance(b), a.covariance(b));
    }

    /** {@return the standard error of first − second; 0 when the scores rank all rows alike} */
    public double standardError() {
        return Math.sqrt(Math.max(0, firstVariance + secondVariance - 2 * covariance));
    }

    /** {@return (first − second) / standard error; NaN when the standard error is 0} */
    public double z() {
        double error = standardError();
        return error == 0 ? Double.NaN : (first - second) / error;
    }

    private static final class Components {
        private final double area;
        private final double[] v10;
        private final double[] v01;

        Components(double area, double[] v10, double[] v01) {
            this.area = area;
            this.v10 = v10;
            this.v01 = v01;
        }

        double area() {
            return area;
        }

        double covariance(Components other) {
            return sampleCovariance(v10, other.v10) / v10.length + sampleCovariance(v01, other.v01) / v01.length;
        }
    }

    private static Components components(double[] scores, int[] positives, int[] negatives) {
        int m = positives.length;
        int n = negatives.length;
        double[] x = pick(scores, positives);
        double[] y = pick(scores, negatives);
        double[] both = Arrays.copyOf(x, m + n);
        System.arraycopy(y, 0, both, m, n);
        double[] tz = midranks(both);
        double[] tx = midranks(x);
        double[] ty = midranks(y);
        double[] v10 = new double[m];
        double[] v01 = new double[n];
        double rankSum = 0;
        for (int i = 0; i < m; i++) {
            v10[i] = (tz[i] - tx[i]) / n;
            rankSum += tz[i];
        }
        for (int j = 0; j < n; j++) {
            v01[j] = 1 - (tz[m + j] - ty[j]) / m;
        }
        return new Components(rankSum / ((double) m * n) - (m + 1) / (2.0 * n), v10, v01);
    }

    private static double sampleCovariance(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum / (a.length - 1);
    }

    private static double[] midranks(double[] values) {
        Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        double[] ranks = new double[values.length];
        for (int start = 0; start < order.length; ) {
            int end = start;
            while (end < order.length && values[order[end]] == values[order[start]]) {
                end++;
            }
            for (int i = start; i < end; i++) {
                ranks[order[i]] = (start + 1 + end) / 2.0;
            }
            start = end;
        }
        return ranks;
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static int[] rowsOf(boolean[] positive, boolean wanted) {
        return IntStream.range(0, positive.length)
                .filter(i -> positive[i] == wanted)
                .toArray();
    }
}
