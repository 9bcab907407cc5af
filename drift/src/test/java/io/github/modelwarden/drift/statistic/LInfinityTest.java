package io.github.modelwarden.drift.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.CountTest;
import org.junit.jupiter.api.Test;

class LInfinityTest extends CountTestContract {

    @Override
    CountTest statistic() {
        return LInfinity.withDefaults().withPermutations(199, 1);
    }

    @Test
    void theNoiseMarginIsTakenOff() {
        long[] reference = {207, 20, 25, 14, 25, 0, 13};
        long[] current = {22, 20, 25, 12, 13, 15, 0};
        double plain = LInfinity.withDefaults().test(reference, current).value();
        double factor = LInfinity.noiseFactor(0.1);

        assertThat(factor).isCloseTo(1.2238734153404083, within(1e-12));
        assertThat(LInfinity.withDefaults()
                        .withNoiseMargin(factor)
                        .test(reference, current)
                        .value())
                .isCloseTo(plain - factor * Math.sqrt(1.0 / 304 + 1.0 / 107), within(1e-12));
        assertThat(LInfinity.withDefaults()
                        .withNoiseMargin(100)
                        .test(reference, current)
                        .value())
                .isZero();
    }

    @Test
    void levelsAndFactorsAreChecked() {
        for (double bad : new double[] {0, 1, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> LInfinity.noiseFactor(bad));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LInfinity.withDefaults().withNoiseMargin(-1))
                .withMessageContaining("but got -1.0");
    }
}
