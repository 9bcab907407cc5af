package io.github.modelwarden.drift.statistic;

import static io.github.modelwarden.drift.GoldenVectors.near;
import static io.github.modelwarden.drift.GoldenVectors.number;
import static io.github.modelwarden.drift.GoldenVectors.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.CountTest;
import io.github.modelwarden.drift.GoldenVectors;
import io.github.modelwarden.drift.TestStatistic;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The chi-square test and the G-test of homogeneity. */
class ContingencyTablesTest {

    private static final ChiSquareHomogeneity CHI_SQUARE = ChiSquareHomogeneity.withDefaults();

    @Nested
    class ChiSquare extends CountTestContract {

        @Override
        CountTest statistic() {
            return CHI_SQUARE;
        }
    }

    @Nested
    class ChiSquareWithPermutations extends CountTestContract {

        @Override
        CountTest statistic() {
            return CHI_SQUARE.withPermutations(199, 1);
        }
    }

    @Nested
    class ChiSquareWithMatchedMoments extends CountTestContract {

        @Override
        CountTest statistic() {
            return CHI_SQUARE.withMatchedMoments();
        }

        @Override
        int bins() {
            return 150; // most of which expect a few rows
        }
    }

    @Nested
    class GTestOfCounts extends CountTestContract {

        @Override
        CountTest statistic() {
            return GTest.withDefaults();
        }
    }

    @Nested
    class GTestWithPermutations extends CountTestContract {

        @Override
        CountTest statistic() {
            return GTest.withDefaults().withPermutations(199, 1);
        }
    }

    static List<String> vectors() {
        return GoldenVectors.names("table");
    }

    private static double[][] table(String name) {
        double[][] table = new double[(int) number("table." + name + ".rows")][];
        for (int i = 0; i < table.length; i++) {
            table[i] = numbers("table." + name + ".row" + i);
        }
        return table;
    }

