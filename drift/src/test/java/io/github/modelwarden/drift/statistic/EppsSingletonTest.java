package io.github.modelwarden.drift.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.SampleTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EppsSingletonTest extends SampleTestContract {

    @Override
    SampleTest statistic() {
        return EppsSingleton.withDefaults();
    }

    @Override
    int[] sizes() {
        return new int[] {200, 150};
    }

    @Nested
    class WithPermutations extends SampleTestContract {

        @Override
        SampleTest statistic() {
            return EppsSingleton.withDefaults().withPermutations(199, 1);
        }

        @Override
        int[] sizes() {
            return new int[] {20, 70};
        }

        @Override
        int rounds() {
            return 100;
        }
    }

    @Test
    void equalsGoergAndKaiser() {
        // Goerg and Kaiser 2009, Nonparametric testing of distributions, table 1
        double[] x = {-0.35, 2.55, 1.73, 0.73, 0.35, 2.69, 0.46, -0.94, -0.37, 12.07};
        double[] y = {-1.15, -0.15, 2.48, 3.25, 3.71, 4.29, 5.00, 7.74, 8.38, 8.60};
        TestStatistic result = EppsSingleton.withDefaults().test(x, y);

        assertThat(result.value()).isCloseTo(15.14, within(0.03));
        assertThat(result.pValue().orElseThrow()).isCloseTo(0.00442, within(0.0001));
    }

    @Test
    void seesAChangeOfSpreadAroundTheSameMedian() {
        double[] x = normal(new Random(1), 200);
        double[] y = Arrays.stream(normal(new Random(2), 200)).map(v -> 2 * v).toArray();

        assertThat(EppsSingleton.withDefaults().test(x, y).pValue().orElseThrow())
                .isLessThan(1e-4);
        assertThat(MannWhitney.withDefaults().test(x, y).pValue().orElseThrow()).isGreaterThan(0.01);
    }

    @Test
    void valuesThatAreMostlyEqualAreRefused() {
        double[] mostly = {1, 1, 1, 1, 1, 1, 1, 2};

        assertThatIllegalArgumentException()
                .isThrownBy(() -> EppsSingleton.withDefaults().test(mostly, mostly))
                .withMessageContaining("at least half of the 16 values are 1.0");
    }

    @Test
    void fewerDirectionsThanPointsTakeDegreesOfFreedom() {
        // two values only: cosine and sine at each point are linear in each other
        double[] x = {0, 0, 0, 1, 1, 1, 1, 0, 1, 0};
        double[] y = {0, 1, 1, 1, 1, 1, 1, 0, 1, 1};
        TestStatistic result = EppsSingleton.withDefaults().test(x, y);

        assertThat(result.pValue().orElseThrow())
                .isCloseTo(ChiSquaredDistribution.of(1).survivalProbability(result.value()), within(1e-9));
    }

    @Test
    void pointsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EppsSingleton.withDefaults().withPoints(0.4, 0))
                .withMessageContaining("expected positive points but got [0.4, 0.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EppsSingleton.withDefaults().withPoints());
    }
}
