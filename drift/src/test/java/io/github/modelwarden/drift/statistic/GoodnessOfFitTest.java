package io.github.modelwarden.drift.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.CountTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.Random;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The chi-square test and the G-test of goodness of fit. */
class GoodnessOfFitTest {

    private static final GoodnessOfFit CHI_SQUARE = GoodnessOfFit.chiSquare();

    @Nested
    class ChiSquare extends CountTestContract {

        @Override
        CountTest statistic() {
            return CHI_SQUARE;
        }

        @Override
        double exchanged(double value) {
            return Double.NaN;
        }

        @Override
        boolean isCalibrated() {
            return false;
        }
    }

    @Nested
    class G extends CountTestContract {

        @Override
        CountTest statistic() {
            return GoodnessOfFit.likelihoodRatio();
        }

        @Override
        double exchanged(double value) {
            return Double.NaN;
        }

        @Override
        boolean isCalibrated() {
            return false;
        }
    }

    @Test
    void holdsItsLevelForKnownSharesOnly() {
        Random random = new Random(3);
        int known = 0;
        int sampled = 0;
        for (int i = 0; i < 1_000; i++) {
            long[] current = uniform(random);
            known += CHI_SQUARE
                                    .test(new double[] {1, 1, 1, 1, 1}, BinnedCounts.masses(current))
                                    .pValue()
                                    .orElseThrow()
                            <= 0.05
                    ? 1
                    : 0;
            sampled += CHI_SQUARE.test(uniform(random), current).pValue().orElseThrow() <= 0.05 ? 1 : 0;
        }

        assertThat(known).isBetween(28, 73);
        assertThat(sampled).isGreaterThan(250);
    }

    private static long[] uniform(Random random) {
        long[] counts = new long[5];
        for (int i = 0; i < 500; i++) {
            counts[random.nextInt(5)]++;
        }
        return counts;
    }

    @Test
    void sparseBinsAreMergedIntoTheNextSmallest() {
        long[] reference = {100, 2, 1, 34, 20, 20, 20, 20};
        long[] current = {100, 4, 3, 27, 20, 20, 20, 20};
        TestStatistic merged = CHI_SQUARE.withSparseBinsMerged().test(reference, current);

        // two of eight bins expect fewer than five rows, which is more than a fifth; merged they are one of seven
        assertThat(merged.value()).isCloseTo(6.827423492761593, within(1e-9));
        assertThat(CHI_SQUARE
                        .withSparseBinsMerged()
                        .degreesOfFreedom(BinnedCounts.masses(reference), BinnedCounts.masses(current)))
                .isEqualTo(6);
    }

    @Test
    void mergingDownToOneBinLeavesNothingToTest() {
        TestStatistic result = CHI_SQUARE.withSparseBinsMerged().test(new long[] {3, 4}, new long[] {2, 5});

        assertThat(result.pValue()).isEmpty();
        assertThat(result.value()).isCloseTo(0, within(1e-12));
    }

    @Test
    void aBinThatTheReferenceDoesNotHaveIsRefusedOrDropped() {
        long[] reference = {100, 40, 30, 0};
        long[] current = {90, 45, 25, 10};

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHI_SQUARE.test(reference, current))
                .withMessageContaining("bin 3 has 10.0 current rows where the reference has none");
        TestStatistic dropped = CHI_SQUARE.withUnseenBinsDropped().test(reference, current);
        assertThat(dropped).isEqualTo(CHI_SQUARE.test(new long[] {100, 40, 30}, new long[] {90, 45, 25}));
        assertThat(dropped.currentCount()).isEqualTo(160);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHI_SQUARE.withUnseenBinsDropped().test(new long[] {5, 0}, new long[] {0, 3}))
                .withMessageContaining("all are in bins that the reference does not have");
    }

    @Test
    void estimatedParametersTakeDegreesOfFreedom() {
        long[] reference = {10, 10, 10};
        long[] current = {7, 9, 14};
        double square = CHI_SQUARE.test(reference, current).value();

        assertThat(CHI_SQUARE
                        .withEstimatedParameters(1)
                        .test(reference, current)
                        .pValue()
                        .orElseThrow())
                .isCloseTo(ChiSquaredDistribution.of(1).survivalProbability(square), within(1e-12));
        assertThat(CHI_SQUARE
                        .withEstimatedParameters(2)
                        .test(reference, current)
                        .pValue())
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> CHI_SQUARE.withEstimatedParameters(-1));
    }
}
