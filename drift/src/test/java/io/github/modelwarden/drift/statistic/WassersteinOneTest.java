package io.github.modelwarden.drift.statistic;

import static io.github.modelwarden.drift.GoldenVectors.number;
import static io.github.modelwarden.drift.GoldenVectors.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.SampleTest;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WassersteinOneTest extends SampleTestContract {

    @Override
    SampleTest statistic() {
        return WassersteinOne.withDefaults().withPermutations(199, 1);
    }

    @Nested
    class InReferenceDeviations extends SampleTestContract {

        @Override
        SampleTest statistic() {
            return WassersteinOne.withDefaults().withReferenceDeviations();
        }

        @Override
        double exchanged(double value, int n, int m) {
            return Double.NaN;
        }
    }

    @Test
    void aShiftIsItsSize() {
        double[] x = normal(new Random(1), 100);
        double[] shifted = Arrays.stream(x).map(v -> v - 3.5).toArray();

        assertThat(WassersteinOne.withDefaults().test(x, shifted).value()).isCloseTo(3.5, within(1e-12));
    }

    @Test
    void aReferenceThatDoesNotVaryHasNoDeviationsToCountIn() {
        double[] constant = new double[1_000];
        Arrays.fill(constant, 0.003467);

        for (WassersteinOne distance : new WassersteinOne[] {
            WassersteinOne.withDefaults().withReferenceDeviations(),
            WassersteinOne.withDefaults().withReferencePopulationDeviations()
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> distance.test(constant, new double[] {0, 1}))
                    .withMessageContaining("all 1000 are 0.003467");
            assertThatIllegalArgumentException().isThrownBy(() -> distance.test(new double[] {4}, new double[] {0, 1}));
        }
        assertThat(WassersteinOne.withDefaults()
                        .test(constant, new double[] {0.003467})
                        .value())
                .isZero();
    }

    @Test
    void weightsCountAsShares() {
        String key = "weighted.exponential.";
        double[] x = numbers(key + "reference");
        double[] y = numbers(key + "current");

        assertThat(WassersteinOne.weighted(x, numbers(key + "reference_weights"), y, numbers(key + "current_weights")))
                .isCloseTo(number(key + "wasserstein1"), within(1e-12));
        assertThat(WassersteinOne.weighted(
                        new double[] {1, Double.NaN, 2}, new double[] {1, 5, 1}, new double[] {3}, new double[] {7}))
                .isCloseTo(1.5, within(1e-12));
    }

    @Test
    void weightsAreChecked() {
        double[] x = {1, 2};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WassersteinOne.weighted(x, new double[] {1}, x, x))
                .withMessageContaining("got 2 values and 1 weights");
        for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> WassersteinOne.weighted(x, x, x, new double[] {1, bad}))
                    .withMessageContaining("weight " + bad);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WassersteinOne.weighted(x, new double[2], x, x))
                .withMessageContaining("got 0.0 over 2 values");
    }
}
