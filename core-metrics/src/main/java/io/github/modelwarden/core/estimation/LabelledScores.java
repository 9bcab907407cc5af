package io.github.modelwarden.core.estimation;

/** Finite scores with their labels: 1 for positive, 0 for negative. The arrays are not copied and never changed. */
final class LabelledScores {

    private final double[] scores;
    private final double[] labels;

    private LabelledScores(double[] scores, double[] labels) {
        this.scores = scores;
        this.labels = labels;
    }

    static LabelledScores of(double[] scores, boolean[] positive) {
        if (scores.length == 0 || scores.length != positive.length) {
            throw new IllegalArgumentException(
                    "calibration: expected at least one row and as many labels as scores but got " + scores.length
                            + " scores and " + positive.length + " labels");
        }
        double[] labels = new double[positive.length];
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isFinite(scores[i])) {
                throw new IllegalArgumentException("calibration, row " + i + ": expected a finite score but got "
                        + scores[i] + "; leave such rows out");
            }
            labels[i] = positive[i] ? 1 : 0;
        }
        return new LabelledScores(scores, labels);
    }

    int rows() {
        return scores.length;
    }

    boolean isPositive(int row) {
        return labels[row] == 1;
    }

    boolean areProbabilities() {
        for (double score : scores) {
            if (score < 0 || score > 1) {
                return false;
            }
        }
        return true;
    }

    /** The rows of one fold, or those of all the others. */
    LabelledScores part(int[] folds, int fold, boolean inside) {
        int size = 0;
        for (int other : folds) {
            size += (other == fold) == inside ? 1 : 0;
        }
        double[] partScores = new double[size];
        double[] partLabels = new double[size];
        int next = 0;
        for (int i = 0; i < scores.length; i++) {
            if ((folds[i] == fold) == inside) {
                partScores[next] = scores[i];
                partLabels[next++] = labels[i];
            }
        }
        return new LabelledScores(partScores, partLabels);
    }

    ScoreGroups groups() {
        return ScoreGroups.of(scores, labels);
    }

    /** Σ (probability − label)² under a calibration. */
    double squaredError(Calibration calibration) {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            double error = calibration.calibrate(scores[i]) - labels[i];
            sum += error * error;
        }
        return sum;
    }
}
