package io.github.modelwarden.core.performance;

class SketchedErrorsMergeTest extends RegressionContract {

    @Override
    RegressionErrors create() {
        return RegressionErrors.create();
    }
}
