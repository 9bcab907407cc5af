package io.github.modelwarden.drift.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static double[] wild(Random random, int size) {
        return random.longs(size)
                .mapToDouble(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .map(v -> v + 0.0)
                .toArray();
    }

    @Test
    void sortsAnyNumbers() {
        for (int size : new int[] {0, 1, 2, 3_000, 20_000}) {
            double[] values = wild(new Random(size), size);
            double[] expected = values.clone();
            Arrays.sort(expected);
            Samples.sort(values, null);
            assertThat(values).containsExactly(expected);
        }
    }

    @Test
    void sortsNegativeZeroWithZeroAndValuesOfOneSize() {
        double[] values = new double[10_000];
        Arrays.setAll(values, i -> i % 3 == 0 ? -0.0 : i % 3 == 1 ? 0.0 : -Double.MIN_VALUE);
        Samples.sort(values, null);

        assertThat(values[0]).isEqualTo(-Double.MIN_VALUE);
        assertThat(values[3_333]).isZero();
        assertThat(values[9_999]).isZero();
    }

    @Test
    void weightsMoveWithTheirValues() {
        Random random = new Random(6);
        for (int size : new int[] {1, 10, 5_000}) {
            double[] values = random.ints(size, -50, 50).asDoubleStream().toArray();
            double[] weights = Arrays.stream(values).map(v -> 1_000 + v).toArray();
            Samples.sort(values, weights);
            for (int i = 0; i < size; i++) {
                assertThat(weights[i]).isEqualTo(1_000 + values[i]);
                assertThat(values[i]).isGreaterThanOrEqualTo(values[Math.max(0, i - 1)]);
            }
        }
    }

    @Test
    void aConstantSampleHasItsValueForMeanAndNoSpread() {
        double[] values = new double[10_000];
        Arrays.fill(values, 0.003467);

        assertThat(Samples.mean(values)).isEqualTo(0.003467);
        assertThat(Samples.squares(values, Samples.mean(values))).isZero();
    }
}
