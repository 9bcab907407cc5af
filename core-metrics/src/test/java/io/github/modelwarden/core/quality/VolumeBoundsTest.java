package io.github.modelwarden.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.junit.jupiter.api.Test;

class VolumeBoundsTest {

    @Test
    void studentTAgreesWithSciPy() {
        assertThat(GoldenVectors.names("t")).hasSize(21).allSatisfy(name -> {
            double[] v = GoldenVectors.numbers(name + ".numbers");
            assertThat(VolumeBounds.studentT((int) v[0], v[1]))
                    .as(name)
                    .isCloseTo(GoldenVectors.number(name + ".quantile"), withinPercentage(1e-6));
        });
    }

    @Test
    void theNextWindowLiesInsideAsOftenAsStatedWhetherCountsArePoissonOrVaryMore() {
        Random random = new Random(11);
        for (double spread : new double[] {0, 0.3}) {
            int outside = 0;
            int runs = 4000;
            for (int i = 0; i < runs; i++) {
                long[] windows = new long[8];
                for (int w = 0; w < windows.length; w++) {
                    windows[w] = window(random, spread);
                }
                Constraint.Volume bounds = Constraint.Volume.after(windows, 0.02, Severity.WARNING);
                long next = window(random, spread);
                outside += next < bounds.min() || next > bounds.max() ? 1 : 0;
            }
            // 2 % of 4000 are 80, and 4 standard deviations more are 115; Poisson counts have room to spare
            assertThat(outside).as("spread %s", spread).isBetween(spread == 0 ? 0 : 45, 115);
        }
    }

    private static long window(Random random, double spread) {
        double mean = 400 * Math.exp(spread * random.nextGaussian());
        return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }

    @Test
    void aHalvedVolumeFallsOutsideAfterAWeek() {
        Constraint.Volume bounds =
                Constraint.Volume.after(new long[] {980, 1010, 1022, 995, 1003, 987, 1015}, 0.001, Severity.CRITICAL);

        assertThat(bounds.min()).isBetween(600L, 900L);
        assertThat(bounds.max()).isBetween(1100L, 1500L);
    }

    @Test
    void refusesTooFewWindowsAndImpossibleNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Constraint.Volume.after(new long[] {3, 4}, 0.01, Severity.WARNING))
                .withMessageContaining("at least 3 earlier windows")
                .withMessageContaining("[3, 4]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Constraint.Volume.after(new long[] {3, 4, -1}, 0.01, Severity.WARNING));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Constraint.Volume.after(new long[] {3, 4, 5}, Double.NaN, Severity.WARNING));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Constraint.Volume.around(10, Double.NaN, Severity.WARNING));
    }

    @Test
    void aroundKeepsWholeRowsInsideTheShare() {
        assertThat(Constraint.Volume.around(101, 0.5, Severity.WARNING))
                .isEqualTo(new Constraint.Volume(51, 151, Severity.WARNING));
        assertThat(Constraint.Volume.around(10, 2, Severity.WARNING))
                .isEqualTo(new Constraint.Volume(0, 30, Severity.WARNING));
    }
}
