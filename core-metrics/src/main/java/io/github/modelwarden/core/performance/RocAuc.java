package io.github.modelwarden.core.performance;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Area under the receiver operating characteristic: the probability that a random positive scores higher than a random
 * negative, ties counting one half, {@code AUC = Σ over positives of (negatives below + ½ negatives tied) / (m·n)} for
 * m positives and n negatives. Computed in O(n log n).
 *
 * @see <a href="https://doi.org/10.1148/radiology.143.1.7063747">Hanley and McNeil 1982,
 *     doi:10.1148/radiology.143.1.7063747</a>
 */
public final class RocAuc {

    private RocAuc() {}

    /**
     * Computes the area.
     *
     * @param scores scores, higher meaning more positive; not NaN; not changed
     * @param positive which rows are actually positive; same length
     * @return the area, 0 to 1; empty if there is no positive or no negative
     * @throws IllegalArgumentException if lengths differ or a score is NaN
     */
    public static OptionalDouble of(double[] scores, boolean[] positive) {
        double[][] classes = split(scores, positive);
        double[] x = classes[0];
        double[] y = classes[1];
        if (x.length == 0 || y.length == 0) {
            return OptionalDouble.empty();
        }
        Arrays.sort(x);
        Arrays.sort(y);
        double wins = 0;
        int below = 0;
        int upTo = 0;
        for (double score : x) {
            while (below < y.length && y[below] < score) {
                below++;
            }
            while (upTo < y.length && y[upTo] <= score) {
                upTo++;
            }
            wins += (below + upTo) / 2.0;
        }
        return OptionalDouble.of(wins / ((double) x.length * y.length));
    }

    /**
     * The interval of an area of which only the value and the class sizes are known, on the log-odds scale: {@code SE²
     * = (A(1 − A) + (m − 1)(Q₁ − A²) + (n − 1)(Q₂ − A²)) / mn} with {@code Q₁ = A/(2 − A)} and {@code Q₂ = 2A²/(1 +
     * A)}. It takes the scores to be exponential and usually covers more than it says; {@link DeLong} and {@link
     * BinaryScores} look at the scores themselves.
     *
     * @param area the area, 0 to 1
     * @param positives rows of the positive class, at least 1
     * @param negatives rows of the negative class, at least 1
     * @param confidence the confidence level, above 0 and below 1
     * @return the estimate
     * @throws IllegalArgumentException if a number is out of range
     */
    public static Estimate hanleyMcNeil(double area, long positives, long negatives, double confidence) {
        Estimate.requireConfidence(confidence);
        if (!(area >= 0 && area <= 1) || positives < 1 || negatives < 1) {
            throw new IllegalArgumentException("ROC AUC: expected an area from 0 to 1 and rows of both classes but got "
                    + area + " with " + positives + " positive and " + negatives + " negative rows");
        }
        if (area == 0 || area == 1) {
            return new AreaError(0, 0, positives, negatives).estimate(area, 0, confidence);
        }
        double square = area * area;
        double variance = (area * (1 - area)
                        + (positives - 1) * (area / (2 - area) - square)
                        + (negatives - 1) * (2 * square / (1 + area) - square))
                / ((double) positives * negatives);
        double reach = Quantiles.reach(confidence) * Math.sqrt(variance) / (area * (1 - area));
        return Span.logit(area, reach).estimate(area, confidence, IntervalMethod.HANLEY_MCNEIL, positives + negatives);
    }

    /** The scores of the positives and of the negatives in row order; −0 becomes 0, so that the two tie. */
    static double[][] split(double[] scores, boolean[] positive) {
        requireSameLength(scores.length, positive.length);
        double[] x = new double[scores.length];
        double[] y = new double[scores.length];
        int m = 0;
        int n = 0;
        for (int i = 0; i < scores.length; i++) {
            if (Double.isNaN(scores[i])) {
                throw new IllegalArgumentException(
                        "ROC AUC: expected scores but one is NaN, in row " + i + "; leave such rows out");
            }
            if (positive[i]) {
                x[m++] = scores[i] + 0.0;
            } else {
                y[n++] = scores[i] + 0.0;
            }
        }
        return new double[][] {Arrays.copyOf(x, m), Arrays.copyOf(y, n)};
    }

    static void requireSameLength(int scores, int labels) {
        if (scores != labels) {
            throw new IllegalArgumentException("ROC AUC: expected as many labels as scores but got " + scores
                    + " scores and " + labels + " labels");
        }
    }
}
