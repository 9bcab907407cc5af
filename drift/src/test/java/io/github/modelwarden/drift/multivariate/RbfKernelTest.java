package io.github.modelwarden.drift.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class RbfKernelTest {

    @Test
    void exponentialsAgreeWithThoseOfTheLibraryOverTheWholeRange() {
        int points = 2000;
        double[][] line = new double[1][points];
        for (int i = 1; i < points; i++) {
            line[0][i] = Math.sqrt(2 * 700.0 * i / points); // exponents from 0 to −700
        }
        double[] row = new double[points];

        new RbfKernel(line, 1).row(0, 0, row);

        for (int i = 0; i < points; i++) {
            double expected = Math.exp(-line[0][i] * line[0][i] / 2);
            assertThat(row[i]).isCloseTo(expected, Percentage.withPercentage(1e-8));
        }
    }

    @Test
    void pointsFarApartHaveAKernelOfNearlyZero() {
        double[] row = new double[1];

        new RbfKernel(new double[][] {{0, 1e100}}, 1).row(0, 1, row);

        assertThat(row[0]).isBetween(0.0, 1e-300);
    }

    @Test
    void theMedianDistanceIsThatOfAllPairs() {
        SplittableRandom random = new SplittableRandom(1);

        // distances 1, 2, 3, 4, 6, 7
        assertThat(RbfKernel.medianDistance(new double[][] {{0, 1, 3, 7}}, random))
                .isCloseTo(Math.sqrt((9 + 16) / 2.0), within(1e-12));
        // ten of fifteen distances are 0
        assertThat(RbfKernel.medianDistance(new double[][] {{5, 5, 5, 5, 5, 8}}, random))
                .isCloseTo(3, within(1e-12));
    }
}
