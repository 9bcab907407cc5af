package io.github.modelwarden.drift.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.TestStatistic;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaximumMeanDiscrepancyTest extends MultivariateTestContract {

    private static final long SEED = 20260101;
    private static final MaximumMeanDiscrepancy TEST = MaximumMeanDiscrepancy.withDefaults();

    @Override
    MultivariateTest test(long seed) {
        return TEST.withSeed(seed);
    }

    @Override
    int nullRuns() {
        return 300;
    }

    private static double[][] normal(SplittableRandom random, int rows, double shift) {
        double[][] points = new double[rows][3];
        for (double[] point : points) {
            Arrays.setAll(point, k -> random.nextGaussian() + shift);
        }
        return points;
    }

    @Test
    void theKernelIsThatOfScikitLearn() {
        double[][] kernel = MaximumMeanDiscrepancy.rbfKernel(
                Golden.points("reference", 3), Golden.points("current", 3), Golden.number("sigma"));

        assertThat(kernel.length).isEqualTo(13);
        assertThat(kernel[2]).containsExactly(Golden.numbers("kernel_row2"), within(1e-14));
        assertThat(MaximumMeanDiscrepancy.rbfKernel(new double[][] {{1, 2, 3}}, new double[][] {{4, 5, 6}}, 0.5)[0][0])
                .isCloseTo(3.53262857e-24, Percentage.withPercentage(1e-6));
    }

    @Test
    void theValueIsTheUnbiasedEstimate() {
        MaximumMeanDiscrepancy given = TEST.withSigma(Golden.number("sigma"));
        double[][] reference = Golden.points("reference", 3);
        double[][] current = Golden.points("current", 3);

        assertThat(given.statistic(reference, current)).isCloseTo(Golden.number("mmd2"), within(1e-12));
        assertThat(given.statistic(current, reference)).isCloseTo(Golden.number("mmd2"), within(1e-12));
        assertThat(given.test(reference, current).value()).isCloseTo(Golden.number("mmd2"), within(1e-12));
    }

    @Test
    void thePValueIsThatOfAllSplits() {
        // ties everywhere: of the 20 splits of these six points, those with the observed value count
        double[][] reference = {{0}, {0}, {1}};
        double[][] current = {{2}, {2}, {1}};
        MaximumMeanDiscrepancy given = TEST.withSigma(1);
        double observed = given.statistic(reference, current);
        double[] all = {0, 0, 1, 2, 2, 1};
        int reached = 0;
        for (int mask = 0; mask < 64; mask++) {
            if (Integer.bitCount(mask) == 3) {
                double[][][] split = new double[2][3][1];
                int[] next = new int[2];
                for (int i = 0; i < 6; i++) {
                    int side = mask >> i & 1;
                    split[side][next[side]++][0] = all[i];
                }
                reached += given.statistic(split[0], split[1]) >= observed - 1e-12 ? 1 : 0;
            }
        }

        TestStatistic result = given.withPermutations(4999).test(reference, current);

        assertThat(reached).isBetween(2, 19);
        assertThat(result.pValue().orElseThrow()).isCloseTo(reached / 20.0, within(0.03));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 50})
    void roundingTheKernelKeepsTheValueInBlocksOfAnySize(int rows) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] columns = Points.columns(normal(random, rows, 0), normal(random, 2 * rows + 1, 0.3));
        RbfKernel kernel = new RbfKernel(columns, 1.5);

        double[] discrepancies = new SplitBatch(kernel, rows, 40, random).discrepancies();

        assertThat(discrepancies).hasSize(41);
        assertThat(discrepancies[0]).isCloseTo(new KernelPermutations(kernel, rows).observed(), within(1e-5));
        double[] swapped = new SplitBatch(
                        new RbfKernel(Points.columns(normal(random, 2 * rows + 1, 0), normal(random, rows, 0)), 1.5),
                        2 * rows + 1,
                        1,
                        random)
                .discrepancies();
        assertThat(swapped[0]).isNotNaN();
    }

    @Test
    void randomSplitsOfEqualLawsScatterAroundZero() {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] columns = Points.columns(normal(random, 60, 0), normal(random, 90, 0));

        double[] splits = new SplitBatch(new RbfKernel(columns, 2), 60, 250, random).discrepancies();

        double mean = Arrays.stream(splits).skip(1).average().orElseThrow();
        double spread = Math.sqrt(
                Arrays.stream(splits).skip(1).map(v -> v * v).average().orElseThrow());
        assertThat(mean).isCloseTo(0, within(4 * spread / Math.sqrt(250)));
        assertThat(Arrays.stream(splits).min().orElseThrow()).isNegative();
        assertThat(Arrays.stream(splits).max().orElseThrow()).isPositive();
    }

    @Test
    void negativeEstimatesAreKeptAndHaveNoEffect() {
        SplittableRandom random = new SplittableRandom(SEED);
        int negative = 0;
        for (int run = 0; run < 30; run++) {
            TestStatistic result = TEST.withPermutations(19).test(normal(random, 30, 0), normal(random, 30, 0));
            negative += result.value() < 0 ? 1 : 0;
            assertThat(result.effect()).isEqualTo(Math.sqrt(Math.max(0, result.value())));
        }
        assertThat(negative).isBetween(8, 27);
    }

    @Test
    void fourierFeaturesStandForTheKernel() {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] columns = Points.columns(normal(random, 3, 0), normal(random, 3, 2));
        FourierFeatures features = new FourierFeatures(columns, 1.7, 40_000, random);
        float[][] each = features.groupSums(RowDraw.all(6), 1);
        float[][] pairs = features.groupSums(RowDraw.all(6), 2);
        double[] row = new double[6];

        for (int i = 0; i < 6; i++) {
            new RbfKernel(columns, 1.7).row(i, 0, row);
            for (int j = 0; j < 6; j++) {
                double product = 0;
                for (int f = 0; f < each[0].length; f++) {
                    product += (double) each[i][f] * each[j][f] / 40_000;
                }
                assertThat(product).isCloseTo(row[j], within(i == j ? 1e-6 : 0.02));
            }
        }
        assertThat(pairs[1][7]).isCloseTo(each[2][7] + each[3][7], within(1e-5f));
    }

    @Test
    void manyRowsGiveNearlyTheSameValueInLinearTime() {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] reference = normal(random, 2500, 0);
        double[][] current = normal(random, 2600, 0.5);

        TestStatistic fast = TEST.test(reference, current);

        assertThat(fast.value()).isCloseTo(TEST.statistic(reference, current), Percentage.withPercentage(15));
        assertThat(fast.pValue().orElseThrow()).isEqualTo(1.0 / 200);
        assertThat(fast.referenceCount()).isEqualTo(2500);
    }

    @Test
    void manyRowsOfEqualLawsAreCalledDifferentNoMoreOftenThanStated() {
        SplittableRandom random = new SplittableRandom(SEED);
        int alarms = 0;
        for (int run = 0; run < 30; run++) {
            double[][] columns = Points.columns(normal(random, 900, 0), normal(random, 120, 0));
            FourierFeatures features = new FourierFeatures(columns, 2, 64, random);
            FourierPermutations fast = new FourierPermutations(features, 900, 1020, random);
            alarms += fast.atLeastObserved(99, random) < 5 ? 1 : 0;
        }
        assertThat(alarms).isLessThanOrEqualTo(7);
    }

    @Test
    void theResultSaysHowManyRowsWereUsed() {
        SplittableRandom random = new SplittableRandom(SEED);
        MultivariateResult unbalanced = test(SEED).test(Law.USUAL.draw(random, 6000), Law.USUAL.draw(random, 100));
        MultivariateResult grouped = test(SEED).test(Law.USUAL.draw(random, 4101), Law.USUAL.draw(random, 4205));

        assertThat(unbalanced.statistic().referenceCount()).isEqualTo(3900);
        assertThat(unbalanced.statistic().currentCount()).isEqualTo(100);
        assertThat(unbalanced.referenceRows()).isEqualTo(6000);
        assertThat(grouped.statistic().referenceCount()).as("groups of two").isEqualTo(4100);
        assertThat(grouped.statistic().currentCount()).isEqualTo(4204);
    }

    @Test
    void pointsAndSettingsThatMakeNoSenseAreRefused() {
        double[][] two = {{0, 0}, {1, 1}};

        assertThatThrownBy(() -> TEST.statistic(two, new double[][] {{0, 0}})).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> TEST.statistic(two, new double[][] {{0, 0}, {1}}))
                .hasMessageContaining("point 1 of the second sample has 1 coordinates");
        assertThatThrownBy(() -> TEST.statistic(two, new double[][] {{0, 0}, {1, Double.NaN}}))
                .hasMessageContaining("expected finite coordinates but got NaN");
        assertThatThrownBy(() -> TEST.test(new double[][] {{1}, {1}}, new double[][] {{1}, {1}}))
                .hasMessageContaining("the rows are equal");
        assertThatThrownBy(() -> TEST.withSigma(Double.NaN)).hasMessageContaining("sigma above 0 but got NaN");
        assertThatThrownBy(() -> MaximumMeanDiscrepancy.rbfKernel(two, two, 0)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> TEST.withPermutations(18)).hasMessageContaining("at least 19");
    }
}
