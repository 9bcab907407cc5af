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
    void tiesRaiseNoFalseAlarms() {
        Random random = new Random(9);
        int alarms = 0;
        int midrankAlarms = 0;
        for (int i = 0; i < 300; i++) {
            double[] x = discrete(random, 500);
            double[] y = discrete(random, 50);
            alarms += pValue(CramerVonMises.withDefaults(), x, y) <= 0.05 ? 1 : 0;
            midrankAlarms += pValue(CramerVonMises.withDefaults().withMidranks(), x, y) <= 0.05 ? 1 : 0;
        }

        assertThat(alarms).isBetween(1, 25);
        assertThat(midrankAlarms).isEqualTo(300);
    }

    private static double pValue(CramerVonMises test, double[] x, double[] y) {
        return test.test(x, y).pValue().orElseThrow();
    }

    @Test
    void thePValueWithTiesIsThatOfTheStatisticAveragedOverTheWaysToBreakThem() {
        double[] x = {1, 2, 2, 2, 5, 6, 6, 9};
        double[] y = {2, 2, 3, 6, 6, 6, 7};
        Random random = new Random(3);
        double sum = 0;
        for (int i = 0; i < 5_000; i++) {
            sum += CramerVonMises.withDefaults()
                    .test(jittered(random, x), jittered(random, y))
                    .value();
        }
        double[] reference = {1, 3, 0, 1, 2, 0, 1};
        double[] current = {0, 2, 1, 0, 3, 1, 0};
        double linear = CramerVonMises.withDefaults().test(x, y).value();
        double added = 0;
        for (int i = 0; i < reference.length; i++) {
            double tied = reference[i] + current[i];
            added += reference[i] * current[i] * (tied + 1) / (6 * tied) / (8 * 7);
        }

        assertThat(linear + added).isCloseTo(sum / 5_000, within(0.002));
    }

    private static double[] jittered(Random random, double[] values) {
        return Arrays.stream(values).map(v -> v + 0.001 * random.nextDouble()).toArray();
    }

    @Test
    void equalSharesOfTiedValuesDoNotDiffer() {
        double[] x = new double[1_000];
        double[] y = new double[100];
        Arrays.setAll(x, i -> i % 4);
        Arrays.setAll(y, i -> i % 4);

        assertThat(CramerVonMises.withDefaults().test(x, y).value()).isCloseTo(0, within(1e-12));
        assertThat(pValue(CramerVonMises.withDefaults(), x, y)).isGreaterThan(0.3);
        assertThat(CramerVonMises.withDefaults()
                        .withMidranks()
                        .test(new double[1_000], new double[100])
                        .value())
                .isCloseTo(742.5, within(0.1));
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
