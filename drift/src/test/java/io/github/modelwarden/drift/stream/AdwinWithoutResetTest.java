package io.github.modelwarden.drift.stream;

class AdwinWithoutResetTest extends FindsChangesContract {

    @Override
    Adwin method() {
        return Adwin.withDefaults()
                .withoutReset()
                .withCuts(Adwin.Cuts.WITHOUT_NEWEST_OF_SIZE)
                .withDirection(Direction.INCREASE);
    }

    @Override
    int mostDelay() {
        return 64;
    }

    @Override
    int mostBytes() {
        return 150 + 17 * (5 * 16 + 4);
    }

    @Override
    boolean startsAnew() {
        return false;
    }
}
