package io.github.modelwarden.core.performance;

import java.util.function.Function;

/**
 * Standard errors of metrics of a square matrix of counts m, rows by the actual and columns by the predicted class, by
 * the delta method for a multinomial sample: {@code SE² = Σ mᵢⱼ·(∂f/∂mᵢⱼ)²} for a metric f that does not change when
 * all counts are multiplied, as then {@code Σ mᵢⱼ·∂f/∂mᵢⱼ = 0}.
 *
 * <p>The counts alone would claim certainty as soon as one kind of mistake has not occurred yet. So the interval is
 * built on counts with {@code z²/2} rows added to the diagonal and {@code z²/2} off it, evenly, which makes up the
 * interval of Agresti and Coull for a proportion (1998, doi:10.1080/00031305.1998.10480550).
 */
final class MatrixDelta {

    private MatrixDelta() {}

    /**
     * A metric's value with its derivative by each count, which is {@code row[i] + column[j]}, on the diagonal plus
     * {@code diagonal[i]}.
     */
    static final class Gradient {
        private final double value;
        private final double[] row;
        private final double[] column;
        private final double[] diagonal;

        Gradient(double value, int classes) {
            this.value = value;
            row = new double[classes];
            column = new double[classes];
            diagonal = new double[classes];
        }

        double value() {
            return value;
        }

        void add(int k, double byRow, double byColumn, double byDiagonal) {
            row[k] += byRow;
            column[k] += byColumn;
            diagonal[k] += byDiagonal;
        }

        double standardError(double[][] counts) {
            double variance = 0;
            for (int i = 0; i < counts.length; i++) {
                for (int j = 0; j < counts.length; j++) {
                    double slope = row[i] + column[j] + (i == j ? diagonal[i] : 0);
                    variance += counts[i][j] * slope * slope;
                }
            }
            return Math.sqrt(variance);
        }
    }

    static Span interval(long[][] counts, Function<double[][], Gradient> metric, double confidence) {
        double z = Quantiles.reach(confidence);
        double[][] smoothed = smoothed(counts, z);
        Gradient gradient = metric.apply(smoothed);
        return Span.around(gradient.value(), z * gradient.standardError(smoothed));
    }

    private static double[][] smoothed(long[][] seen, double z) {
        // a single class leaves no room for a mistake, so one more is thought of
        long[][] counts = seen.length == 1 ? new long[][] {{seen[0][0], 0}, {0, 0}} : seen;
        int classes = counts.length;
        double hit = z * z / (2 * classes);
        double miss = hit / (classes - 1);
        double[][] smoothed = new double[classes][classes];
        for (int i = 0; i < classes; i++) {
            for (int j = 0; j < classes; j++) {
                smoothed[i][j] = counts[i][j] + (i == j ? hit : miss);
            }
        }
        return smoothed;
    }

    static double[][] exact(long[][] counts) {
        double[][] exact = new double[counts.length][counts.length];
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                exact[i][j] = counts[i][j];
            }
        }
        return exact;
    }

    /**
     * The mean over classes of the share {@code 1 − (pₖ − mₖₖ)/(n − tₖ)} of the rows of other classes that are not taken
     * for class k, which is actual in tₖ and predicted in pₖ rows; NaN if no class has rows of others beside it.
     */
    static Gradient specificity(double[][] m) {
        Margins margins = Margins.of(m);
        double sum = 0;
        int counted = 0;
        for (int k = 0; k < m.length; k++) {
            double others = margins.total() - margins.actual(k);
            if (others > 0) {
                sum += 1 - (margins.predicted(k) - m[k][k]) / others;
                counted++;
            }
        }
        Gradient gradient = new Gradient(counted > 0 ? sum / counted : Double.NaN, m.length);
        double byEveryCell = 0;
        for (int k = 0; k < m.length; k++) {
            double others = margins.total() - margins.actual(k);
            if (others > 0) {
                double weight = 1 / (others * counted);
                double byOthers = weight * (margins.predicted(k) - m[k][k]) / others;
                byEveryCell += byOthers;
                gradient.add(k, -byOthers, -weight, weight);
            }
        }
        for (int k = 0; k < m.length; k++) {
            gradient.add(k, byEveryCell, 0, 0);
        }
        return gradient;
    }

    /** Cohen's {@code κ = (pₒ − pₑ)/(1 − pₑ)}; NaN if all rows are of one class and predicted so. */
    static Gradient kappa(double[][] m) {
        Margins margins = Margins.of(m);
        double n = margins.total();
        double observed = margins.hits() / n;
        double expected = margins.crossed() / (n * n);
        Gradient gradient = new Gradient((observed - expected) / (1 - expected), m.length);
        double byObserved = 1 / (1 - expected);
        double byExpected = -(1 - observed) / ((1 - expected) * (1 - expected));
        for (int k = 0; k < m.length; k++) {
            // ∂pₒ = 1{i=j}/n − pₒ/n, ∂pₑ = (predictedᵢ + actualⱼ)/n² − 2pₑ/n; what is the same for all cells goes to
            // the rows
            gradient.row[k] = byExpected * margins.predicted(k) / (n * n)
                    - byObserved * observed / n
                    - byExpected * 2 * expected / n;
            gradient.column[k] = byExpected * margins.actual(k) / (n * n);
            gradient.diagonal[k] = byObserved / n;
        }
        return gradient;
    }

    /**
     * The correlation of actual and predicted class, {@code (c·n − Σtₖpₖ)/√((n² − Σpₖ²)(n² − Σtₖ²))} for c hits; NaN if
     * one class alone is actual or predicted. Gorodkin 2004, doi:10.1016/j.compbiolchem.2004.09.006.
     */
    static Gradient matthews(double[][] m) {
        Margins margins = Margins.of(m);
        double n = margins.total();
        double above = margins.hits() * n - margins.crossed();
        double spreadPredicted = n * n - squares(margins.predicted);
        double spreadActual = n * n - squares(margins.actual);
        double root = Math.sqrt(spreadPredicted) * Math.sqrt(spreadActual);
        double value = Math.max(-1, Math.min(1, above / root));
        Gradient gradient = new Gradient(value, m.length);
        for (int k = 0; k < m.length; k++) {
            double actual = margins.actual(k);
            double predicted = margins.predicted(k);
            gradient.add(
                    k,
                    (margins.hits() - predicted) / root - value * (n - actual) / spreadActual,
                    -actual / root - value * (n - predicted) / spreadPredicted,
                    n / root);
        }
        return gradient;
    }

    private static double squares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    /** Row and column sums of a matrix. */
    static final class Margins {
        private final double[] actual;
        private final double[] predicted;
        private double hits;
        private double total;

        private Margins(int classes) {
            actual = new double[classes];
            predicted = new double[classes];
        }

        static Margins of(double[][] m) {
            Margins margins = new Margins(m.length);
            for (int i = 0; i < m.length; i++) {
                margins.hits += m[i][i];
                for (int j = 0; j < m.length; j++) {
                    margins.actual[i] += m[i][j];
                    margins.predicted[j] += m[i][j];
                    margins.total += m[i][j];
                }
            }
            return margins;
        }

        double actual(int k) {
            return actual[k];
        }

        double predicted(int k) {
            return predicted[k];
        }

        double hits() {
            return hits;
        }

        double total() {
            return total;
        }

        double crossed() {
            double sum = 0;
            for (int k = 0; k < actual.length; k++) {
                sum += actual[k] * predicted[k];
            }
            return sum;
        }
    }
}