    private static void assertEqual(TestStatistic result, String key) {
        assertThat(result.value()).as(key).isCloseTo(number(key), near(number(key)));
        double pValue = number(key + "_p_value");
        assertThat(result.pValue().orElseThrow()).as(key).isCloseTo(pValue, near(pValue));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void equalSciPy(String name) {
        double[][] table = table(name);
        String key = "table." + name + ".";

        assertEqual(CHI_SQUARE.test(table), key + "chi_square");
        assertEqual(CHI_SQUARE.withYatesCorrection().test(table), key + "chi_square_yates");
        assertEqual(GTest.withDefaults().test(table), key + "g_test");
        assertEqual(GTest.withDefaults().withYatesCorrection().test(table), key + "g_test_yates");
        assertThat(CHI_SQUARE.degreesOfFreedom(table)).isEqualTo((int) number(key + "degrees_of_freedom"));
        assertThat(CHI_SQUARE.test(table).effect()).isCloseTo(number(key + "cramers_v"), near(1));
    }

    @Test
    void rowsAndColumnsThatHoldNothingAreLeftOut() {
        double[][] table = {{3, 0, 5}, {0, 0, 0}, {4, 0, 2}};
        double[][] filled = {{3, 5}, {4, 2}};

        assertThat(CHI_SQUARE.test(table)).isEqualTo(CHI_SQUARE.test(filled));
        assertThat(CHI_SQUARE.degreesOfFreedom(table)).isEqualTo(1);
    }

    @Test
    void oneUsedColumnGivesNoPValueRatherThanOne() {
        assertThat(CHI_SQUARE.test(new long[] {0, 40}, new long[] {0, 70}).pValue())
                .isEmpty();
        assertThat(GTest.withDefaults().test(new long[] {40}, new long[] {70}).pValue())
                .isEmpty();
        assertThat(CHI_SQUARE
                        .withPermutations(9, 1)
                        .test(new long[] {40}, new long[] {70})
                        .pValue())
                .isEmpty();
    }

    @Test
    void thePermutationPValueOfASparseTableIsThatOfFishersTest() {
        long[] reference = {8, 2};
        long[] current = {1, 5};
        double exact =
                FisherExact.withDefaults().test(reference, current).pValue().orElseThrow();

        assertThat(CHI_SQUARE
                        .withPermutations(20_000, 7)
                        .test(reference, current)
                        .pValue()
                        .orElseThrow())
                .isCloseTo(exact, within(4 * Math.sqrt(exact / 20_000)));
    }

    @Test
    void permutationsTakeTablesOfMoreThanTwoSamples() {
        double[][] table = {{30, 20, 10}, {25, 22, 13}, {28, 19, 14}};
        double asymptotic = CHI_SQUARE.test(table).pValue().orElseThrow();

        assertThat(CHI_SQUARE.withPermutations(4_000, 7).test(table).pValue().orElseThrow())
                .isCloseTo(asymptotic, within(0.03));
    }

    @Test
    void matchedMomentsAreThoseOfAllSplits() {
        double[] pooled = {5, 9, 1, 14, 7};
        CountSampler sampler = new CountSampler(new SplittableRandom(1));
        double[] statistics = new double[100_000];
        double[] drawn = new double[pooled.length];
        for (int i = 0; i < statistics.length; i++) {
            sampler.draw(pooled, 36, 10, drawn);
            double[] rest = new double[pooled.length];
            Arrays.setAll(rest, j -> pooled[j] - drawn[j]);
            statistics[i] = ContingencyTable.of(drawn, rest).pearson(false);
        }
        double mean = Samples.mean(statistics);
        double variance = Samples.squares(statistics, mean) / statistics.length;
        double cubes = Arrays.stream(statistics)
                .map(x -> Math.pow(x - mean, 3))
                .average()
                .orElseThrow();
        ChiSquareMoments moments = ChiSquareMoments.of(pooled, 10, 26);

        // N/(N − 1)·(B − 1) is the exact mean
        assertThat(moments.mean()).isCloseTo(36.0 / 35 * 4, within(1e-12)).isCloseTo(mean, within(0.03));
        assertThat(moments.variance()).isCloseTo(variance, within(0.02 * variance));
        assertThat(moments.skewness()).isCloseTo(cubes / Math.pow(variance, 1.5), within(0.05));
    }

    @Test
    void matchedMomentsMeetTheChiSquareDistributionInWellFilledTables() {
        double[][] table = {{300_000, 500_000, 200_000}, {30_050, 49_500, 20_450}};
        double plain = CHI_SQUARE.test(table).pValue().orElseThrow();

        assertThat(CHI_SQUARE.withMatchedMoments().test(table).pValue().orElseThrow())
                .isCloseTo(plain, within(1e-4 * plain));
    }

    @Test
    void matchedMomentsOfASparseTableAreCloseToItsPermutations() {
        long[] reference = new long[40];
        long[] current = new long[40];
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            reference[(int) (40 * Math.pow(random.nextDouble(), 2))]++;
            current[(int) (40 * Math.pow(random.nextDouble(), 2.6))]++;
        }
        double exact = CHI_SQUARE
                .withPermutations(20_000, 1)
                .test(reference, current)
                .pValue()
                .orElseThrow();

        assertThat(CHI_SQUARE
                        .withMatchedMoments()
                        .test(reference, current)
                        .pValue()
                        .orElseThrow())
                .isCloseTo(exact, within(0.01));
        assertThat(PopulationStabilityIndex.withDefaults()
                        .withMatchedMoments()
                        .test(reference, current)
                        .pValue())
                .isEqualTo(
                        CHI_SQUARE.withMatchedMoments().test(reference, current).pValue());
    }

    @Test
    void aTableWithASingleSplitHasAPValueOfOne() {
        // one row of each category: every split gives the same statistic
        assertThat(CHI_SQUARE
                        .withMatchedMoments()
                        .test(new long[] {1, 1, 1, 1, 0, 0, 0, 0}, new long[] {0, 0, 0, 0, 1, 1, 1, 1})
                        .pValue())
                .hasValue(1);
        assertThat(CHI_SQUARE.withMatchedMoments().test(new long[] {2, 1}, new long[] {1, 2}))
                .isEqualTo(CHI_SQUARE.test(new long[] {2, 1}, new long[] {1, 2}));
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHI_SQUARE.test(new double[][] {{1, 2}, {1}}))
                .withMessage("chi_square: expected rows of equal length but row 0 has 2 and row 1 has 1 cells");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GTest.withDefaults().test(new double[][] {{1, Double.NaN}, {1, 2}}))
                .withMessage("g_test: expected finite counts of at least 0 but got NaN in row 0, column 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHI_SQUARE.test(new double[][] {{1, 2}, {0, 0}}))
                .withMessageContaining("at least two rows that hold anything but got 1 of 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHI_SQUARE.withPermutations(9, 1).test(new double[][] {{1, 2.5}, {3, 1}}))
                .withMessageContaining("expected whole counts of rows but got 2.5 in column 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHI_SQUARE.withPermutations(0, 1))
                .withMessageContaining("expected at least 1 but got 0");
    }
}
