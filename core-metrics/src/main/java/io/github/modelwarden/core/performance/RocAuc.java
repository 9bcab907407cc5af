package io.github.modelwarden.core.performance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Area under the receiver operating characteristic: the probability that a random positive scores higher than a random
 * negative, ties counting one half. Computed from midranks in O(n log n):
 * {@code AUC = (Σ ranks of positives − m(m + 1)/2) / (m·n)} for m positives and n negatives.
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
        if (scores.length != positive.length) {
            throw new IllegalArgumentException("ROC AUC: expected as many labels as scores but got " + scores.length
                    + " scores and " + positive.length + " labels");
        }
        if (Arrays.stream(scores).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("ROC AUC: expected scores but one is NaN; leave such rows out");
        }
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
        double rankSum = 0;
        long positives = 0;
        for (int start = 0; start < order.length; ) {
            int end = start;
            while (end < order.length && scores[order[end]] == scores[order[start]]) {
                end++;
            }
            double midrank = (start + 1 + end) / 2.0;
            for (int i = start; i < end; i++) {
                if (positive[order[i]]) {
                    rankSum += midrank;
                    positives++;
                }
            }
            start = end;
        }
        long negatives = scores.length - positives;
        return positives == 0 || negatives == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives));
    }
}
