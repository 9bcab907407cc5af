package io.github.modelwarden.drift.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.CountTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JensenShannonTest extends CountTestContract {

    @Override
    CountTest statistic() {
        return JensenShannon.withDefaults();
    }

    @Override
    boolean isConservative() {
        return true;
    }

    @Nested
    class Distance extends CountTestContract {

        @Override
        CountTest statistic() {
            return JensenShannon.withDefaults()
                    .withSquareRoot()
                    .withBaseTwoLogarithm()
                    .withPermutations(199, 1);
        }

        @Override
        void equalSharesShowNoDrift() {
            // the square root of a rounding error is not as small
            assertThat(statistic()
                            .test(new long[] {1, 2, 4}, new long[] {3, 6, 12})
                            .value())
                    .isCloseTo(0, within(1e-7));
        }
    }

    @Test
    void disjointSharesHaveTheLargestValue() {
        double[] p = {0.5, 0.5, 0};
        double[] q = {0, 0, 7};
        JensenShannon divergence = JensenShannon.withDefaults();

        assertThat(divergence.statistic(p, q)).isCloseTo(Math.log(2), within(1e-15));
        assertThat(divergence.withBaseTwoLogarithm().statistic(p, q)).isCloseTo(1, within(1e-15));
        assertThat(divergence.withSquareRoot().statistic(p, q)).isCloseTo(Math.sqrt(Math.log(2)), within(1e-15));
        assertThat(divergence.withSquareRoot().withBaseTwoLogarithm().statistic(p, q))
                .isCloseTo(1, within(1e-15));
    }

    @Test
    void aSingleBinIsADistanceOfZeroWithoutPValue() {
        assertThat(statistic().test(new long[] {10}, new long[] {20}).value()).isZero();
        assertThat(statistic().test(new long[] {10}, new long[] {20}).pValue()).isEmpty();
    }
}
