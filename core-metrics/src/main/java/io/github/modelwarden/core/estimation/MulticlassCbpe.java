package io.github.modelwarden.core.estimation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Confidence-based performance estimation of a classifier of several classes. Each class's probability is calibrated
 * against the rest as in {@link Cbpe}, then each row's are scaled to add up to 1. Accuracy is the mean probability of
 * the predicted class; the other metrics are the plain mean over classes of those of class against rest ("macro"),
 * and have no value when a class has none. The standard error of such a mean is the mean of the classes' standard
 * errors, which it cannot exceed.
 *
 * <p>Assumptions are those of {@link Cbpe}. Immutable.
 */
public final class MulticlassCbpe {

    private static final ClassificationMetric[] METRICS = ClassificationMetric.values();

    private final List<Calibration> calibrations;

    private MulticlassCbpe(List<Calibration> calibrations) {
        this.calibrations = List.copyOf(calibrations);
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
        return new MulticlassCbpe(calibrations);
    }

    /**
     * Estimates the performance on a window.
     *
     * @param probabilities {@code probabilities[i][c]} of row i and class c; not changed
     * @param predicted the predicted class of each row, from 0; not changed
     * @return the expected metrics
     * @throws IllegalArgumentException if rows do not fit each other or the reference's number of classes
     */
    public ClassificationPerformance estimate(double[][] probabilities, int[] predicted) {
        int classes = requireRows(probabilities, predicted);
        if (classes != calibrations.size()) {
            throw new IllegalArgumentException("performance: expected the probabilities of " + calibrations.size()
                    + " classes, as in the reference, but got " + classes);
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

    /**
     * The metrics once labels are known, by the same formulas as the estimates.
     *
     * @param probabilities {@code probabilities[i][c]} of row i and class c; not changed
     * @param predicted the predicted class of each row, from 0; not changed
     * @param actual the class of each row, from 0; not changed
     * @return the metrics
     * @throws IllegalArgumentException if rows do not fit each other
     */
    public static ClassificationPerformance realised(double[][] probabilities, int[] predicted, int[] actual) {
        int classes = requireRows(probabilities, predicted);
        requireRows(probabilities, actual);
        double[][] certain = new double[actual.length][classes];
        for (int i = 0; i < actual.length; i++) {
            certain[i][actual[i]] = 1;
        }
        return expected(probabilities, predicted, certain);
    }

    private static ClassificationPerformance expected(double[][] scores, int[] predicted, double[][] probabilities) {
        int classes = scores[0].length;
        List<ClassificationPerformance> perClass = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            perClass.add(
                    ClassificationPerformance.expected(column(scores, c), is(predicted, c), column(probabilities, c)));
        }
        Map<ClassificationMetric, Estimate> metrics = new EnumMap<>(ClassificationMetric.class);
        for (ClassificationMetric metric : METRICS) {
            macro(perClass, metric, predicted.length).ifPresent(estimate -> metrics.put(metric, estimate));
        }
        double right = 0;
        for (int i = 0; i < predicted.length; i++) {
            right += probabilities[i][predicted[i]];
        }
        double accuracy = Math.min(1, right / predicted.length);
        metrics.put(
                ClassificationMetric.ACCURACY,
                new Estimate(accuracy, Math.sqrt(accuracy * (1 - accuracy) / predicted.length), predicted.length));
        return new ClassificationPerformance(metrics);
    }

    private static Optional<Estimate> macro(
            List<ClassificationPerformance> perClass, ClassificationMetric metric, int rows) {
        double value = 0;
        double error = 0;
        for (ClassificationPerformance performance : perClass) {
            Optional<Estimate> ofClass = performance.get(metric);
            if (ofClass.isEmpty()) {
                return Optional.empty();
            }
            value += ofClass.get().value() / perClass.size();
            error += ofClass.get().standardError() / perClass.size();
        }
        return Optional.of(new Estimate(value, error, rows));
    }

    private static int requireRows(double[][] probabilities, int[] classOf) {
        if (probabilities.length == 0 || probabilities.length != classOf.length || probabilities[0].length < 2) {
            throw new IllegalArgumentException(
                    "performance: expected at least one row with probabilities of at least two"
                            + " classes, and a class for each row, but got " + probabilities.length + " rows and "
                            + classOf.length + " classes of rows");
        }
        int classes = probabilities[0].length;
        for (int i = 0; i < classOf.length; i++) {
            if (probabilities[i].length != classes || classOf[i] < 0 || classOf[i] >= classes) {
                throw new IllegalArgumentException("performance, row " + i + ": expected " + classes
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
