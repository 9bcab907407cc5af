package io.github.modelwarden.drift.statistic;

import static io.github.modelwarden.drift.GoldenVectors.near;
import static io.github.modelwarden.drift.GoldenVectors.number;
import static io.github.modelwarden.drift.GoldenVectors.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.GoldenVectors;
import io.github.modelwarden.drift.TestStatistic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KolmogorovSmirnovTest {

    static List<String> vectors() {
        return GoldenVectors.names("ks");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void equalsSciPy(String name) {
        String key = "ks." + name + ".";
        TestStatistic result =
                KolmogorovSmirnov.withDefaults().test(numbers(key + "reference"), numbers(key + "current"));
        double pValue = number(key + "p_value");

        assertThat(result.value()).isCloseTo(number(key + "statistic"), near(1));
        assertThat(result.pValue().orElseThrow())
                .isCloseTo(
                        pValue,
                        name.equals("asymptotic")
                                ? within(number("tolerance.ks_asymptotic_p_relative") * pValue)
                                : near(pValue));
    }

    @Test
    void missingValuesAreLeftOutAndNothingIsChanged() {
        double[] reference = {3, Double.NaN, 1, 2};
        double[] current = {Double.NaN, 2, 5, 4, 3};
        TestStatistic result = KolmogorovSmirnov.withDefaults().test(reference, current);

        assertThat(result.value()).isEqualTo(0.5, within(1e-12));
        assertThat(result.referenceCount()).isEqualTo(3);
        assertThat(result.currentCount()).isEqualTo(4);
        assertThat(reference).containsExactly(3, Double.NaN, 1, 2);
    }

    @Test
    void tooFewValuesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        KolmogorovSmirnov.withDefaults().test(new double[] {1, Double.NaN}, new double[] {1, 2}))
                .withMessage("ks: expected at least 2 values on each side but got 1 reference and 2 current values");
    }

    @Test
    void theAsymptoticPValueIsCloseToTheExactOneForThousandsOfRows() {
        java.util.SplittableRandom random = new java.util.SplittableRandom(5);
        double[] x = random.doubles(2_000).toArray();
        double[] y = random.doubles(2_000).map(value -> value + 0.03).toArray();
        double exact = KolmogorovSmirnov.withDefaults().test(x, y).pValue().orElseThrow();
        double asymptotic = KolmogorovSmirnov.withDefaults()
                .withAsymptoticPValue()
                .test(x, y)
                .pValue()
                .orElseThrow();
        assertThat(asymptotic).isNotEqualTo(exact).isCloseTo(exact, org.assertj.core.api.Assertions.within(0.01));
    }
}
