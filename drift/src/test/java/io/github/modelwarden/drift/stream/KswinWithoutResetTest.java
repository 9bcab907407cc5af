package io.github.modelwarden.drift.stream;

class KswinWithoutResetTest extends FindsChangesContract {

    @Override
    Kswin method() {
        return Kswin.withDefaults().withAlpha(0.001).withWindow(80, 25).withoutReset();
    }

    @Override
    double[] stream() {
        return Streams.goldenValues();
    }

    @Override
    int mostDelay() {
        return 30;
    }

    @Override
    int mostBytes() {
        return 100 + 80 * 8 + 625 * 4;
    }

    @Override
    boolean startsAnew() {
        return false;
    }
}
