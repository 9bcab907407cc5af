package io.github.modelwarden.drift.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.modelwarden.drift.stream.PageHinkley.Variant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PageHinkleyTest extends FindsChangesContract {

    private static final GoldenAlarms RIVER = GoldenAlarms.of("river");
    private static final GoldenAlarms FROUROS = GoldenAlarms.of("frouros");

    @Override
    PageHinkley method() {
        return PageHinkley.withDefaults()
                .withVariant(Variant.MINIMUM)
                .withThreshold(15)
                .withForgetting(0.999)
                .withMinimumValues(200)
                .withDirection(Direction.BOTH);
    }

    @Override
    double[] stream() {
        return Streams.goldenValues();
    }

    @Override
    double[] constants() {
        return new double[] {0, 0.1, -7.3, 1e9};
    }

    @Override
    int mostDelay() {
        return 100;
    }

    @Test
    void theMinimumVariantFindsWhatRiverFinds() {
        PageHinkley minimum = PageHinkley.withDefaults().withVariant(Variant.MINIMUM);
        RIVER.assertSame("page_hinkley.up", minimum.withThreshold(25));
        RIVER.assertSame(
                "page_hinkley.down", minimum.withThreshold(25).withDelta(0.05).withDirection(Direction.DECREASE));
        RIVER.assertSame("page_hinkley.both", method());
    }

    @Test
    void theUnclampedVariantFindsWhatFrourosAndMoaFind() {
        PageHinkley unclamped = PageHinkley.withDefaults().withVariant(Variant.UNCLAMPED);
        FROUROS.assertSame("page_hinkley.default", unclamped);
        FROUROS.assertSame(
                "page_hinkley.settings",
                unclamped
                        .withDelta(0.02)
                        .withThreshold(20)
                        .withForgetting(0.999)
                        .withMinimumValues(50));
        GoldenAlarms.of("moa").assertSameDrifts("page_hinkley.values", unclamped);
    }

    @Test
    void theClampedVariantNeverOwesWhatALongStableStreamSaved() {
        double[] stream = Streams.joined(Streams.constant(5_000, 1), Streams.constant(1_000, 1.5));
        PageHinkley ph = PageHinkley.withDefaults().withDelta(0.1);
        long clamped = ChangeDetectors.alarms(ph, stream)[0];
        assertThat(clamped).isBetween(5_100L, 5_200L);
        assertThat(ChangeDetectors.alarms(ph.withVariant(Variant.MINIMUM), stream)[0])
                .isBetween(clamped - 15, clamped + 15);
        assertThat(ChangeDetectors.alarms(ph.withVariant(Variant.UNCLAMPED), stream))
                .isEmpty();
    }

    @Test
    void aFallIsTheMirrorOfARise() {
        double[] stream = Streams.goldenValues();
        double[] mirrored = Arrays.stream(stream).map(x -> -x).toArray();
        for (Variant variant : Variant.values()) {
            PageHinkley ph = PageHinkley.withDefaults().withThreshold(20).withVariant(variant);
            assertThat(ChangeDetectors.alarms(ph.withDirection(Direction.DECREASE), mirrored))
                    .as("%s", variant)
                    .isNotEmpty()
                    .isEqualTo(ChangeDetectors.alarms(ph, stream));
        }
    }

    @Test
    void noAlarmBeforeTheMinimumOfValues() {
        double[] stream = Streams.joined(Streams.constant(30, 1), new double[] {100, 1});
        assertThat(ChangeDetectors.alarms(PageHinkley.withDefaults(), stream)).containsExactly(30);
        assertThat(ChangeDetectors.alarms(PageHinkley.withDefaults().withMinimumValues(31), stream))
                .containsExactly(30);
        assertThat(ChangeDetectors.alarms(PageHinkley.withDefaults().withMinimumValues(32), stream))
                .containsExactly(31);
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        PageHinkley ph = PageHinkley.withDefaults();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ph.withThreshold(0))
                .withMessage("page_hinkley: expected a finite threshold above 0 but got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ph.withDelta(-1))
                .withMessage("page_hinkley: expected a finite delta of at least 0 but got -1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> ph.withDelta(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> ph.withForgetting(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> ph.withForgetting(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> ph.withMinimumValues(0));
    }
}
