package io.github.modelwarden.drift.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.SampleTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MannWhitneyTest extends SampleTestContract {

    @Override
    SampleTest statistic() {
        return MannWhitney.withDefaults();
    }

    @Override
    double valueOfEqualSamples(int n) {
        return n * n / 2.0;
    }

    @Override
    double exchanged(double value, int n, int m) {
        return (double) n * m - value;
    }

    @Nested
    class Exact extends SampleTestContract {

        @Override
        SampleTest statistic() {
            // ties have no exact distribution
            return new SampleTest() {
                @Override
                public String name() {
                    return MannWhitney.NAME;
                }

                @Override
                public TestStatistic test(double[] reference, double[] current) {
                    double[] pooled = DoubleStream.concat(Arrays.stream(reference), Arrays.stream(current))
                            .filter(v -> !Double.isNaN(v))
                            .map(v -> v + 0.0)
                            .toArray();
                    boolean tied = Arrays.stream(pooled).distinct().count() < pooled.length;
                    return MannWhitney.withDefaults()
                            .withNullDistribution(tied ? NullDistribution.ASYMPTOTIC : NullDistribution.EXACT)
                            .test(reference, current);
                }
            };
        }

        @Override
        double valueOfEqualSamples(int n) {
            return n * n / 2.0;
        }

        @Override
        double exchanged(double value, int n, int m) {
            return (double) n * m - value;
        }
    }

    @Test
    void countsThePairsInWhichTheReferenceIsLarger() {
        double[] x = {5, 7, 2};
        double[] y = {4, 5, 9, 1};

        // 5 beats 4 and 1 and ties with 5; 7 beats 4, 5, 1; 2 beats 1
        assertThat(MannWhitney.withDefaults().test(x, y).value()).isEqualTo(6.5);
        assertThat(MannWhitney.withDefaults().test(x, y).effect()).isCloseTo(1.0 / 12, within(1e-12));
    }

    @Test
    void theExactDistributionIsThatOfTheAsymptoticOneForLargerSamples() {
        double[] x = normal(new Random(1), 90);
        double[] y = Arrays.stream(normal(new Random(2), 80)).map(v -> v + 0.4).toArray();
        MannWhitney test = MannWhitney.withDefaults();
        for (Alternative alternative : Alternative.values()) {
            double asymptotic =
                    test.withAlternative(alternative).test(x, y).pValue().orElseThrow();
            double exact = test.withAlternative(alternative)
                    .withNullDistribution(NullDistribution.EXACT)
                    .test(x, y)
                    .pValue()
                    .orElseThrow();
            assertThat(exact).isNotEqualTo(asymptotic).isCloseTo(asymptotic, within(1e-3));
        }
    }

    @Test
    void theExactPValueNeedsValuesWithoutTiesAndNotTooMany() {
        MannWhitney exact = MannWhitney.withDefaults().withNullDistribution(NullDistribution.EXACT);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> exact.test(new double[] {1, 2}, new double[] {2, 3}))
                .withMessageContaining("some of the 4 values are equal");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> exact.test(
                        IntStream.range(0, 2_000).asDoubleStream().toArray(),
                        IntStream.range(2_000, 4_000).asDoubleStream().toArray()))
                .withMessageContaining("of 2000 and 2000 values takes too long");
    }

    @Test
    void valuesThatAreAllEqualGiveNoPValueRatherThanOne() {
        assertThat(MannWhitney.withDefaults()
                        .test(new double[] {3, 3, 3}, new double[] {3, 3})
                        .pValue())
                .isEmpty();
    }
}
