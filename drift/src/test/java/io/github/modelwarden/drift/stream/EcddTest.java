package io.github.modelwarden.drift.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcddTest extends FindsChangesContract {

    private static final GoldenAlarms FROUROS = GoldenAlarms.of("frouros");

    @Override
    Ecdd method() {
        return Ecdd.withDefaults().withAverageRunLength(1_000).withMinimumValues(40);
    }

    @Override
    int mostDelay() {
        return 20;
    }

    @Test
    void findsWhatFrourosAndMoaFindWithThePublishedLimits() {
        Ecdd published = Ecdd.withDefaults().withPublishedLimits();
        FROUROS.assertSame("ecdd.100", published.withAverageRunLength(100));
        FROUROS.assertSame("ecdd.400", published);
        FROUROS.assertSame("ecdd.1000", published.withAverageRunLength(1_000));
        GoldenAlarms.of("moa").assertSameDrifts("ecdd.bits", published);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.1, 0.22, 0.4, 0.6})
    void theAverageRunLengthIsWhatItSaysAtAnyRate(double rate) {
        double[] stable = Streams.errors(99, 400_000, rate);
        for (int runLength : new int[] {100, 400, 1_000}) {
            int alarms = ChangeDetectors.alarms(Ecdd.withDefaults().withAverageRunLength(runLength), stable).length;
            assertThat((double) stable.length / alarms)
                    .as("ARL0 %d", runLength)
                    .isBetween(0.85 * runLength, 1.15 * runLength);
        }
    }

    @Test
    void limitsAreLinearBetweenTheRatesAndConstantBeyondThem() {
        Ecdd ecdd = Ecdd.withDefaults();
        assertThat(ecdd.limit(0.125)).isBetween(ecdd.limit(0.15), ecdd.limit(0.1));
        assertThat(ecdd.limit(0)).isEqualTo(ecdd.limit(0.01));
        assertThat(ecdd.limit(1)).isEqualTo(ecdd.limit(0.8));
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ecdd.withDefaults().withAverageRunLength(200))
                .withMessage(
                        "ecdd: expected an average run length of 100, 400 or 1000 but got 200; limits are known for"
                                + " these");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ecdd.withDefaults().withMinimumValues(0));
    }
}
