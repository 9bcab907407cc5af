package io.github.modelwarden.core.estimation;

import java.util.Arrays;

/** Rows grouped by equal score, in ascending order, with the number of rows and of positives (or their expectation). */
final class ScoreGroups {

    private final double[] scores;
    private final double[] rows;
    private final double[] positives;

    private ScoreGroups(double[] scores, double[] rows, double[] positives) {
        this.scores = scores;
        this.rows = rows;
        this.positives = positives;
    }

    /** Groups rows in O(n log n). */
    static ScoreGroups of(double[] scores, double[] probabilities) {
        double[] sorted = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            if (Double.isNaN(scores[i])) {
                throw new IllegalArgumentException(
                        "estimation, row " + i + ": expected a score but got NaN; leave rows without a score out");
            }
            sorted[i] = scores[i] + 0.0; // −0.0 and 0.0 are one score
        }
        Arrays.sort(sorted);
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] > sorted[i - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        double[] values = Arrays.copyOf(sorted, distinct);
        ScoreGroups groups = new ScoreGroups(values, new double[distinct], new double[distinct]);
        for (int i = 0; i < scores.length; i++) {
            int group = Arrays.binarySearch(values, scores[i] + 0.0);
            groups.rows[group]++;
            groups.positives[group] += probabilities[i];
        }
        return groups;
    }

    int count() {
        return scores.length;
    }

    double score(int group) {
        return scores[group];
    }

    double rows(int group) {
        return rows[group];
    }

    double positives(int group) {
        return positives[group];
    }

    double negatives(int group) {
        return rows[group] - positives[group];
    }
}
