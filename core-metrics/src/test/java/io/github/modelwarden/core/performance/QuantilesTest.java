package io.github.modelwarden.core.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuantilesTest {

    @Test
    void normalQuantilesAgreeWithSciPyFarIntoTheTails() {
        for (double p : new double[] {1e-12, 1e-4, 0.01, 0.3, 0.5, 0.8, 0.975, 0.9999}) {
            double expected = GoldenVectors.number("quantile.normal." + python(p));
            assertThat(Quantiles.normal(p)).as("%s", p).isCloseTo(expected, within(1e-13 * (1 + Math.abs(expected))));
        }
    }

    @Test
    void studentQuantilesAgreeWithSciPyWithinTheStatedError() {
        for (int freedom : new int[] {1, 2, 3, 5, 10, 30, 199}) {
            for (double p : new double[] {0.95, 0.975, 0.995}) {
                double expected = GoldenVectors.number("quantile.t." + freedom + "." + p);
                double relative = freedom < 3 ? 1e-12 : freedom == 3 ? 0.03 : freedom == 5 ? 3e-3 : 1e-4;
                assertThat(Quantiles.studentT(p, freedom))
                        .as("%s with %d degrees of freedom", p, freedom)
                        .isCloseTo(expected, within(relative * expected));
            }
        }
        assertThat(Quantiles.studentT(0.975, 3)).isCloseTo(3.182446, within(0.002 * 3.18));
        assertThat(Quantiles.studentT(0.975, 10)).isCloseTo(2.228139, within(3e-5 * 2.23));
    }

    @Test
    void aTwoSidedIntervalReachesToTheQuantileOfHalfTheRisk() {
        assertThat(Quantiles.reach(0.95)).isCloseTo(1.959963984540054, within(1e-12));
        assertThat(Quantiles.reach(0.9, 1)).isCloseTo(6.313751514675, within(1e-9));
    }

    private static String python(double p) {
        return p == 1e-12 ? "1e-12" : p == 1e-4 ? "0.0001" : Double.toString(p);
    }
}
