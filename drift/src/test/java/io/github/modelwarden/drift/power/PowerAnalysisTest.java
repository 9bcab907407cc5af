package io.github.modelwarden.drift.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.statistic.PopulationStabilityIndex;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PowerAnalysisTest {

    private static final PowerAnalysis POWER = PowerAnalysis.withDefaults();

    @Test
    void moreRowsShowSmallerChangesAndMoreBinsHideThem() {
        double psi = POWER.detectablePsi(10, 1000, 1000);

        assertThat(POWER.detectablePsi(10, 1000, 2000)).isLessThan(psi);
        assertThat(POWER.detectablePsi(10, 2000, 1000)).isLessThan(psi);
        assertThat(POWER.detectablePsi(20, 1000, 1000)).isGreaterThan(psi);
        assertThat(POWER.withAlpha(0.001).detectablePsi(10, 1000, 1000)).isGreaterThan(psi);
        assertThat(POWER.withPower(0.99).detectablePsi(10, 1000, 1000)).isGreaterThan(psi);
    }

    @Test
    void theDetectableIndexIsFoundWithTheWantedPower() {
        double psi = POWER.detectablePsi(10, 5000, 700);

        assertThat(POWER.powerAt(psi, 10, 5000, 700)).isCloseTo(0.8, within(1e-6));
        assertThat(POWER.powerAt(0, 10, 5000, 700)).isCloseTo(0.05, within(1e-9));
    }

    @Test
    void theDetectableIndexNeverLiesBelowTheMinimumEffect() {
        PowerAnalysis guarded = POWER.withMinimumEffect(0.02);

        assertThat(guarded.detectablePsi(10, 1_000_000, 1_000_000)).isBetween(0.02, 0.021);
        assertThat(guarded.detectablePsi(10, 100, 100)).isEqualTo(POWER.detectablePsi(10, 100, 100));
    }

    @Test
    void rowsNeededAreTheFewestThatGiveThePower() {
        long rows = POWER.currentRowsNeeded(0.1, 10, 10_000).orElseThrow();

        assertThat(POWER.powerAt(0.1, 10, 10_000, rows)).isGreaterThanOrEqualTo(0.8);
        assertThat(POWER.powerAt(0.1, 10, 10_000, rows - 1)).isLessThan(0.8);
    }

    @Test
    void aReferenceThatIsTooSmallIsNotMadeUpForByCurrentRows() {
        assertThat(POWER.currentRowsNeeded(0.1, 10, 100)).isEmpty();
        assertThat(POWER.withMinimumEffect(0.05).currentRowsNeeded(0.04, 10, 1_000_000))
                .isEmpty();
    }

    @Test
    void theStatedPowerIsWhatSimulatedVerdictsShow() {
        double[] then = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
        double[] now = {0.08, 0.09, 0.09, 0.1, 0.1, 0.1, 0.1, 0.11, 0.11, 0.12};
        double psi = 0;
        for (int i = 0; i < then.length; i++) {
            psi += (now[i] - then[i]) * Math.log(now[i] / then[i]);
        }
        SplittableRandom random = new SplittableRandom(11);
        int runs = 2000;
        int found = 0;
        for (int run = 0; run < runs; run++) {
            TestStatistic test =
                    PopulationStabilityIndex.withDefaults().test(counts(random, then, 3000), counts(random, now, 2000));
            found += test.pValue().orElseThrow() <= 0.05 ? 1 : 0;
        }

        double stated = POWER.powerAt(psi, 10, 3000, 2000);
        assertThat(stated).isBetween(0.5, 0.95);
        assertThat(found / (double) runs).isCloseTo(stated, within(0.04));
    }

    private static long[] counts(SplittableRandom random, double[] shares, int rows) {
        long[] counts = new long[shares.length];
        for (int row = 0; row < rows; row++) {
            double u = random.nextDouble();
            int bin = 0;
            while (bin < shares.length - 1 && u >= shares[bin]) {
                u -= shares[bin++];
            }
            counts[bin]++;
        }
        return counts;
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POWER.withAlpha(Double.NaN))
                .withMessageContaining("alpha")
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> POWER.withPower(1));
        assertThatIllegalArgumentException().isThrownBy(() -> POWER.withMinimumEffect(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POWER.detectablePsi(1, 10, 10))
                .withMessageContaining("at least 2 bins");
        assertThatIllegalArgumentException().isThrownBy(() -> POWER.powerAt(Double.NaN, 10, 10, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> POWER.currentRowsNeeded(0, 10, 10));
    }
}
