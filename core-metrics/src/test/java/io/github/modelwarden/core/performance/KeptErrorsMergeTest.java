package io.github.modelwarden.core.performance;

class KeptErrorsMergeTest extends RegressionContract {

    @Override
    RegressionErrors create() {
        return RegressionErrors.keepingErrors();
    }
}
