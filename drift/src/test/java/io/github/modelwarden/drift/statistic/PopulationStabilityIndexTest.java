package io.github.modelwarden.drift.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.CountTest;
import io.github.modelwarden.drift.TestStatistic;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PopulationStabilityIndexTest extends CountTestContract {

    private static final PopulationStabilityIndex PSI = PopulationStabilityIndex.withDefaults();

    @Override
    CountTest statistic() {
        return PSI;
    }

    @Override
    boolean isConservative() {
        return true;
    }

    @Override
    boolean isZeroForEqualShares() {
        return false; // smoothing adds the same half row to samples of different size
    }

    @Nested
    class WithPermutations extends CountTestContract {

        @Override
        CountTest statistic() {
            return PSI.withZeroRule(ZeroRule.floor(1e-4)).withPermutations(199, 1);
        }
    }

    @Test
    void oneUsedBinGivesNoPValueRatherThanOne() {
        assertThat(PSI.test(new long[] {0, 40, 0}, new long[] {0, 70, 0}).pValue())
                .isEmpty();
        assertThat(PSI.withPermutations(9, 1)
                        .test(new long[] {40}, new long[] {70})
                        .pValue())
                .isEmpty();
    }

    @Test
    void theEffectOfUnchangedDataDoesNotGrowWithTheSample() {
        assertThat(PSI.test(new long[] {50, 50}, new long[] {52, 48}).effect()).isZero();
        assertThat(PSI.test(new long[] {50_000, 50_000}, new long[] {50_010, 49_990})
                        .effect())
                .isZero();
    }

    @Test
    void anIndexBelowTheThresholdIsNeverCalledDrift() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            long[] a = counts(random, 60);
            long[] b = counts(random, 40);
            TestStatistic result = PSI.test(a, b);
            double threshold = PSI.threshold(BinnedCounts.used(a, b), 60, 40, 0.05);
            if (result.value() < threshold) {
                assertThat(result.pValue().orElseThrow()).as("seed %d", seed).isGreaterThan(0.05);
            }
        }
    }

    @Test
    void theRuleForEmptyBinsDecidesTheValueOfSharesThatDoNotOverlap() {
        double[] p = {1, 0};
        double[] q = {0, 1};

        assertThat(PSI.withZeroRule(ZeroRule.floor(1e-4)).statistic(p, q))
                .isCloseTo(2 * (1 - 1e-4) * Math.log(1e4), within(1e-12));
        assertThat(PSI.withZeroRule(ZeroRule.replaceEmpty(Double.MIN_NORMAL)).statistic(p, q))
                .isCloseTo(2 * -Math.log(Double.MIN_NORMAL), within(1e-9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PSI.withZeroRule(ZeroRule.refuse()).statistic(p, q))
                .withMessageContaining("psi: bin 1 is empty on one side");
    }

    @Test
    void anEmptyBinStaysBelowAVerySmallFilledOne() {
        double[] p = {1 - 5e-5, 5e-5, 0};
        double[] q = {0.5, 0.25, 0.25};
        double expected = (0.5 - (1 - 5e-5)) * Math.log(0.5 / (1 - 5e-5))
                + (0.25 - 5e-5) * Math.log(0.25 / 5e-5)
                + (0.25 - 5e-11) * Math.log(0.25 / 5e-11);

        assertThat(PSI.withZeroRule(ZeroRule.replaceEmptyBelowFilled(1e-4)).statistic(p, q))
                .isCloseTo(expected, within(1e-9));
        assertThat(PSI.withZeroRule(ZeroRule.replaceEmptyBelowFilled(1e-5)).statistic(p, q))
                .isCloseTo(PSI.withZeroRule(ZeroRule.replaceEmpty(1e-5)).statistic(p, q), within(1e-12));
    }

    @Test
    void addingRowsToSharesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PSI.statistic(new double[] {0.5, 0.5}, new double[] {0.4, 0.6}))
                .withMessageContaining("expected counts")
                .withMessageContaining("choose another zero rule");
    }

    @Test
    void massesAreChecked() {
        for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PSI.statistic(new double[] {5, 5}, new double[] {4, bad}));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PSI.statistic(new double[] {0, 0}, new double[] {4, 6}))
                .withMessageContaining("expected a positive, finite total on each side but got 0.0 and 10.0");
    }

    @Test
    void epsilonsAreShares() {
        for (double bad : new double[] {0, 1, -1, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> ZeroRule.floor(bad));
            assertThatIllegalArgumentException().isThrownBy(() -> ZeroRule.replaceEmpty(bad));
            assertThatIllegalArgumentException().isThrownBy(() -> ZeroRule.replaceEmptyBelowFilled(bad));
            assertThatIllegalArgumentException().isThrownBy(() -> ZeroRule.addToShares(bad));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> ZeroRule.addToCounts(0));
    }
}
