package io.github.modelwarden.core.estimation;

import java.util.Map;

/**
 * A confusion matrix of expected counts: each row adds its probability to the cell it is in if positive, and the rest
 * to the other. Labels are probabilities of 0 and 1.
 *
 * <p>Standard errors come from the first-order expansion of each metric as a ratio of means over rows.
 */
record ExpectedConfusion(double tp, double fp, double fn, double tn) {

    static ExpectedConfusion of(boolean[] predicted, double[] probabilities) {
        double tp = 0;
        double fp = 0;
        double fn = 0;
        double tn = 0;
        for (int i = 0; i < predicted.length; i++) {
            double p = probabilities[i];
            if (predicted[i]) {
                tp += p;
                fp += 1 - p;
            } else {
                fn += p;
                tn += 1 - p;
            }
        }
        return new ExpectedConfusion(tp, fp, fn, tn);
    }

    void putInto(Map<ClassificationMetric, Estimate> metrics) {
        put(metrics, ClassificationMetric.ACCURACY, tp + tn, tp + fp + fn + tn);
        put(metrics, ClassificationMetric.PRECISION, tp, tp + fp);
        put(metrics, ClassificationMetric.RECALL, tp, tp + fn);
        put(metrics, ClassificationMetric.SPECIFICITY, tn, tn + fp);
        double denominator = 2 * tp + fp + fn;
        if (denominator > 0) {
            double f1 = 2 * tp / denominator;
            // a true positive moves F1 by (2 − 2·F1)/d, an error by −F1/d
            double squares = tp * (2 - 2 * f1) * (2 - 2 * f1) + (fp + fn) * f1 * f1;
            metrics.put(ClassificationMetric.F1, new Estimate(f1, Math.sqrt(squares) / denominator, rows()));
        }
    }

    private void put(
            Map<ClassificationMetric, Estimate> metrics, ClassificationMetric metric, double part, double whole) {
        if (whole > 0) {
            double ratio = part / whole;
            metrics.put(metric, new Estimate(ratio, Math.sqrt(Math.max(0, ratio * (1 - ratio)) / whole), rows()));
        }
    }

    private long rows() {
        return Math.round(tp + fp + fn + tn);
    }
}
