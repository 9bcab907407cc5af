package io.github.modelwarden.core.estimation;

/**
 * Confidence-based performance estimation of a binary classifier: a calibrated score says how likely each prediction is
 * right, so the confusion matrix can be expected before labels come. With {@code p} the calibrated probability:
 * {@code tp = Σ p} and {@code fp = Σ (1 − p)} over rows predicted positive, {@code fn = Σ p} and {@code tn = Σ (1 − p)}
 * over the others; metrics follow from these, and ROC AUC from sweeping the threshold over the scores.
 *
 * <p>Assumes that a row of a given score is positive as often as in the reference. That holds under covariate shift
 * inside the support of the reference, as far as the score tells rows apart that differ in their true probability. It
 * fails under concept drift (the same inputs now mean something else) and outside the support; the estimate does not
 * notice. The standard error is the sampling error of a window of this size and leaves the calibration's own error out.
 * Immutable.
 *
 * @see <a href="https://nannyml.readthedocs.io/en/stable/how_it_works/performance_estimation.html">NannyML's
 *     description</a>
 */
public final class Cbpe {

    private final Calibration calibration;

    private Cbpe(Calibration calibration) {
        this.calibration = calibration;
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
        return new Cbpe(Calibration.whenItHelps(scores, actual));
    }

    /**
     * Uses a calibration as it is.
     *
     * @param calibration turns scores into probabilities
     * @return the estimator
     */
    public static Cbpe of(Calibration calibration) {
        return new Cbpe(calibration);
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
    public ClassificationPerformance estimate(double[] scores, boolean[] predicted) {
        return ClassificationPerformance.expected(scores, predicted, calibration.calibrate(scores));
    }
}
