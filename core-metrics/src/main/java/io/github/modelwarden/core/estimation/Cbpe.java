package io.github.modelwarden.core.estimation;

import io.github.modelwarden.core.performance.BinaryMetric;
import io.github.modelwarden.core.performance.Estimate;
import io.github.modelwarden.core.performance.PerformanceMetric;
import io.github.modelwarden.core.performance.ScoreMetric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Confidence-based performance estimation of a binary classifier: a calibrated score says how likely each prediction is
 * right, so the confusion matrix can be expected before labels come. With {@code p} the calibrated probability:
 * {@code tp = Σ p} and {@code fp = Σ (1 − p)} over rows predicted positive, {@code fn = Σ p} and {@code tn = Σ (1 − p)}
 * over the others; {@link #METRICS} follow from these, and ROC AUC from sweeping the threshold over the scores. What is
 * estimated are the metrics of {@link io.github.modelwarden.core.performance}, so that they can be compared with those
 * measured when labels are there.
 *
 * <p>Assumes that a row of a given score is positive as often as in the reference. That holds under covariate shift
 * inside the support of the reference, as far as the score tells rows apart that differ in their true probability. It
 * fails under concept drift (the same inputs now mean something else) and outside the support; the estimate does not
 * notice. Intervals are the sampling error of a window of this size and leave the calibration's own error out.
 * Immutable.
 *
 * @see <a href="https://nannyml.readthedocs.io/en/stable/how_it_works/performance_estimation.html">NannyML's
 *     description</a>
 */
public final class Cbpe {

    /** The metrics that are estimated. */
    public static final List<PerformanceMetric> METRICS = List.of(
            BinaryMetric.ACCURACY,
            BinaryMetric.PRECISION,
            BinaryMetric.RECALL,
            BinaryMetric.SPECIFICITY,
            BinaryMetric.F1,
            ScoreMetric.ROC_AUC);

    private final Calibration calibration;
    private final double confidence;

    private Cbpe(Calibration calibration, double confidence) {
        this.calibration = calibration;
        this.confidence = confidence;
    }

    /**
     * Learns from labelled reference rows whether and how scores must be calibrated.
     *
     * @param scores reference scores, higher meaning more positive; not changed
     * @param actual which reference rows are actually positive; not changed
     * @return the estimator
     * @throws IllegalArgumentException if lengths differ, a score is not finite, or either class has fewer than 10 rows
     */
    public static Cbpe fit(double[] scores, boolean[] actual) {
        return of(Calibration.whenItHelps(scores, actual));
    }

    /**
     * Uses a calibration as it is.
     *
     * @param calibration turns scores into probabilities
     * @return the estimator
     */
    public static Cbpe of(Calibration calibration) {
        return new Cbpe(calibration, Estimate.USUAL_CONFIDENCE);
    }

    /**
     * Sets the confidence level of intervals, 95 % unless set.
     *
     * @param level above 0 and below 1
     * @return an estimator with that setting
     * @throws IllegalArgumentException if it is out of range
     */
    public Cbpe withConfidence(double level) {
        return new Cbpe(calibration, Estimate.requireConfidence(level));
    }

    /** {@return how scores become probabilities} */
    public Calibration calibration() {
        return calibration;
    }

    /**
     * Estimates the performance on a window.
     *
     * @param scores scores of the window's rows; not changed
     * @param predicted which rows were predicted positive; not changed
     * @return the expected metrics
     * @throws IllegalArgumentException if lengths differ, there is no row, or a score is NaN
     */
    public EstimatedPerformance estimate(double[] scores, boolean[] predicted) {
        return EstimatedPerformance.of(expected(scores, predicted, calibration.calibrate(scores)), 0, 1, confidence);
    }

    /** The metrics expected when each row is positive with its probability. */
    static Map<PerformanceMetric, Expected> expected(double[] scores, boolean[] predicted, double[] probabilities) {
        if (scores.length == 0 || scores.length != predicted.length) {
            throw new IllegalArgumentException(
                    "performance estimation: expected at least one row and as many predictions as scores but got "
                            + scores.length + " scores and " + predicted.length + " predictions");
        }
        Map<PerformanceMetric, Expected> metrics = new LinkedHashMap<>();
        ExpectedConfusion.of(predicted, probabilities).putInto(metrics);
        ExpectedRocAuc.of(scores, probabilities).ifPresent(auc -> metrics.put(ScoreMetric.ROC_AUC, auc));
        return metrics;
    }
}
