package io.github.modelwarden.drift.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.CountTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HellingerTest extends CountTestContract {

    @Override
    CountTest statistic() {
        return Hellinger.withDefaults();
    }

    @Override
    boolean isConservative() {
        return true;
    }

    @Nested
    class WithPermutations extends CountTestContract {

        @Override
        CountTest statistic() {
            return Hellinger.withDefaults().withPermutations(199, 1);
        }
    }

    @Test
    void sharesAreNormalisedAndDisjointOnesAreOneApart() {
        Hellinger distance = Hellinger.withDefaults();

        assertThat(distance.statistic(new double[] {1, 0}, new double[] {0, 9})).isCloseTo(1, within(1e-15));
        assertThat(distance.statistic(new double[] {1, 3}, new double[] {2, 6})).isZero();
        assertThat(distance.statistic(new double[] {7}, new double[] {2})).isZero();
    }
}
