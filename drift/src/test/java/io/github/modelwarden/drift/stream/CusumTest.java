package io.github.modelwarden.drift.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CusumTest extends FindsChangesContract {

    private static final GoldenAlarms FROUROS = GoldenAlarms.of("frouros");
    private static final GoldenAlarms MOA = GoldenAlarms.of("moa");

    @Override
    Cusum method() {
        return Cusum.withDefaults().withDelta(0.1).withThreshold(15).withMinimumValues(50);
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
        return 40;
    }

    @Test
    void findsWhatFrourosAndMoaFind() {
        FROUROS.assertSame("cusum.default", Cusum.withDefaults());
        FROUROS.assertSame("cusum.settings", method());
        MOA.assertSameDrifts("cusum.values", Cusum.withDefaults());
        MOA.assertSameDrifts("cusum.bits", Cusum.withDefaults());
    }

    @Test
    void aFallIsTheMirrorOfARise() {
        double[] mirrored = Arrays.stream(stream()).map(x -> -x).toArray();
        assertThat(ChangeDetectors.alarms(method().withDirection(Direction.DECREASE), mirrored))
                .isEqualTo(ChangeDetectors.alarms(method(), stream()));
        assertThat(ChangeDetectors.alarms(method().withDirection(Direction.BOTH), stream()))
                .hasSizeGreaterThan(2);
    }

    @Test
    void aKnownTargetGivesTheRunLengthOfTheTextbook() {
        // Hawkins and Olwell 1998: two-sided, k = 0.5 and h = 4 raise a false alarm in 168 normal values
        Cusum cusum = Cusum.withDefaults()
                .withTarget(new Target(10, 2))
                .withDelta(0.5)
                .withThreshold(4)
                .withMinimumValues(1)
                .withDirection(Direction.BOTH);
        Random random = new Random(7);
        double[] normal = new double[400_000];
        Arrays.setAll(normal, i -> 10 + 2 * random.nextGaussian());
        double runLength = (double) normal.length / ChangeDetectors.alarms(cusum, normal).length;
        assertThat(runLength).isBetween(160.0, 176.0);
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cusum.withDefaults().withThreshold(Double.NaN))
                .withMessage("cusum: expected a finite threshold above 0 but got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cusum.withDefaults().withDelta(-0.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cusum.withDefaults().withMinimumValues(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Target(0, 0))
                .withMessage("target: expected a finite standard deviation above 0 but got 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Target(Double.NaN, 1));
    }
}
