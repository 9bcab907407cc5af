package io.github.modelwarden.drift.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HddmATest extends FindsChangesContract {

    private static final GoldenAlarms RIVER = GoldenAlarms.of("river");

    @Override
    HddmA method() {
        return HddmA.withDefaults().withConfidences(0.01, 0.05).withDirection(Direction.BOTH);
    }

    @Override
    double[] constants() {
        return new double[] {0, 0.3, 1};
    }

    @Override
    int mostDelay() {
        return 40;
    }

    @Test
    void findsWhatRiverAndMoaFind() {
        RIVER.assertSame("hddm_a.default", HddmA.withDefaults());
        RIVER.assertSame("hddm_a.two_sided", method());
        GoldenAlarms.of("moa").assertSameDrifts("hddm_a.bits", HddmA.withDefaults());
    }

    @Test
    void aFallIsFoundOnRequest() {
        double[] falling = Streams.joined(Streams.errors(1, 500, 0.8), Streams.errors(2, 500, 0.1));
        assertThat(ChangeDetectors.alarms(HddmA.withDefaults(), falling)).isEmpty();
        assertThat(ChangeDetectors.alarms(HddmA.withDefaults().withDirection(Direction.DECREASE), falling))
                .hasSize(1);
    }

    @Test
    void anotherRangeOnlyChangesTheUnit() {
        double[] scaled =
                Arrays.stream(Streams.goldenBits()).map(x -> 16 * x - 8).toArray();
        assertThat(ChangeDetectors.alarms(HddmA.withDefaults().withRange(-8, 8), scaled))
                .isEqualTo(ChangeDetectors.alarms(HddmA.withDefaults(), Streams.goldenBits()));
        ChangeDetector detector = HddmA.withDefaults().withRange(-8, 8).start();
        detector.accept(-8);
        detector.accept(4);
        assertThat(detector.estimate()).hasValue(-2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> detector.accept(9))
                .withMessage(
                        "hddm_a: expected a value between -8.0 and 8.0 but got 9.0 as value 3; widen the range with"
                                + " withRange(low, high)");
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HddmA.withDefaults().withConfidences(0.01, 0.001))
                .withMessage("hddm_a: expected a drift confidence of at most the warning confidence but got 0.01 and"
                        + " 0.001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HddmA.withDefaults().withConfidences(0, 0.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HddmA.withDefaults().withRange(1, 1))
                .withMessage("hddm_a: expected a range from a lower to a higher finite value but got 1.0 to 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HddmA.withDefaults().withRange(0, Double.POSITIVE_INFINITY));
    }
}
