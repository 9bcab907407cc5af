package io.github.modelwarden.drift.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.SampleTest;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CramerVonMisesTest extends SampleTestContract {

    @Override
    SampleTest statistic() {
        return CramerVonMises.withDefaults();
    }

    @Nested
    class WithPermutations extends SampleTestContract {

        @Override
        SampleTest statistic() {
            return CramerVonMises.withDefaults().withPermutations(199, 1);
        }
    }

    @Test
    void withoutTiesItIsTheMeanSquareOfTheDistributionFunctions() {
        Random random = new Random(2);
        double[] x = normal(random, 40);
        double[] y = normal(random, 25);
        double sum = 0;
        for (double[] side : new double[][] {x, y}) {
            for (double at : side) {
                double difference = share(x, at) - share(y, at);
                sum += difference * difference;
            }
        }

        assertThat(CramerVonMises.withDefaults().test(x, y).value()).isCloseTo(sum * 40 * 25 / 65 / 65, within(1e-10));
        assertThat(CramerVonMises.withDefaults().test(x, y).effect()).isCloseTo(Math.sqrt(sum / 65), within(1e-10));
    }

    private static double share(double[] values, double at) {
        return Arrays.stream(values).filter(v -> v <= at).count() / (double) values.length;
    }

    @Test
    void automaticMeansExactUpToTwentyValues() {
        double[] x = normal(new Random(1), 20);
        double[] y = normal(new Random(2), 11);
        double[] longer = normal(new Random(3), 21);
        CramerVonMises exact = CramerVonMises.withDefaults().withNullDistribution(NullDistribution.EXACT);
        CramerVonMises asymptotic = CramerVonMises.withDefaults().withNullDistribution(NullDistribution.ASYMPTOTIC);

        assertThat(CramerVonMises.withDefaults().test(x, y)).isEqualTo(exact.test(x, y));
        assertThat(CramerVonMises.withDefaults().test(longer, y)).isEqualTo(asymptotic.test(longer, y));
        assertThat(exact.test(longer, y).pValue().orElseThrow())
                .isCloseTo(asymptotic.test(longer, y).pValue().orElseThrow(), within(0.02));
    }

    @Test
    void theExactPValueIsForSmallSamples() {
        double[] x = normal(new Random(1), 101);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CramerVonMises.withDefaults()
                        .withNullDistribution(NullDistribution.EXACT)
                        .test(x, x))
                .withMessageContaining("at most 100 values a side for the exact p-value but got 101 and 101");
    }
}
