package io.github.modelwarden.drift.statistic;

import static io.github.modelwarden.drift.GoldenVectors.near;
import static io.github.modelwarden.drift.GoldenVectors.number;
import static io.github.modelwarden.drift.GoldenVectors.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.binning.BinEdges;
import io.github.modelwarden.drift.CountTest;
import io.github.modelwarden.drift.GoldenVectors;
import io.github.modelwarden.drift.SampleTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KolmogorovSmirnovTest extends SampleTestContract {

    private static final KolmogorovSmirnov KS = KolmogorovSmirnov.withDefaults();

    @Override
    SampleTest statistic() {
        return KS;
    }

    @Override
    boolean isConservative() {
        return true; // D takes few values, so that not every level can be met
    }

    @Nested
    class Asymptotic extends SampleTestContract {

        @Override
        SampleTest statistic() {
            return KS.withAsymptoticPValue();
        }

        @Override
        boolean isConservative() {
            return true;
        }
    }

    @Nested
    class OverCells extends CountTestContract {

        @Override
        CountTest statistic() {
            return KS;
        }

        @Override
        boolean isConservative() {
            return true;
        }
    }

    static List<String> vectors() {
        return GoldenVectors.names("ks");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void equalsSciPy(String name) {
        String key = "ks." + name + ".";
        KolmogorovSmirnov test = name.equals("asymptotic") ? KS.withAsymptoticPValue() : KS;
        TestStatistic result = test.test(numbers(key + "reference"), numbers(key + "current"));
        double pValue = number(key + "p_value");

        assertThat(result.value()).isCloseTo(number(key + "statistic"), near(1));
        assertThat(result.pValue().orElseThrow()).isCloseTo(pValue, near(pValue));
    }

    @Test
    void tooFewValuesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KS.test(new double[] {1, Double.NaN}, new double[] {1, 2}))
                .withMessage("ks: expected at least 2 values on each side but got 1 reference and 2 current values");
    }

    @Test
    void theAsymptoticPValueIsCloseToTheExactOneForThousandsOfRows() {
        Random random = new Random(5);
        double[] x = random.doubles(2_000).toArray();
        double[] y = random.doubles(2_000).map(value -> value + 0.03).toArray();
        double exact = KS.test(x, y).pValue().orElseThrow();
        double asymptotic = KS.withAsymptoticPValue().test(x, y).pValue().orElseThrow();

        assertThat(asymptotic).isNotEqualTo(exact).isCloseTo(exact, within(0.01));
    }

    @Test
    void automaticMeansExactUpToTenThousandValues() {
        double[] x = new Random(1).doubles(3_000).toArray();
        double[] y = new Random(2).doubles(10_000).toArray();
        double[] longer = Arrays.copyOf(y, 10_001);

        assertThat(KS.test(x, y))
                .isEqualTo(KS.withNullDistribution(NullDistribution.EXACT).test(x, y));
        assertThat(KS.test(x, longer)).isEqualTo(KS.withAsymptoticPValue().test(x, longer));
    }

    @Test
    void oneSidedDistancesAreTheSidesOfTheTwoSidedOne() {
        double[] low = {1, 2, 3, 4};
        double[] high = {3, 4, 5, 6};

        // smaller values have the greater distribution function
        assertThat(KS.withAlternative(Alternative.GREATER).test(low, high).value())
                .isEqualTo(0.5);
        assertThat(KS.withAlternative(Alternative.LESS).test(low, high).value()).isZero();
        assertThat(KS.withAlternative(Alternative.LESS).test(high, low).value()).isEqualTo(0.5);
    }

    @Test
    void sortedSamplesGiveTheSameAndUnsortedOnesAreRefused() {
        Random random = new Random(8);
        double[] x = normal(random, 50);
        double[] y = discrete(random, 40);
        double[] xSorted = Arrays.stream(x).sorted().toArray();
        double[] ySorted = Arrays.stream(y).sorted().toArray();

        assertThat(KS.testSorted(xSorted, ySorted)).isEqualTo(KS.test(x, y));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KS.testSorted(new double[] {1, 3, 2}, ySorted))
                .withMessageContaining("reference values in ascending order but got 2.0 at position 2 after 3.0");
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> KS.testSorted(xSorted, new double[] {1, 2, bad}))
                    .withMessageContaining("current values in ascending order but got " + bad);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KS.testSorted(new double[] {Double.NEGATIVE_INFINITY, 1}, ySorted));
    }

    @Test
    void cellsBoundTheDistanceOfTheValuesFromBelowAndAbove() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double[] x = normal(random, 20 + random.nextInt(60));
            double[] y = Arrays.stream(normal(random, 20 + random.nextInt(60)))
                    .map(v -> 1.5 * v)
                    .toArray();
            BinEdges cells = BinEdges.equalWidth(-2, 2, 2 + random.nextInt(12));
            long[] a = cells.countsRightClosed(x);
            long[] b = cells.countsRightClosed(y);
            double distance = KS.test(x, y).value();
            TestStatistic overCells = KS.test(a, b);
            double upper = KolmogorovSmirnov.upperBound(a, b);
            double widest = 0;
            for (int i = 0; i < a.length; i++) {
                widest = Math.max(widest, Math.max((double) a[i] / x.length, (double) b[i] / y.length));
            }
            assertThat(overCells.value()).as("seed %d", seed).isLessThanOrEqualTo(distance + 1e-12);
            assertThat(upper)
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(distance - 1e-12)
                    .isLessThanOrEqualTo(overCells.value() + widest + 1e-12);
            assertThat(overCells.pValue().orElseThrow())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(
                            KS.withAsymptoticPValue().test(x, y).pValue().orElseThrow() - 1e-12);
        }
    }

    @Test
    void cellsOfOneValueEachGiveTheDistanceOfTheValues() {
        double[] x = discrete(new Random(1), 300);
        double[] y = discrete(new Random(2), 200);
        BinEdges cells = BinEdges.of(-3, -2, -1, 0, 1, 2);

        assertThat(KS.test(cells.countsRightClosed(x), cells.countsRightClosed(y))
                        .value())
                .isCloseTo(KS.test(x, y).value(), within(1e-12));
        assertThat(KS.test(new long[] {5}, new long[] {6}).pValue()).isEmpty();
    }
}
