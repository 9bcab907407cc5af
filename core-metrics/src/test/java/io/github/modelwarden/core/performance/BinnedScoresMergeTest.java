package io.github.modelwarden.core.performance;

class BinnedScoresMergeTest extends ScoresContract {

    @Override
    BinaryScores create() {
        return BinaryScores.withHistogram(50);
    }
}
