package io.github.modelwarden.drift.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.CountTest;
import org.junit.jupiter.api.Test;

class BinnedWassersteinTest extends CountTestContract {

    @Override
    CountTest statistic() {
        return BinnedWasserstein.withSpacings(new double[] {0.5, 1, 1, 2, 0.25}).withPermutations(199, 1);
    }

    @Override
    boolean ignoresTheOrderOfBins() {
        return false;
    }

    @Test
    void movingAllRowsCostsTheSpacings() {
        double[] spacings = {0.5, 2};

        assertThat(BinnedWasserstein.distance(new long[] {9, 0, 0}, new long[] {0, 0, 4}, spacings)
                        .value())
                .isCloseTo(2.5, within(1e-12));
    }

    @Test
    void needsASpacingBetweenEachPairOfBins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinnedWasserstein.distance(new long[] {1, 2, 3}, new long[] {1, 2, 3}, new double[3]))
                .withMessageContaining("expected 2 spacings for 3 bins but got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinnedWasserstein.withSpacings(new double[] {1, Double.NaN}))
                .withMessageContaining("but got NaN");
    }

    @Test
    void laterChangesOfTheSpacingsDoNotMatter() {
        double[] spacings = {1};
        BinnedWasserstein distance = BinnedWasserstein.withSpacings(spacings);
        spacings[0] = 100;

        assertThat(distance.test(new long[] {1, 0}, new long[] {0, 1}).value()).isEqualTo(1);
    }
}
