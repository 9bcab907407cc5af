package io.github.modelwarden.retraining.policy;

import io.github.modelwarden.retraining.ModelMetric;

/** One-sided upper confidence bounds of quality metrics of which only value and sample size are known. */
final class Uncertainty {

    private Uncertainty() {}

    /**
     * The upper bound.
     *
     * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927</a>
     * @see <a href="https://doi.org/10.1148/radiology.143.1.7063747">Hanley and McNeil 1982</a>
     */
    static double upperBound(ModelMetric metric, double value, long rows, double positiveShare, double z) {
        double positives = Math.max(1, rows * positiveShare);
        double negatives = Math.max(1, rows - positives);
        return switch (metric) {
            case ACCURACY -> wilsonUpper(value, (double) rows, z);
            case F1, PRECISION, RECALL -> wilsonUpper(value, positives, z);
            case AUC -> Math.min(1, value + z * hanleyMcNeil(value, positives, negatives));
        };
    }

    /** {@code (p + z²/2n + z·√(p(1 − p)/n + z²/4n²)) / (1 + z²/n)} */
    static double wilsonUpper(double p, double n, double z) {
        double spread = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        return (p + z * z / (2 * n) + spread) / (1 + z * z / n);
    }

    private static double hanleyMcNeil(double area, double positives, double negatives) {
        double q1 = area / (2 - area);
        double q2 = 2 * area * area / (1 + area);
        double variance =
                area * (1 - area) + (positives - 1) * (q1 - area * area) + (negatives - 1) * (q2 - area * area);
        return Math.sqrt(Math.max(0, variance / (positives * negatives)));
    }
}
