package io.github.modelwarden.drift.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.TestStatistic;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What all statistics over bins have in common. */
class BinnedStatisticsTest {

    enum Statistic {
        PSI {
            @Override
            TestStatistic test(long[] reference, long[] current) {
                return PopulationStabilityIndex.withDefaults().test(reference, current);
            }
        },
        CHI_SQUARE {
            @Override
            TestStatistic test(long[] reference, long[] current) {
                return ChiSquareHomogeneity.withDefaults().test(reference, current);
            }
        },
        JENSEN_SHANNON {
            @Override
            TestStatistic test(long[] reference, long[] current) {
                return JensenShannon.divergence(reference, current);
            }
        };

        abstract TestStatistic test(long[] reference, long[] current);
    }

    private static long[] counts(Random random, int bins) {
        long[] counts = random.longs(bins, 0, 50).toArray();
        counts[random.nextInt(bins)]++;
        return counts;
    }

    private static long[] reversed(long[] counts) {
        long[] reversed = new long[counts.length];
        for (int i = 0; i < counts.length; i++) {
            reversed[i] = counts[counts.length - 1 - i];
        }
        return reversed;
    }

    @ParameterizedTest
    @EnumSource
    void isSymmetricNonNegativeAndIndifferentToTheOrderOfBins(Statistic statistic) {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            int bins = 2 + random.nextInt(9);
            long[] a = counts(random, bins);
            long[] b = counts(random, bins);
            double value = statistic.test(a, b).value();
            assertThat(value).as("seed %d", seed).isNotNegative();
            assertThat(statistic.test(b, a).value()).as("seed %d", seed).isCloseTo(value, within(1e-9));
            assertThat(statistic.test(reversed(a), reversed(b)).value())
                    .as("seed %d", seed)
                    .isCloseTo(value, within(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isZeroForEqualCounts(Statistic statistic) {
        assertThat(statistic.test(new long[] {3, 0, 9}, new long[] {3, 0, 9}).value())
                .isCloseTo(0, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatCannotBeCompared(Statistic statistic) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> statistic.test(new long[] {1, 2}, new long[] {1, 2, 3}))
                .withMessageContaining("but got 2 and 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> statistic.test(new long[] {1, 2}, new long[] {1, -2}))
                .withMessageContaining("bin 1 has 2 and -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> statistic.test(new long[] {1, 2}, new long[] {0, 0}))
                .withMessageContaining("got 3 reference and 0 current rows");
    }

    @Test
    void oneUsedBinGivesNoPValueRatherThanOne() {
        long[] reference = {0, 40, 0};
        long[] current = {0, 70, 0};

        assertThat(PopulationStabilityIndex.withDefaults()
                        .test(reference, current)
                        .pValue())
                .isEmpty();
        assertThat(ChiSquareHomogeneity.withDefaults().test(reference, current).pValue())
                .isEmpty();
    }

    @Test
    void theEffectOfUnchangedDataDoesNotGrowWithTheSample() {
        TestStatistic small = PopulationStabilityIndex.withDefaults().test(new long[] {50, 50}, new long[] {52, 48});
        TestStatistic large =
                PopulationStabilityIndex.withDefaults().test(new long[] {50_000, 50_000}, new long[] {50_010, 49_990});

        assertThat(small.effect()).isZero();
        assertThat(large.effect()).isZero();
    }

    @Test
    void anIndexBelowTheThresholdIsNeverCalledDrift() {
        PopulationStabilityIndex psi = PopulationStabilityIndex.withDefaults();
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            long[] a = counts(random, 4);
            long[] b = counts(random, 4);
            TestStatistic result = psi.test(a, b);
            int used = BinnedCounts.used(a, b);
            double threshold = psi.threshold(used, result.referenceCount(), result.currentCount(), 0.05);
            if (result.value() < threshold) {
                assertThat(result.pValue().orElseThrow()).as("seed %d", seed).isGreaterThan(0.05);
            }
        }
    }

    @Test
    void theJensenShannonDivergenceOfDisjointSharesIsLogTwo() {
        assertThat(JensenShannon.divergence(new long[] {5, 0}, new long[] {0, 9})
                        .value())
                .isCloseTo(Math.log(2), within(1e-15));
    }

    @Test
    void wassersteinNeedsASpacingBetweenEachPairOfBins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinnedWasserstein.distance(new long[] {1, 2, 3}, new long[] {1, 2, 3}, new double[3]))
                .withMessageContaining("expected 2 spacings for 3 bins but got 3");
    }
}
