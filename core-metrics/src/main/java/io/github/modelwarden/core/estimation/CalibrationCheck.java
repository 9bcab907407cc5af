package io.github.modelwarden.core.estimation;

import java.util.SplittableRandom;

/** Decides whether scores are better calibrated or left alone; the rule stands at {@link Calibration#whenItHelps}. */
final class CalibrationCheck {

    private static final int FOLDS = 10;
    private static final long SEED = 10;

    private final LabelledScores rows;

    CalibrationCheck(LabelledScores rows) {
        this.rows = rows;
    }

    Calibration decide() {
        int[] folds = folds();
        return !rows.areProbabilities() || calibratedIsBetter(folds)
                ? IsotonicCalibration.fit(rows.groups())
                : Calibration.none();
    }

    private boolean calibratedIsBetter(int[] folds) {
        double improvement = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            LabelledScores heldOut = rows.part(folds, fold, true);
            Calibration fitted =
                    IsotonicCalibration.fit(rows.part(folds, fold, false).groups());
            improvement += heldOut.squaredError(Calibration.none()) - heldOut.squaredError(fitted);
        }
        return improvement > 0;
    }

    /** Deals the rows of each class out to the folds, in random order. */
    private int[] folds() {
        SplittableRandom random = new SplittableRandom(SEED);
        int[] order = new int[rows.rows()];
        for (int i = 0; i < order.length; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        int[] folds = new int[order.length];
        int positives = 0;
        int negatives = 0;
        for (int row : order) {
            folds[row] = (rows.isPositive(row) ? positives++ : negatives++) % FOLDS;
        }
        if (positives < FOLDS || negatives < FOLDS) {
            throw new IllegalArgumentException("calibration: expected at least " + FOLDS
                    + " reference rows of each class but got " + positives + " positive and " + negatives
                    + " negative ones; use more reference rows");
        }
        return folds;
    }
}
