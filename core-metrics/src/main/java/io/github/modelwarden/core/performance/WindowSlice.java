package io.github.modelwarden.core.performance;

import io.github.modelwarden.core.profile.Moments;

/** The predictions of one grain of time and their labels so far. */
final class WindowSlice<A> {

    private final A performance;
    private final Moments scores = Moments.create();
    private final Moments labeledScores = Moments.create();
    private final long[] delays = new long[LabelDelays.BINS];

    WindowSlice(A performance) {
        this.performance = performance;
    }

    void predicted(double score) {
        scores.accept(score);
    }

    void labeled(double score, double delaySeconds) {
        labeledScores.accept(score);
        delays[LabelDelays.bin(delaySeconds)]++;
    }

    <P, L> void combine(WindowSlice<A> other, LabeledKind<P, L, A> kind) {
        kind.combine(performance, other.performance);
        scores.combine(other.scores);
        labeledScores.combine(other.labeledScores);
        for (int i = 0; i < delays.length; i++) {
            delays[i] += other.delays[i];
        }
    }

    A performance() {
        return performance;
    }

    long predictions() {
        return scores.count();
    }

    long labels() {
        return labeledScores.count();
    }

    long[] delays() {
        return delays;
    }

    Moments scores() {
        return scores;
    }

    Moments labeledScores() {
        return labeledScores;
    }
}
