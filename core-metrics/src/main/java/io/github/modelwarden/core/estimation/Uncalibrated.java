package io.github.modelwarden.core.estimation;

/** Scores that are probabilities already. */
enum Uncalibrated implements Calibration {
    INSTANCE;

    @Override
    public double calibrate(double score) {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("calibration: expected a probability from 0 to 1 but got " + score
                    + "; calibrate such scores with IsotonicCalibration");
        }
        return score;
    }
}
