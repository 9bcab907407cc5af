package io.github.modelwarden.core.estimation;

import java.util.Arrays;

/**
 * The non-decreasing function of the score that fits the labels best in squares, found by pooling adjacent violators in
 * O(n log n): scores in order, and neighbours whose shares of positives fall are merged until they rise. Between the
 * merged groups it is linear, outside the scores seen it is constant. Rows of equal score are one group. Immutable.
 *
 * @see <a href="https://doi.org/10.1145/775047.775151">Zadrozny and Elkan 2002, doi:10.1145/775047.775151</a>
 */
public final class IsotonicCalibration implements Calibration {

    private final double[] scores;
    private final double[] probabilities;

    private IsotonicCalibration(double[] scores, double[] probabilities) {
        this.scores = scores;
        this.probabilities = probabilities;
    }

    /**
     * Fits the function.
     *
     * @param scores finite scores; not changed
     * @param positive which rows are actually positive; not changed
     * @return the calibration
     * @throws IllegalArgumentException if lengths differ, there is no row, or a score is not finite
     */
    public static IsotonicCalibration fit(double[] scores, boolean[] positive) {
        return fit(LabelledScores.of(scores, positive).groups());
    }

    static IsotonicCalibration fit(ScoreGroups groups) {
        int n = groups.count();
        double[] positives = new double[n];
        double[] rows = new double[n];
        int[] first = new int[n];
        int blocks = 0;
        for (int g = 0; g < n; g++) {
            positives[blocks] = groups.positives(g);
            rows[blocks] = groups.rows(g);
            first[blocks] = g;
            blocks++;
            while (blocks > 1 && positives[blocks - 2] * rows[blocks - 1] >= positives[blocks - 1] * rows[blocks - 2]) {
                positives[blocks - 2] += positives[blocks - 1];
                rows[blocks - 2] += rows[blocks - 1];
                blocks--;
            }
        }
        double[] scores = new double[2 * blocks];
        double[] probabilities = new double[2 * blocks];
        int knots = 0;
        for (int b = 0; b < blocks; b++) {
            int last = (b + 1 < blocks ? first[b + 1] : n) - 1;
            for (int g = first[b]; g <= last; g += Math.max(1, last - first[b])) {
                scores[knots] = groups.score(g);
                probabilities[knots++] = positives[b] / rows[b];
            }
        }
        return new IsotonicCalibration(Arrays.copyOf(scores, knots), Arrays.copyOf(probabilities, knots));
    }

    @Override
    public double calibrate(double score) {
        if (Double.isNaN(score)) {
            throw new IllegalArgumentException("calibration: expected a score but got NaN; leave such rows out");
        }
        int found = Arrays.binarySearch(scores, score + 0.0);
        if (found >= 0) {
            return probabilities[found];
        }
        int next = -found - 1;
        if (next == 0) {
            return probabilities[0];
        }
        if (next == scores.length) {
            return probabilities[next - 1];
        }
        double share = (score - scores[next - 1]) / (scores[next] - scores[next - 1]);
        return probabilities[next - 1] + share * (probabilities[next] - probabilities[next - 1]);
    }
}
