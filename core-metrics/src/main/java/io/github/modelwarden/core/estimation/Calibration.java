package io.github.modelwarden.core.estimation;

/** Turns a classifier's scores into probabilities of the positive class. Implementations are immutable. */
public sealed interface Calibration permits IsotonicCalibration, Uncalibrated {

    /**
     * The probability that a row of this score is positive.
     *
     * @param score a score, not NaN
     * @return a probability
     */
    double calibrate(double score);

    /**
     * The probabilities of several rows.
     *
     * @param scores scores, none NaN; not changed
     * @return a probability for each
     */
    default double[] calibrate(double[] scores) {
        double[] probabilities = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] = calibrate(scores[i]);
        }
        return probabilities;
    }

    /**
     * Takes scores as probabilities as they are.
     *
     * @return the calibration that changes nothing; it refuses scores outside [0, 1]
     */
    static Calibration none() {
        return Uncalibrated.INSTANCE;
    }

    /**
     * Isotonic calibration if it makes probabilities better, else none. Rows are dealt to ten folds that keep the
     * share of positives, with a fixed seed, and each fold is calibrated by a fit to the other nine. The Brier score
     * of the held-out rows, {@code Σ (probability − label)²/n}, must be lower than that of the raw scores; as
     * calibration hardly changes the order of rows, what it lowers is the calibration error in it. (The binned
     * calibration error itself would choose calibration nearly always when rows are few: in small bins it rewards
     * probabilities near 0 and 1.) Scores outside [0, 1] are no probabilities and are always calibrated.
     *
     * @param scores reference scores; not changed
     * @param positive which reference rows are actually positive; not changed
     * @return the calibration
     * @throws IllegalArgumentException if lengths differ, a score is NaN, or either class has fewer than 10 rows
     */
    static Calibration whenItHelps(double[] scores, boolean[] positive) {
        return new CalibrationCheck(LabelledScores.of(scores, positive)).decide();
    }
}
