package io.github.modelwarden.drift.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoncentralChiSquareTest {

    /** scipy.stats.ncx2.sf(x, k, nc), SciPy 1.17.1. */
    @ParameterizedTest
    @CsvSource({
        "16.9189776, 9, 0.5, 0.06607471534604445",
        "16.9189776, 9, 15.65, 0.8000062648560238",
        "30.1, 19, 22, 0.8351541843499701",
        "3.84, 1, 7.85, 0.8001610939114071",
        "5200, 9, 5000, 0.08942086446727861",
        "0.1, 3, 2, 0.996937016322698"
    })
    void equalsScipy(double x, int degrees, double noncentrality, double expected) {
        assertThat(NoncentralChiSquare.survival(x, degrees, noncentrality)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void theNoncentralityIsTheInverse() {
        for (double probability : new double[] {0.2, 0.5, 0.8, 0.99}) {
            double noncentrality = NoncentralChiSquare.noncentrality(16.9, 9, probability);

            assertThat(NoncentralChiSquare.survival(16.9, 9, noncentrality)).isCloseTo(probability, within(1e-8));
        }
        assertThat(NoncentralChiSquare.noncentrality(5, 9, 0.5)).isZero();
    }
}
