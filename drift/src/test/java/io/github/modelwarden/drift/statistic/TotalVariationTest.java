package io.github.modelwarden.drift.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.CountTest;
import org.junit.jupiter.api.Test;

class TotalVariationTest extends CountTestContract {

    @Override
    CountTest statistic() {
        return TotalVariation.withDefaults().withPermutations(199, 1);
    }

    @Test
    void isTheComplementOfTheHistogramIntersection() {
        double[] p = {0.1, 0.6, 0.3};
        double[] q = {0.2, 0.2, 0.6};

        assertThat(TotalVariation.withDefaults().statistic(p, q)).isCloseTo(1 - (0.1 + 0.2 + 0.3), within(1e-12));
    }

    @Test
    void thePValueOfSplitsThatCanBeListed() {
        // 4 of 8 rows, 4 in each bin: 70 splits, 2 of which put all rows of a side into one bin
        double pValue = TotalVariation.withDefaults()
                .withPermutations(20_000, 3)
                .test(new long[] {4, 0}, new long[] {0, 4})
                .pValue()
                .orElseThrow();

        assertThat(pValue).isCloseTo(2.0 / 70, within(0.005));
        assertThat(TotalVariation.withDefaults()
                        .withPermutations(20_000, 3)
                        .test(new long[] {4, 0}, new long[] {0, 4})
                        .pValue())
                .hasValue(pValue);
    }
}
