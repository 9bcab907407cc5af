package io.github.modelwarden.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GridCountsTest {

    @Test
    void aValueOnAnEdgeBelongsToTheCellBelow() {
        GridCounts grid = GridCounts.over(1, 2);

        for (double value : new double[] {0, 1, 1.5, 2, 3, Double.NaN}) {
            grid.accept(value);
        }

        assertThat(grid.counts()).containsExactly(2, 2, 1);
        assertThat(grid.sums()).containsExactly(1, 3.5, 3);
    }

    @Test
    void cellsHoldEqualSharesOfTheSample() {
        double[] sample = new Random(3).doubles(4096).toArray();
        GridCounts grid = GridCounts.ofSample(sample, 64);

        Arrays.stream(sample).forEach(grid::accept);

        assertThat(grid.counts()).hasSize(64).containsOnly(64);
    }

    @Test
    void partsAddUpToTheWhole() {
        double[] values = new Random(4).doubles(1000).toArray();
        GridCounts whole = GridCounts.ofSample(values, 10);
        GridCounts left = whole.emptyCopy();
        GridCounts right = whole.emptyCopy();
        for (int i = 0; i < values.length; i++) {
            whole.accept(values[i]);
            (i % 3 == 0 ? left : right).accept(values[i]);
        }

        assertThat(left.combine(right).counts()).containsExactly(whole.counts());
    }

    @Test
    void gridsOverOtherEdgesDoNotAddUp() {
        assertThatIllegalArgumentException().isThrownBy(() -> GridCounts.over(1).combine(GridCounts.over(2)));
    }

    @Test
    void edgesMustAscend() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GridCounts.over(2, 2))
                .withMessageContaining("ascending");
    }
}
