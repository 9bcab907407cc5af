package io.github.modelwarden.drift.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.CountTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KullbackLeiblerTest extends CountTestContract {

    @Override
    CountTest statistic() {
        return KullbackLeibler.withDefaults();
    }

    @Override
    double exchanged(double value) {
        return Double.NaN;
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
            return KullbackLeibler.withDefaults()
                    .withZeroRule(ZeroRule.floor(1e-4))
                    .withPermutations(199, 1);
        }

        @Override
        double exchanged(double value) {
            return Double.NaN;
        }
    }

    @Test
    void bothDirectionsTogetherAreThePopulationStabilityIndex() {
        long[] a = {12, 30, 0, 8};
        long[] b = {40, 60, 5, 20};
        KullbackLeibler divergence = KullbackLeibler.withDefaults();

        assertThat(divergence.test(a, b).value()
                        + divergence.withReferenceFirst().test(a, b).value())
                .isCloseTo(PopulationStabilityIndex.withDefaults().test(a, b).value(), within(1e-12));
        assertThat(divergence.withReferenceFirst().test(a, b).value())
                .isCloseTo(divergence.test(b, a).value(), within(1e-12));
    }

    @Test
    void sharesAreNormalised() {
        KullbackLeibler divergence = KullbackLeibler.withDefaults().withZeroRule(ZeroRule.refuse());

        assertThat(divergence.statistic(new double[] {1, 3}, new double[] {2, 2}))
                .isCloseTo(0.5 * Math.log(2) + 0.5 * Math.log(2.0 / 3), within(1e-12));
    }
}
