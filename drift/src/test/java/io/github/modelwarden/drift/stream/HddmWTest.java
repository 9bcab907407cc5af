package io.github.modelwarden.drift.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HddmWTest extends FindsChangesContract {

    private static final GoldenAlarms RIVER = GoldenAlarms.of("river");

    @Override
    HddmW method() {
        return HddmW.withDefaults()
                .withConfidences(0.01, 0.05)
                .withWeight(0.02)
                .withDirection(Direction.BOTH)
                .withFirstValue(HddmW.FirstValue.FADED);
    }

    @Override
    double[] constants() {
        return new double[] {0, 0.3, 1};
    }

    @Override
    int mostDelay() {
        return 100;
    }

    @Override
    int mostBytes() {
        return 300;
    }

    @Test
    void findsWhatRiverFinds() {
        RIVER.assertSame("hddm_w.default", HddmW.withDefaults().withFirstValue(HddmW.FirstValue.FADED));
        RIVER.assertSame("hddm_w.two_sided", method());
    }

    @Test
    void findsWhatMoaFindsWithTheFirstValueInFull() {
        GoldenAlarms.of("moa").assertSameDrifts("hddm_w.bits", HddmW.withDefaults());
    }

    @Test
    void aFallIsFoundOnRequest() {
        double[] falling = Streams.joined(Streams.errors(1, 500, 0.9), Streams.errors(2, 500, 0.05));
        assertThat(ChangeDetectors.alarms(HddmW.withDefaults(), falling)).isEmpty();
        assertThat(ChangeDetectors.alarms(HddmW.withDefaults().withDirection(Direction.DECREASE), falling))
                .hasSize(1);
    }

    @Test
    void anotherRangeOnlyChangesTheUnit() {
        double[] scaled =
                Arrays.stream(Streams.goldenBits()).map(x -> 16 * x - 8).toArray();
        assertThat(ChangeDetectors.alarms(HddmW.withDefaults().withRange(-8, 8), scaled))
                .isEqualTo(ChangeDetectors.alarms(HddmW.withDefaults(), Streams.goldenBits()));
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HddmW.withDefaults().withWeight(1))
                .withMessage("hddm_w: expected a weight between 0 and 1 but got 1.0; both ends are excluded");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HddmW.withDefaults().withConfidences(0.1, 0.01));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HddmW.withDefaults().withRange(0, Double.NaN));
    }
}
