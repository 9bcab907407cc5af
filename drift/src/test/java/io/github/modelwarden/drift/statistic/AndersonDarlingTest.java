package io.github.modelwarden.drift.statistic;

import static io.github.modelwarden.drift.GoldenVectors.number;
import static io.github.modelwarden.drift.GoldenVectors.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.SampleTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AndersonDarlingTest extends SampleTestContract {

    @Override
    SampleTest statistic() {
        return AndersonDarling.withDefaults();
    }

    @Override
    double valueOfEqualSamples(int n) {
        // A² without any difference is 0 but for the ties between the samples, and lies one below its mean
        double[] sample = IntStream.range(0, n).asDoubleStream().toArray();
        return AndersonDarling.withDefaults().test(sample, sample).value();
    }

    @Nested
    class WithPermutations extends SampleTestContract {

        @Override
        SampleTest statistic() {
            return AndersonDarling.withDefaults()
                    .withVariant(AndersonDarling.Variant.RIGHT)
                    .withPermutations(199, 1);
        }

        @Override
        double valueOfEqualSamples(int n) {
            double[] sample = IntStream.range(0, n).asDoubleStream().toArray();
            return statistic().test(sample, sample).value();
        }
    }

    static List<String> variants() {
        return List.of("midrank", "right", "continuous");
    }

    @ParameterizedTest
    @MethodSource("variants")
    void threeSamplesEqualSciPy(String variant) {
        String key = "three_samples.normal.";
        double[][] samples = {numbers(key + "sample0"), numbers(key + "sample1"), numbers(key + "sample2")};
        TestStatistic result = AndersonDarling.withDefaults()
                .withVariant(AndersonDarling.Variant.valueOf(variant.toUpperCase(Locale.ROOT)))
                .test(samples);

        assertThat(result.value()).isCloseTo(number(key + variant), within(1e-9));
        assertThat(result.pValue().orElseThrow()).isCloseTo(number(key + variant + "_p_value"), within(1e-9));
        assertThat(result.referenceCount()).isEqualTo(25);
        assertThat(result.currentCount()).isEqualTo(49);
    }

    @Test
    void permutationsReachBeyondTheEndsOfTheTable() {
        double[] x = normal(new Random(1), 30);
        double[] far = Arrays.stream(x).map(v -> v + 5).toArray();
        AndersonDarling test = AndersonDarling.withDefaults();

        assertThat(test.test(x, x).pValue()).hasValue(0.25);
        assertThat(test.withPermutations(999, 1).test(x, x).pValue()).hasValue(1);
        assertThat(test.test(x, far).pValue()).hasValue(0.001);
        assertThat(test.withPermutations(9_999, 1).test(x, far).pValue()).hasValue(0.0001);
    }

    @Test
    void whatCannotDifferIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AndersonDarling.withDefaults().test(new double[] {3, 3}, new double[] {3, 3, 3}))
                .withMessageContaining("got 5 values of 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AndersonDarling.withDefaults().test(new double[][] {{1, 2}, {3, 4}, {Double.NaN}}))
                .withMessageContaining("each of the 3 samples but sample 2 has none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AndersonDarling.withDefaults().test(new double[][] {{1, 2}}))
                .withMessageContaining("expected at least 2 samples but got 1");
    }
}
