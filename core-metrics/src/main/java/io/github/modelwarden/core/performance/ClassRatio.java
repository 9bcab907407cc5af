package io.github.modelwarden.core.performance;

import java.util.BitSet;

/**
 * A metric of one class out of several: {@code hit·mₖₖ / (actual·tₖ + predicted·pₖ + both·mₖₖ)} for a class that is
 * right in mₖₖ rows, actual in tₖ and predicted in pₖ.
 */
record ClassRatio(double hit, double actual, double predicted, double both) {

    static final ClassRatio PRECISION = new ClassRatio(1, 0, 1, 0);
    static final ClassRatio RECALL = new ClassRatio(1, 1, 0, 0);
    static final ClassRatio JACCARD = new ClassRatio(1, 1, 1, -1);

    static ClassRatio fBeta(double beta) {
        if (!(beta > 0 && Double.isFinite(beta))) {
            throw new IllegalArgumentException("F-beta: expected a beta above 0 but got " + beta);
        }
        return new ClassRatio(1 + beta * beta, beta * beta, 1, 0);
    }

    /** {@return the metric of class k, NaN if its denominator is 0} */
    double of(double[][] m, MatrixDelta.Margins margins, int k) {
        double below = below(m, margins, k);
        return below > 0 ? hit * m[k][k] / below : Double.NaN;
    }

    private double below(double[][] m, MatrixDelta.Margins margins, int k) {
        return actual * margins.actual(k) + predicted * margins.predicted(k) + both * m[k][k];
    }

    /**
     * Which classes an average counts, and how.
     *
     * @param counted classes that count
     * @param defined classes whose own value counts; the others stand with a fixed value
     * @param fixed that value
     * @param bySupport whether classes weigh as much as they have actual rows, or all the same
     */
    record Mean(BitSet counted, BitSet defined, double fixed, boolean bySupport) {}

    /** The average over classes, with the derivative by each count. */
    MatrixDelta.Gradient mean(double[][] m, Mean mean) {
        MatrixDelta.Margins margins = MatrixDelta.Margins.of(m);
        double[] weights = new double[m.length];
        double all = 0;
        for (int k = 0; k < m.length; k++) {
            weights[k] = mean.counted.get(k) ? (mean.bySupport ? margins.actual(k) : 1) : 0;
            all += weights[k];
        }
        double value = 0;
        double[] values = new double[m.length];
        for (int k = 0; k < m.length; k++) {
            values[k] = mean.defined.get(k) ? of(m, margins, k) : mean.fixed;
            value += weights[k] == 0 ? 0 : weights[k] / all * values[k];
        }
        MatrixDelta.Gradient gradient = new MatrixDelta.Gradient(all > 0 ? value : Double.NaN, m.length);
        for (int k = 0; k < m.length; k++) {
            if (mean.counted.get(k) && mean.defined.get(k)) {
                double below = below(m, margins, k);
                double weight = weights[k] / all;
                gradient.add(
                        k,
                        -weight * actual * values[k] / below,
                        -weight * predicted * values[k] / below,
                        weight * (hit - both * values[k]) / below);
            }
            if (mean.bySupport && mean.counted.get(k)) {
                gradient.add(k, (values[k] - value) / all, 0, 0);
            }
        }
        return gradient;
    }
}
