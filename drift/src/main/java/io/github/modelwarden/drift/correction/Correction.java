package io.github.modelwarden.drift.correction;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How p-values of several features are adjusted before each is compared with alpha. With no feature drifted, all
 * corrections but {@link #NONE} keep the probability of even one false alarm at alpha.
 */
public enum Correction {
    /**
     * Holm 1979: adjusted {@code p_(i) = max_{j≤i} (k − j + 1)·p_(j)}, at most 1. Bounds the probability of any false
     * alarm by alpha under every kind of dependence.
     */
    HOLM("holm") {
        @Override
        double[] adjustSorted(double[] sorted) {
            double[] adjusted = new double[sorted.length];
            double highest = 0;
            for (int i = 0; i < sorted.length; i++) {
                highest = Math.max(highest, Math.min(1, (sorted.length - i) * sorted[i]));
                adjusted[i] = highest;
            }
            return adjusted;
        }
    },

    /**
     * Benjamini and Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x: adjusted {@code p_(i) = min_{j≥i} k/j·p_(j)}.
     * Bounds the expected share of false alarms among the features called drifted by alpha, for independent or
     * positively dependent features.
     */
    BENJAMINI_HOCHBERG("bh") {
        @Override
        double[] adjustSorted(double[] sorted) {
            double[] adjusted = new double[sorted.length];
            double lowest = 1;
            for (int i = sorted.length - 1; i >= 0; i--) {
                lowest = Math.min(lowest, sorted.length * sorted[i] / (i + 1));
                adjusted[i] = lowest;
            }
            return adjusted;
        }
    },

    /**
     * Benjamini and Yekutieli 2001, doi:10.1214/aos/1013699998: the Benjamini–Hochberg adjustment times
     * {@code 1 + 1/2 + … + 1/k}. Bounds the expected share of false alarms under every kind of dependence.
     */
    BENJAMINI_YEKUTIELI("by") {
        @Override
        double[] adjustSorted(double[] sorted) {
            double harmonic = IntStream.rangeClosed(1, sorted.length)
                    .mapToDouble(i -> 1.0 / i)
                    .sum();
            return Arrays.stream(BENJAMINI_HOCHBERG.adjustSorted(
                            Arrays.stream(sorted).map(p -> p * harmonic).toArray()))
                    .map(p -> Math.min(1, p))
                    .toArray();
        }
    },

    /** No correction: alpha holds for each feature alone, so twenty features give a false alarm in 64 % of reports. */
    NONE("none") {
        @Override
        double[] adjustSorted(double[] sorted) {
            return sorted.clone();
        }
    };

    private final String word;

    Correction(String word) {
        this.word = word;
    }

    /** {@return the word used in options and reports: holm, bh, by or none} */
    public String word() {
        return word;
    }

    /**
     * Adjusts p-values.
     *
     * @param pValues p-values in any order, each in [0, 1]; not changed
     * @return adjusted p-values in the same order
     * @throws IllegalArgumentException if a p-value is outside [0, 1] or NaN
     */
    public double[] adjust(double[] pValues) {
        for (int i = 0; i < pValues.length; i++) {
            if (!(pValues[i] >= 0 && pValues[i] <= 1)) {
                throw new IllegalArgumentException(
                        word + ": expected p-values from 0 to 1 but got " + pValues[i] + " at position " + i);
            }
        }
        int[] order = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted =
                adjustSorted(Arrays.stream(order).mapToDouble(i -> pValues[i]).toArray());
        double[] result = new double[pValues.length];
        for (int i = 0; i < order.length; i++) {
            result[order[i]] = adjusted[i];
        }
        return result;
    }

    abstract double[] adjustSorted(double[] sorted);
}
