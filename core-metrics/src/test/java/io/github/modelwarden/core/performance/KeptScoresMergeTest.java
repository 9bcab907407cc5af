package io.github.modelwarden.core.performance;

class KeptScoresMergeTest extends ScoresContract {

    @Override
    BinaryScores create() {
        return BinaryScores.create();
    }
}
