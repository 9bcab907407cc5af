package io.github.modelwarden.core.estimation;

import io.github.modelwarden.core.performance.BinaryMetric;
import io.github.modelwarden.core.performance.Estimate;
import io.github.modelwarden.core.performance.MulticlassMetric;
import io.github.modelwarden.core.performance.MulticlassScoreMetric;
import io.github.modelwarden.core.performance.PerformanceMetric;
import io.github.modelwarden.core.performance.ScoreMetric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Confidence-based performance estimation of a classifier of several classes. Each class's probability is calibrated
 * against the rest as in {@link Cbpe}, then each row's are scaled to add up to 1. Accuracy is the mean probability of
 * the predicted class; the other {@link #METRICS} are the plain mean over classes of those of class against rest
 * ("macro"), with the conventions of {@link MulticlassMetric}: a class without precision, recall or F1 counts as 0, one
 * without specificity or area is left out. The standard error of such a mean is the mean of the classes' standard
 * errors, which it cannot exceed.
 *
 * <p>Assumptions are those of {@link Cbpe}. Immutable.
 */
public final class MulticlassCbpe {

    /** The metrics that are estimated. */
    public static final List<PerformanceMetric> METRICS = List.of(
            MulticlassMetric.ACCURACY,
            MulticlassMetric.PRECISION_MACRO,
            MulticlassMetric.RECALL_MACRO,
            MulticlassMetric.SPECIFICITY_MACRO,
            MulticlassMetric.F1_MACRO,
            MulticlassScoreMetric.ROC_AUC_OVR_MACRO);

    private final List<Calibration> calibrations;
    private final double confidence;

    private MulticlassCbpe(List<Calibration> calibrations, double confidence) {
        this.calibrations = List.copyOf(calibrations);
        this.confidence = confidence;
    }

    /**
     * Learns from labelled reference rows whether and how the probabilities must be calibrated.
     *
     * @param probabilities {@code probabilities[i][c]} of row i and class c, the same number of classes in each row, at
     *     least 2; not changed
     * @param actual the class of each row, from 0; not changed
     * @return the estimator
     * @throws IllegalArgumentException if rows do not fit each other, or a class has fewer than 10 rows
     */
    public static MulticlassCbpe fit(double[][] probabilities, int[] actual) {
        int classes = requireRows(probabilities, actual);
        List<Calibration> calibrations = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            try {
                calibrations.add(Calibration.whenItHelps(column(probabilities, c), is(actual, c)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("class " + c + " against the rest: " + e.getMessage(), e);
            }
        }
        return new MulticlassCbpe(calibrations, Estimate.USUAL_CONFIDENCE);
    }

    /**
     * Sets the confidence level of intervals, 95 % unless set.
     *
     * @param level above 0 and below 1
     * @return an estimator with that setting
     * @throws IllegalArgumentException if it is out of range
     */
    public MulticlassCbpe withConfidence(double level) {
        return new MulticlassCbpe(calibrations, Estimate.requireConfidence(level));
    }

    /**
     * Estimates the performance on a window.
     *
     * @param probabilities {@code probabilities[i][c]} of row i and class c; not changed
     * @param predicted the predicted class of each row, from 0; not changed
     * @return the expected metrics
     * @throws IllegalArgumentException if rows do not fit each other or the reference's number of classes
     */
    public EstimatedPerformance estimate(double[][] probabilities, int[] predicted) {
        return EstimatedPerformance.of(expected(probabilities, predicted), 0, 1, confidence);
    }

    Map<PerformanceMetric, Expected> expected(double[][] probabilities, int[] predicted) {
        int classes = requireRows(probabilities, predicted);
        if (classes != calibrations.size()) {
            throw new IllegalArgumentException("performance estimation: expected the probabilities of "
                    + calibrations.size() + " classes, as in the reference, but got " + classes);
        }
        double[][] calibrated = new double[probabilities.length][classes];
        for (int i = 0; i < calibrated.length; i++) {
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                calibrated[i][c] = calibrations.get(c).calibrate(probabilities[i][c]);
                sum += calibrated[i][c];
            }
            for (int c = 0; c < classes; c++) {
                calibrated[i][c] = sum > 0 ? calibrated[i][c] / sum : 1.0 / classes;
            }
        }
        return expected(probabilities, predicted, calibrated);
    }

    /** The metrics expected when each row is of each class with a probability. */
    static Map<PerformanceMetric, Expected> expected(double[][] scores, int[] predicted, double[][] probabilities) {
        List<Map<PerformanceMetric, Expected>> perClass = new ArrayList<>();
        for (int c = 0; c < scores[0].length; c++) {
            perClass.add(Cbpe.expected(column(scores, c), is(predicted, c), column(probabilities, c)));
        }
        double right = 0;
        for (int i = 0; i < predicted.length; i++) {
            right += probabilities[i][predicted[i]];
        }
        double accuracy = Math.min(1, right / predicted.length);
        Map<PerformanceMetric, Expected> metrics = new LinkedHashMap<>();
        metrics.put(
                MulticlassMetric.ACCURACY,
                new Expected(accuracy, Math.sqrt(accuracy * (1 - accuracy) / predicted.length), predicted.length));
        for (int m = 1; m < METRICS.size(); m++) {
            macro(perClass, m, predicted.length, metrics);
        }
        return metrics;
    }

    /** The mean of a metric of {@link Cbpe#METRICS} over the classes, which has the same place in {@link #METRICS}. */
    private static void macro(
            List<Map<PerformanceMetric, Expected>> perClass,
            int place,
            int rows,
            Map<PerformanceMetric, Expected> metrics) {
        PerformanceMetric ofClass = Cbpe.METRICS.get(place);
        boolean leaveOut = ofClass == BinaryMetric.SPECIFICITY || ofClass == ScoreMetric.ROC_AUC;
        double value = 0;
        double error = 0;
        int counted = 0;
        for (Map<PerformanceMetric, Expected> performance : perClass) {
            Expected expected = performance.get(ofClass);
            if (expected != null) {
                value += expected.value();
                error += expected.standardError();
            }
            counted += expected == null && leaveOut ? 0 : 1;
        }
        if (counted > 0) {
            metrics.put(METRICS.get(place), new Expected(value / counted, error / counted, rows));
        }
    }

    private static int requireRows(double[][] probabilities, int[] classOf) {
        if (probabilities.length == 0 || probabilities.length != classOf.length || probabilities[0].length < 2) {
            throw new IllegalArgumentException(
                    "performance estimation: expected at least one row with probabilities of at least two"
                            + " classes, and a class for each row, but got " + probabilities.length + " rows and "
                            + classOf.length + " classes of rows");
        }
        int classes = probabilities[0].length;
        for (int i = 0; i < classOf.length; i++) {
            if (probabilities[i].length != classes || classOf[i] < 0 || classOf[i] >= classes) {
                throw new IllegalArgumentException("performance estimation, row " + i + ": expected " + classes
                        + " probabilities and a class from 0 to " + (classes - 1) + " but got "
                        + probabilities[i].length + " and class " + classOf[i]);
            }
        }
        return classes;
    }

    private static double[] column(double[][] rows, int column) {
        double[] values = new double[rows.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows[i][column];
        }
        return values;
    }

    private static boolean[] is(int[] classOf, int wanted) {
        boolean[] is = new boolean[classOf.length];
        for (int i = 0; i < is.length; i++) {
            is[i] = classOf[i] == wanted;
        }
        return is;
    }
}
