package io.github.modelwarden.drift.stream;

class CusumWithTargetTest extends FindsChangesContract {

    @Override
    Cusum method() {
        return Cusum.withDefaults()
                .withTarget(new Target(0.1, 0.3))
                .withDelta(0.5)
                .withThreshold(5)
                .withDirection(Direction.BOTH);
    }

    @Override
    double[] constants() {
        return new double[] {0, 0.1, 0.2};
    }

    @Override
    int mostDelay() {
        return 10;
    }
}
