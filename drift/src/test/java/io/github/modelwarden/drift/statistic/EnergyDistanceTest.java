package io.github.modelwarden.drift.statistic;

import static io.github.modelwarden.drift.GoldenVectors.number;
import static io.github.modelwarden.drift.GoldenVectors.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.SampleTest;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EnergyDistanceTest extends SampleTestContract {

    @Override
    SampleTest statistic() {
        return EnergyDistance.withDefaults().withPermutations(199, 1);
    }

    @Test
    void isTheDifferenceOfMeanDistances() {
        Random random = new Random(3);
        double[] x = normal(random, 30);
        double[] y = discrete(random, 20);
        double square = 2 * meanDistance(x, y) - meanDistance(x, x) - meanDistance(y, y);

        assertThat(EnergyDistance.withDefaults().test(x, y).value()).isCloseTo(Math.sqrt(square), within(1e-12));
        assertThat(EnergyDistance.withDefaults().test(x, y).effect())
                .isCloseTo(square / (2 * meanDistance(x, y)), within(1e-12));
    }

    private static double meanDistance(double[] x, double[] y) {
        return Arrays.stream(x)
                .flatMap(a -> Arrays.stream(y).map(b -> Math.abs(a - b)))
                .average()
                .orElseThrow();
    }

    @Test
    void weightsCountAsShares() {
        String key = "weighted.exponential.";

        assertThat(EnergyDistance.weighted(
                        numbers(key + "reference"),
                        numbers(key + "reference_weights"),
                        numbers(key + "current"),
                        numbers(key + "current_weights")))
                .isCloseTo(number(key + "energy_distance"), within(1e-12));
    }

    @Test
    void twoEqualConstantsAreNotApart() {
        assertThat(EnergyDistance.withDefaults()
                        .test(new double[] {2, 2}, new double[] {2})
                        .effect())
                .isZero();
    }
}
