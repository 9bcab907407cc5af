package io.github.modelwarden.core.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MetricBandTest {

    @Test
    void reachesThreeStandardDeviationsOfTheChunksFromTheirMean() {
        MetricBand band = MetricBand.ofReferenceChunks(new double[] {2, 4, 4, 6});

        assertThat(band.lower()).isCloseTo(4 - 3 * Math.sqrt(2), within(1e-12));
        assertThat(band.upper()).isCloseTo(4 + 3 * Math.sqrt(2), within(1e-12));
        assertThat(band.clip(0, 5)).isEqualTo(new MetricBand(0, 5));
    }

    @Test
    void itsBoundsRaiseNoAlertAndNaNDoes() {
        MetricBand band = new MetricBand(0.2, 0.8);

        assertThat(band.contains(0.2)).isTrue();
        assertThat(band.contains(0.81)).isFalse();
        assertThat(band.contains(0.19)).isFalse();
        assertThat(band.contains(Double.NaN)).isFalse();
    }

    @Test
    void equalChunksLieInTheirOwnBand() {
        double[] chunks = new double[10];
        for (double value : new double[] {1, 0.1, 0.7, 1.0 / 3}) {
            Arrays.fill(chunks, value);
            assertThat(MetricBand.ofReferenceChunks(chunks).clip(0, 1).contains(value))
                    .isTrue();
        }
    }

    @Test
    void aMetricThatIsUndefinedOnAChunkHasNoBand() {
        OptionalDouble half = OptionalDouble.of(0.5);
        OptionalDouble one = OptionalDouble.of(1);

        assertThat(MetricBand.ofReferenceChunks(List.of(half, one))).contains(new MetricBand(0, 1.5));
        assertThat(MetricBand.ofReferenceChunks(List.of(half))).isEmpty();
        assertThat(MetricBand.ofReferenceChunks(List.of(half, one, OptionalDouble.empty())))
                .isEmpty();
    }

    @Test
    void whatIsNoBandIsRefused() {
        assertThatThrownBy(() -> new MetricBand(1, 0)).hasMessageContaining("finite bounds in order");
        assertThatThrownBy(() -> new MetricBand(Double.NaN, 0)).hasMessageContaining("got NaN and 0");
        assertThatThrownBy(() -> MetricBand.ofReferenceChunks(new double[] {1}))
                .hasMessageContaining("at least 2 reference chunks but got 1");
        assertThatThrownBy(() -> MetricBand.ofReferenceChunks(new double[] {1, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Expected(Double.NaN, 0, 1)).hasMessageContaining("finite value");
        assertThatThrownBy(() -> new Expected(0, -1, 1)).hasMessageContaining("standard error of at least 0");
        assertThatThrownBy(() -> new Expected(0, 0, 0)).hasMessageContaining("at least 1 row");
    }
}
