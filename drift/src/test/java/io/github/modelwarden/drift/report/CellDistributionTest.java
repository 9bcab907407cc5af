package io.github.modelwarden.drift.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CellDistributionTest {

    private static final CellDistribution CELLS =
            CellDistribution.of(new double[] {10, 20}, new long[] {1, 2, 1}, 0, 40);

    @Test
    void sharesGrowEvenlyWithinACell() {
        assertThat(CELLS.cumulated(-5)).isZero();
        assertThat(CELLS.cumulated(5)).isEqualTo(0.125);
        assertThat(CELLS.cumulated(10)).isEqualTo(0.25);
        assertThat(CELLS.cumulated(15)).isEqualTo(0.5);
        assertThat(CELLS.cumulated(30)).isEqualTo(0.875);
        assertThat(CELLS.cumulated(41)).isEqualTo(1);
    }

    @Test
    void quantilesAreTheInverse() {
        for (double x : new double[] {1, 7, 12, 19, 25, 39}) {
            assertThat(CELLS.quantile(CELLS.cumulated(x))).isCloseTo(x, within(1e-9));
        }
    }

    @Test
    void aShiftMovesSharesIntoHigherBins() {
        assertThat(CELLS.shares(new double[] {10, 20}, 0))
                .containsExactly(new double[] {0.25, 0.5, 0.25}, within(1e-12));
        assertThat(CELLS.shares(new double[] {10, 20}, 5))
                .containsExactly(new double[] {0.125, 0.375, 0.5}, within(1e-12));
        assertThat(CELLS.shares(new double[] {10, 20}, -100)).containsExactly(new double[] {1, 0, 0}, within(1e-12));
    }

    @Test
    void oneValueInAllIsADistributionToo() {
        CellDistribution one = CellDistribution.of(new double[0], new long[] {7}, 3, 3);

        assertThat(one.cumulated(2.9)).isZero();
        assertThat(one.cumulated(3)).isEqualTo(1);
        assertThat(one.quantile(0.5)).isEqualTo(3);
    }
}
