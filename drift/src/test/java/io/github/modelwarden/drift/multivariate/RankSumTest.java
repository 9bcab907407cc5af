package io.github.modelwarden.drift.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class RankSumTest {

    @Test
    void agreesWithTheMannWhitneyTestOfSciPyOnTies() {
        double[] x = Golden.numbers("tied_x");
        double[] y = Golden.numbers("tied_y");

        RankSum rank = RankSum.of(x, y);

        assertThat(rank.area()).isCloseTo(Golden.number("area"), within(1e-12));
        assertThat(NormalDistribution.of(0, 1).survivalProbability(rank.zScore()))
                .isCloseTo(Golden.number("rank_p_value"), within(1e-12));
        assertThat(x).isEqualTo(Golden.numbers("tied_x"));
    }

    @Test
    void swappingTheSamplesTurnsTheSign() {
        RankSum rank = RankSum.of(new double[] {1, 2, 3}, new double[] {2, 5});
        RankSum swapped = RankSum.of(new double[] {2, 5}, new double[] {1, 2, 3});

        assertThat(rank.area()).isCloseTo(4.5 / 6, within(1e-15));
        assertThat(swapped.area()).isCloseTo(1.5 / 6, within(1e-15));
        assertThat(swapped.zScore()).isCloseTo(-rank.zScore(), within(1e-15));
    }

    @Test
    void scoresThatAreAllEqualSayNothing() {
        assertThat(RankSum.of(new double[] {1, 1}, new double[] {1, 1, 1})).isEqualTo(new RankSum(0.5, 0));
    }
}
