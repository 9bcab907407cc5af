package io.github.modelwarden.retraining.gate;

import io.github.modelwarden.retraining.training.Model;
import io.github.modelwarden.retraining.training.TrainingSet;
import java.util.BitSet;

/** Champion and challenger on the same labelled rows, none of which either was trained on. Immutable by use. */
public final class Comparison {

    private final double[] championScores;
    private final double[] challengerScores;
    private final double championThreshold;
    private final double challengerThreshold;
    private final boolean[] positive;

    private Comparison(
            double[] championScores,
            double championThreshold,
            double[] challengerScores,
            double challengerThreshold,
            boolean[] positive) {
        this.championScores = championScores;
        this.championThreshold = championThreshold;
        this.challengerScores = challengerScores;
        this.challengerThreshold = challengerThreshold;
        this.positive = positive;
    }

    /**
     * Scores the rows with both models.
     *
     * @param champion the model in service
     * @param challenger the model that wants to replace it
     * @param holdout labelled rows
     * @return the comparison
     */
    public static Comparison of(Model champion, Model challenger, TrainingSet holdout) {
        return new Comparison(
                champion.scores(holdout.features()),
                champion.threshold(),
                challenger.scores(holdout.features()),
                challenger.threshold(),
                holdout.positive());
    }

    static Comparison ofScores(double[] champion, double[] challenger, double threshold, boolean[] positive) {
        return new Comparison(champion, threshold, challenger, threshold, positive);
    }

    int rows() {
        return positive.length;
    }

    int positives() {
        return bits(positive).cardinality();
    }

    double[] championScores() {
        return championScores;
    }

    double championThreshold() {
        return championThreshold;
    }

    double[] challengerScores() {
        return challengerScores;
    }

    double challengerThreshold() {
        return challengerThreshold;
    }

    boolean[] positive() {
        return positive;
    }

    boolean[] championDecisions() {
        return decisions(championScores, championThreshold);
    }

    boolean[] challengerDecisions() {
        return decisions(challengerScores, challengerThreshold);
    }

    PairedBootstrap.Decisions decisions() {
        return new PairedBootstrap.Decisions(
                bits(championDecisions()), bits(challengerDecisions()), bits(positive), positive.length);
    }

    private static boolean[] decisions(double[] scores, double threshold) {
        boolean[] decisions = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            decisions[i] = scores[i] >= threshold;
        }
        return decisions;
    }

    private static BitSet bits(boolean[] values) {
        BitSet bits = new BitSet(values.length);
        for (int i = 0; i < values.length; i++) {
            bits.set(i, values[i]);
        }
        return bits;
    }
}
