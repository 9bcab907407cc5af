package io.github.modelwarden.drift.statistic;

import static io.github.modelwarden.drift.GoldenVectors.counts;
import static io.github.modelwarden.drift.GoldenVectors.near;
import static io.github.modelwarden.drift.GoldenVectors.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.CountTest;
import io.github.modelwarden.drift.GoldenVectors;
import io.github.modelwarden.drift.TestStatistic;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The two-proportion z-test and Fisher's exact test. */
class TwoCategoriesTest {

    private static final TwoProportionZ Z = TwoProportionZ.withDefaults();
    private static final FisherExact FISHER = FisherExact.withDefaults();

    @Nested
    class Proportions extends CountTestContract {

        @Override
        CountTest statistic() {
            return Z;
        }

        @Override
        int bins() {
            return 2;
        }

        @Override
        double exchanged(double value) {
            return -value;
        }
    }

    @Nested
    class Fisher extends CountTestContract {

        @Override
        CountTest statistic() {
            return FISHER;
        }

        @Override
        int bins() {
            return 2;
        }

        @Override
        double exchanged(double value) {
            return -value;
        }

        @Override
        boolean isConservative() {
            return true;
        }
    }

    static List<String> vectors() {
        return GoldenVectors.names("two_by_two");
    }

    private static void assertPValue(TestStatistic result, String key) {
        assertThat(result.pValue().orElseThrow()).as(key).isCloseTo(number(key), near(number(key)));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void equalSciPy(String name) {
        String key = "two_by_two." + name + ".";
        long[] reference = counts(key + "reference");
        long[] current = counts(key + "current");

        assertThat(Z.test(reference, current).value()).isCloseTo(number(key + "z"), near(1));
        double oddsRatio = number(key + "odds_ratio");
        if (Double.isInfinite(oddsRatio)) {
            assertThat(FISHER.oddsRatio(reference, current)).isInfinite();
        } else {
            assertThat(FISHER.oddsRatio(reference, current)).isCloseTo(oddsRatio, within(1e-12));
        }
        for (Alternative alternative : Alternative.values()) {
            String word = alternative.name().toLowerCase(Locale.ROOT);
            assertPValue(Z.withAlternative(alternative).test(reference, current), key + "z_" + word);
            assertPValue(FISHER.withAlternative(alternative).test(reference, current), key + "fisher_" + word);
        }
    }

    @Test
    void theSquareOfZIsChiSquare() {
        long[] reference = {123, 92};
        long[] current = {424, 113};
        double z = Z.test(reference, current).value();

        assertThat(z * z)
                .isCloseTo(
                        ChiSquareHomogeneity.withDefaults()
                                .test(reference, current)
                                .value(),
                        within(1e-9));
    }

    @Test
    void emptyBinsAreSkippedAndAThirdCategoryIsRefused() {
        assertThat(Z.test(new long[] {0, 5, 0, 9, 0}, new long[] {0, 7, 0, 2, 0}))
                .isEqualTo(Z.test(new long[] {5, 9}, new long[] {7, 2}));
        for (CountTest test : List.of(Z, FISHER)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> test.test(new long[] {5, 0, 1}, new long[] {0, 7, 2}))
                    .withMessageStartingWith(test.name() + ": expected counts over two categories but 3 hold rows");
        }
    }

    @Test
    void aSingleCategoryCannotDiffer() {
        assertThat(Z.test(new long[] {6, 0}, new long[] {9, 0}).pValue()).isEmpty();
        // only one table has these sums, so that the exact probability of a table like it is 1
        assertThat(FISHER.test(new long[] {6, 0}, new long[] {9, 0}).pValue()).hasValue(1);
        assertThat(FISHER.oddsRatio(new long[] {6, 0}, new long[] {9, 0})).isNaN();
    }

    @Test
    void separateCategoriesHaveAnInfiniteOddsRatioAndAFiniteValue() {
        assertThat(FISHER.oddsRatio(new long[] {6, 0}, new long[] {0, 6})).isInfinite();
        assertThat(FISHER.test(new long[] {6, 0}, new long[] {0, 6}).value()).isEqualTo(1);
    }
}
