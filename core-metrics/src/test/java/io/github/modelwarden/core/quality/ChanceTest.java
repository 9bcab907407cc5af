package io.github.modelwarden.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ChanceTest {

    @Test
    void agreesWithTheHypergeometricTailOfSciPy() {
        assertThat(GoldenVectors.names("count")).hasSizeGreaterThan(10).allSatisfy(name -> {
            double[] v = GoldenVectors.numbers(name + ".numbers");
            double expected = GoldenVectors.number(name + ".p_value");

            double actual = Chance.atLeast((long) v[0], (long) v[1], new ReferenceCount((long) v[2], (long) v[3]));

            assertThat(actual).as(name).isCloseTo(expected, withinPercentage(1e-4));
        });
    }

    @Test
    void twoGapsOutsideOfARangeGiveTheBetaBinomialTail() {
        assertThat(GoldenVectors.names("range")).isNotEmpty().allSatisfy(name -> {
            double[] v = GoldenVectors.numbers(name + ".numbers");

            double actual = Chance.atLeast((long) v[0], (long) v[1], new ReferenceCount(1, (long) v[2]));

            assertThat(actual).isCloseTo(GoldenVectors.number(name + ".p_value"), within(1e-10));
        });
    }

    @Test
    void fallsAsMoreIsSeenAndLargestFindsWhereItCrosses() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            long n = 1L + random.nextInt(300);
            long rows = 1L + random.nextInt(300);
            ReferenceCount reference = new ReferenceCount(random.nextInt((int) rows + 1), rows);
            double alpha = Math.pow(10, -1 - 4 * random.nextDouble());

            long largest = Chance.largest(n, alpha, k -> Chance.atLeast(k, n, reference));

            double before = 1;
            for (long k = 0; k <= n; k++) {
                double p = Chance.atLeast(k, n, reference);
                assertThat(p).as("%s of %s after %s", k, n, reference).isBetween(0.0, before * (1 + 1e-9));
                assertThat(p >= alpha).as("%s of %s after %s", k, n, reference).isEqualTo(k <= largest);
                before = p;
            }
        }
    }

    @Test
    void allAmongIsOneChoiceOfManyForASingleRow() {
        assertThat(Chance.allAmong(1, 25, 75)).isCloseTo(0.25, within(1e-12));
        assertThat(Chance.allAmong(2, 2, 2)).isCloseTo(1.0 / 6, within(1e-12));
        assertThat(Chance.allAmong(0, 5, 5)).isEqualTo(1);
        assertThat(Chance.allAmong(6, 5, 5)).isZero();
    }

    @Test
    void saysHowManyRowsCouldTell() {
        ReferenceCount reference = new ReferenceCount(0, 100);

        long needed = Chance.rowsNeeded(0.001, n -> Chance.atLeast(n, n, reference));

        assertThat(Chance.atLeast(needed, needed, reference)).isLessThan(0.001);
        assertThat(Chance.atLeast(needed - 1, needed - 1, reference)).isGreaterThanOrEqualTo(0.001);
        assertThat(Chance.rowsNeeded(0.001, n -> 0.5)).isEqualTo(Long.MAX_VALUE);
    }
}
