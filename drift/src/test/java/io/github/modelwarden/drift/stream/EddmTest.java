package io.github.modelwarden.drift.stream;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class EddmTest extends FindsChangesContract {

    private static final GoldenAlarms RIVER = GoldenAlarms.of("river");

    @Override
    Eddm method() {
        return Eddm.withDefaults().withRatios(0.9, 0.8).withWarmStart(60).withMinimumErrors(60);
    }

    @Override
    int mostDelay() {
        return 250;
    }

    @Test
    void findsWhatRiverFinds() {
        RIVER.assertSame("eddm.default", Eddm.withDefaults());
        RIVER.assertSame("eddm.settings", method());
    }

    @Test
    void findsWhatOthersFindWithTheirDeviationAndWarmStart() {
        Eddm moa = Eddm.withDefaults().withDeviation(Eddm.Deviation.POPULATION).withWarmStart(29);
        GoldenAlarms.of("moa").assertSameDrifts("eddm.bits", moa);
        GoldenAlarms.of("frouros").assertSameDrifts("eddm.default", moa.withMinimumErrors(29));
    }

    @Test
    void onlyErrorsAndNonErrorsAreTaken() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Eddm.withDefaults().start().accept(0.5))
                .withMessage("eddm: expected 0 or 1 but got 0.5 as value 1; pass 0 for a right and 1 for a wrong"
                        + " prediction");
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Eddm.withDefaults().withRatios(0.9, 0.95))
                .withMessage("eddm: expected a drift ratio of at most the warning ratio but got 0.95 and 0.9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Eddm.withDefaults().withRatios(1, 0.9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Eddm.withDefaults().withRatios(0.9, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Eddm.withDefaults().withWarmStart(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Eddm.withDefaults().withMinimumErrors(0));
    }
}
