package io.github.modelwarden.drift.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SensitivityTest {

    /** Ten cells of a tenth each, from 0 to 10. */
    private static final double[] EDGES = {1, 2, 3, 4, 5, 6, 7, 8, 9};

    private static final CellDistribution UNIFORM = CellDistribution.of(EDGES, evenly(10), 0, 10);

    private static long[] evenly(int cells) {
        long[] counts = new long[cells];
        Arrays.fill(counts, 100);
        return counts;
    }

    @Test
    void theShiftHasTheIndexItWasAskedFor() {
        double shift = Sensitivity.shift(UNIFORM, 1_000_000_000, EDGES, 0.1, 10).orElseThrow();

        double[] then = UNIFORM.shares(EDGES, 0);
        assertThat(Sensitivity.psi(then, UNIFORM.shares(EDGES, shift))).isCloseTo(0.1, within(1e-7));
        assertThat(shift).isBetween(0.4, 0.8);
    }

    @Test
    void aSmallerIndexTakesASmallerShift() {
        assertThat(Sensitivity.shift(UNIFORM, 1_000_000_000, EDGES, 0.02, 10).orElseThrow())
                .isLessThan(Sensitivity.shift(UNIFORM, 1_000_000_000, EDGES, 0.1, 10)
                        .orElseThrow());
    }

    @Test
    void anIndexThatNoShiftHasIsUnknown() {
        assertThat(Sensitivity.shift(UNIFORM, 1_000_000_000, EDGES, 50, 10)).isEmpty();
        assertThat(Sensitivity.sharePoints(new double[] {0.5, 0.5}, 50)).isEmpty();
        assertThat(Sensitivity.sharePoints(new double[] {1, 0}, 0.1)).isEmpty();
    }

    @Test
    void movedRowsComeFromAllOtherCategoriesAlike() {
        double[] then = {0.2, 0.5, 0.3};
        double points = Sensitivity.sharePoints(then, 0.05).orElseThrow();

        double[] now = {0.2 * (1 - points / 0.5), 0.5 + points, 0.3 * (1 - points / 0.5)};
        assertThat(Sensitivity.psi(then, now)).isCloseTo(0.05, within(1e-9));
    }

    @Test
    void fewReferenceRowsMakeTheShiftLarger() {
        double sure = Sensitivity.shift(UNIFORM, 1_000_000_000, EDGES, 0.1, 10).orElseThrow();

        assertThat(Sensitivity.shift(UNIFORM, 300, EDGES, 0.1, 10).orElseThrow())
                .isGreaterThan(sure)
                .isLessThan(1.5 * sure);
    }
}
