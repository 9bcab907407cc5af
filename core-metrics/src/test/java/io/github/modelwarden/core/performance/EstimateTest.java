package io.github.modelwarden.core.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.profile.Moments;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EstimateTest {

    @Test
    void proportionsHaveWilsonsInterval() {
        for (String name : GoldenVectors.names("wilson")) {
            String[] parts = name.split("_", -1);
            Estimate estimate = Estimate.ofProportion(Long.parseLong(parts[0]), Long.parseLong(parts[1]), 0.95)
                    .orElseThrow();
            GoldenVectors.assertValue(estimate.lower(), "wilson." + name + ".lower");
            GoldenVectors.assertValue(estimate.upper(), "wilson." + name + ".upper");
            assertThat(estimate.method()).isEqualTo(IntervalMethod.WILSON);
        }
        assertThat(Estimate.ofProportion(0, 0, 0.95)).isEmpty();
    }

    @Test
    void meansHaveStudentsInterval() {
        Moments moments = Moments.create();
        for (double value : new double[] {1, 2, 3, 4}) {
            moments.accept(value);
        }
        Estimate estimate = Estimate.ofMean(moments, 0.95).orElseThrow();

        // scipy.stats.t.interval(0.95, 3, loc=2.5, scale=scipy.stats.sem([1, 2, 3, 4]))
        assertThat(estimate.value()).isEqualTo(2.5);
        assertThat(estimate.lower().orElseThrow()).isCloseTo(0.44573974323947, within(0.005));
        assertThat(estimate.upper().orElseThrow()).isCloseTo(4.55426025676053, within(0.005));
        assertThat(estimate.sampleCount()).isEqualTo(4);
    }

    @Test
    void aSingleValueHasAMeanWithoutBoundsAndNoValueHasNone() {
        Moments moments = Moments.create();
        assertThat(Estimate.ofMean(moments, 0.95)).isEmpty();
        moments.accept(7);
        Estimate estimate = Estimate.ofMean(moments, 0.95).orElseThrow();
        assertThat(estimate.value()).isEqualTo(7);
        assertThat(estimate.lower()).isEmpty();
        assertThat(estimate.method()).isEqualTo(IntervalMethod.NONE);
    }

    @Test
    void valuesOutsideOfTheirRangeAreRefused() {
        OptionalDouble one = OptionalDouble.of(1);
        OptionalDouble two = OptionalDouble.of(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Estimate(Double.NaN, one, two, 0.95, IntervalMethod.DELTA, 3))
                .withMessageContaining("finite value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Estimate(3, one, two, 0.95, IntervalMethod.DELTA, 3))
                .withMessageContaining("bounds around 3.0 but got 1.0 and 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Estimate(1, one, OptionalDouble.of(Double.NaN), 0.95, IntervalMethod.DELTA, 3))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Estimate(1, one, two, 0.95, IntervalMethod.NONE, 3))
                .withMessageContaining("no bounds with the method none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimate.ofProportion(3, 7, 95))
                .withMessageContaining("such as 0.95, but got 95");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimate.ofProportion(8, 7, 0.95))
                .withMessageContaining("from 0 to the 7 rows but got 8");
    }
}
