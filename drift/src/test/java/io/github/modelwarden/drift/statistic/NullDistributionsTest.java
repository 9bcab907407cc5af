package io.github.modelwarden.drift.statistic;

import static io.github.modelwarden.drift.GoldenVectors.number;
import static io.github.modelwarden.drift.GoldenVectors.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.GoldenVectors;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Distributions of statistics without drift that no library offers. */
class NullDistributionsTest {

    static List<String> kolmogorovVectors() {
        return GoldenVectors.names("kolmogorov");
    }

    static List<String> permutationVectors() {
        return GoldenVectors.names("permutation");
    }

    @ParameterizedTest
    @MethodSource("kolmogorovVectors")
    void theKolmogorovDistributionEqualsSciPy(String name) {
        String key = "kolmogorov." + name + ".";
        long n = (long) number(key + "n");
        double[] distances = numbers(key + "distances");
        double[] survival = numbers(key + "survival");
        double[] oneSided = numbers(key + "one_sided_survival");
        for (int i = 0; i < distances.length; i++) {
            String what = "d = " + distances[i];
            assertThat(KolmogorovDistribution.survival(distances[i], n))
                    .as(what)
                    .isCloseTo(survival[i], within(1e-9 * survival[i]));
            assertThat(KolmogorovDistribution.oneSidedSurvival(distances[i], n))
                    .as(what)
                    .isCloseTo(oneSided[i], within(1e-9 * oneSided[i]));
        }
    }

    @Test
    void theKolmogorovDistributionHasItsEnds() {
        assertThat(KolmogorovDistribution.survival(0, 50)).isEqualTo(1);
        assertThat(KolmogorovDistribution.survival(1, 50)).isZero();
        assertThat(KolmogorovDistribution.survival(0.3, 1)).isEqualTo(1);
        assertThat(KolmogorovDistribution.survival(0.75, 1)).isEqualTo(0.5);
        // n·d just above ½, where nearly all mass is beyond
        assertThat(KolmogorovDistribution.survival(0.6 / 20, 20)).isCloseTo(1, within(1e-9));
    }

    @Test
    void theKolmogorovDistributionGoesOnWhereItsMethodsChange() {
        for (long n : new long[] {100, 140, 141, 4_096, 4_097, 100_000}) {
            double last = 1;
            for (double z = 0.3; z < 3; z += 0.004) {
                double survival = KolmogorovDistribution.survival(z / Math.sqrt((double) n), n);
                assertThat(survival).as("n = %d, z = %s", n, z).isLessThanOrEqualTo(last + 1e-8);
                assertThat(last - survival).as("n = %d, z = %s", n, z).isLessThan(0.01);
                last = survival;
            }
        }
    }

    @Test
    void theCramerVonMisesLimitHasItsTabulatedQuantiles() {
        // Anderson and Darling 1952, table 1
        assertThat(CramerVonMisesDistribution.survival(0.11888)).isCloseTo(0.5, within(1e-5));
        assertThat(CramerVonMisesDistribution.survival(0.34730)).isCloseTo(0.1, within(1e-5));
        assertThat(CramerVonMisesDistribution.survival(0.46136)).isCloseTo(0.05, within(1e-5));
        assertThat(CramerVonMisesDistribution.survival(1.16786)).isCloseTo(0.001, within(1e-6));
        assertThat(CramerVonMisesDistribution.survival(0.02480)).isCloseTo(0.99, within(1e-5));
        assertThat(CramerVonMisesDistribution.survival(0.002)).isEqualTo(1);
    }

    @Test
    void theCramerVonMisesTailKeepsItsRelativePrecision() {
        // the leading term: each step of 2/π² in x costs a factor e, up to a slowly changing factor
        for (double x : new double[] {5, 20, 50, 100}) {
            double step = 2 / (Math.PI * Math.PI);
            double ratio = CramerVonMisesDistribution.survival(x + step) / CramerVonMisesDistribution.survival(x);
            assertThat(ratio * Math.E).as("x = %s", x).isBetween(1 - 1.1 * step / (2 * x), 1.0);
        }
    }

    @Test
    void theExactCramerVonMisesDistributionCountsSplits() {
        // 3 against 2 values: T is largest for the two of ten splits that separate the sides
        double[] low = {1, 2, 3};
        double[] high = {4, 5};
        double separate = CramerVonMises.withDefaults().test(low, high).value();
        assertThat(CramerVonMisesDistribution.exactSurvival(separate, 3, 2)).isCloseTo(0.2, within(1e-12));
        assertThat(CramerVonMisesDistribution.exactSurvival(separate + 0.1, 3, 2))
                .isZero();
        assertThat(CramerVonMisesDistribution.exactSurvival(0, 3, 2)).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("permutationVectors")
    void drawingPermutationsWithReplacementEqualsSciPy(String name) {
        double[] numbers = numbers("permutation." + name + ".numbers");

        assertThat(PermutationPValue.drawnWithReplacement((int) numbers[0], (int) numbers[1], (long) numbers[2]))
                .isCloseTo(number("permutation." + name + ".drawn_with_replacement"), within(1e-12));
    }

    @Test
    void permutationPValuesFollowTheirConventions() {
        assertThat(PermutationPValue.conservative(0, 999)).isEqualTo(0.001);
        assertThat(PermutationPValue.share(3, 5)).isEqualTo(0.6);
        // the sum and the integral meet where one takes over from the other
        assertThat(PermutationPValue.drawnWithReplacement(2, 100, 10_001))
                .isCloseTo(PermutationPValue.drawnWithReplacement(2, 100, 10_000), within(1e-7));
        // with very many different permutations it is the conservative one
        assertThat(PermutationPValue.drawnWithReplacement(2, 100, Long.MAX_VALUE))
                .isCloseTo(PermutationPValue.conservative(2, 100), within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PermutationPValue.share(6, 5))
                .withMessageContaining("got 6 of 5");
        assertThatIllegalArgumentException().isThrownBy(() -> PermutationPValue.conservative(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> PermutationPValue.drawnWithReplacement(1, 5, 0));
    }
}
