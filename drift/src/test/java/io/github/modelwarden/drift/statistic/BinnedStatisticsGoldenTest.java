package io.github.modelwarden.drift.statistic;

import static io.github.modelwarden.drift.GoldenVectors.counts;
import static io.github.modelwarden.drift.GoldenVectors.has;
import static io.github.modelwarden.drift.GoldenVectors.near;
import static io.github.modelwarden.drift.GoldenVectors.number;
import static io.github.modelwarden.drift.GoldenVectors.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.CountTest;
import io.github.modelwarden.drift.GoldenVectors;
import io.github.modelwarden.drift.TestStatistic;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Statistics over counts against SciPy. */
class BinnedStatisticsGoldenTest {

    static List<String> vectors() {
        return GoldenVectors.names("counts");
    }

    private static void assertEqual(double actual, String key) {
        assertThat(actual).as(key).isCloseTo(number(key), near(number(key)));
    }

    private static TestStatistic test(CountTest statistic, String name) {
        return statistic.test(counts("counts." + name + ".reference"), counts("counts." + name + ".current"));
    }

    private static double pValue(TestStatistic result) {
        return result.pValue().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void populationStabilityIndex(String name) {
        String key = "counts." + name + ".";
        long[] reference = counts(key + "reference");
        long[] current = counts(key + "current");
        PopulationStabilityIndex psi = PopulationStabilityIndex.withDefaults();
        TestStatistic result = psi.test(reference, current);

        assertEqual(psi.statistic(reference, current), key + "psi");
        assertEqual(psi.statistic(numbers(key + "reference"), numbers(key + "current")), key + "psi");
        assertEqual(result.value(), key + "psi");
        assertEqual(pValue(result), key + "psi_p_value");
        assertEqual(
                psi.threshold(
                        BinnedCounts.used(reference, current), result.referenceCount(), result.currentCount(), 0.01),
                key + "psi_threshold_0_01");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void populationStabilityIndexUnderOtherZeroRules(String name) {
        String key = "counts." + name + ".";
        PopulationStabilityIndex psi = PopulationStabilityIndex.withDefaults();

        assertEqual(test(psi.withZeroRule(ZeroRule.floor(0.04)), name).value(), key + "psi_floored");
        assertEqual(test(psi.withZeroRule(ZeroRule.replaceEmpty(1e-4)), name).value(), key + "psi_replaced");
        assertEqual(test(psi.withZeroRule(ZeroRule.addToCounts(1)), name).value(), key + "psi_one_added");
        assertEqual(test(psi.withZeroRule(ZeroRule.addToShares(1e-6)), name).value(), key + "psi_share_added");
        assertThat(test(psi.withZeroRule(ZeroRule.floor(0.04)), name).pValue()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void kullbackLeibler(String name) {
        String key = "counts." + name + ".";
        KullbackLeibler divergence = KullbackLeibler.withDefaults();

        assertEqual(test(divergence, name).value(), key + "kl_current_reference");
        assertEqual(pValue(test(divergence, name)), key + "kl_p_value");
        assertEqual(test(divergence.withReferenceFirst(), name).value(), key + "kl_reference_current");
        assertEqual(test(divergence.withZeroRule(ZeroRule.floor(1e-4)), name).value(), key + "kl_floored");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void chiSquareHomogeneity(String name) {
        String key = "counts." + name + ".";
        TestStatistic result = test(ChiSquareHomogeneity.withDefaults(), name);

        assertEqual(result.value(), key + "chi_square");
        assertEqual(pValue(result), key + "chi_square_p_value");
        assertEqual(result.effect(), key + "cramers_v");
        assertEqual(
                pValue(test(ChiSquareHomogeneity.withDefaults().withMatchedMoments(), name)),
                key + "chi_square_matched_p_value");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void gTest(String name) {
        String key = "counts." + name + ".";
        TestStatistic result = test(GTest.withDefaults(), name);

        assertEqual(result.value(), key + "g_test");
        assertEqual(pValue(result), key + "g_test_p_value");
        assertEqual(result.effect(), key + "cramers_v");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void goodnessOfFit(String name) {
        String key = "counts." + name + ".";
        if (!has(key + "chi_square_gof")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> test(GoodnessOfFit.chiSquare(), name))
                    .withMessageContaining("where the reference has none");
            return;
        }
        TestStatistic chiSquare = test(GoodnessOfFit.chiSquare(), name);
        TestStatistic g = test(GoodnessOfFit.likelihoodRatio(), name);

        assertEqual(chiSquare.value(), key + "chi_square_gof");
        assertEqual(pValue(chiSquare), key + "chi_square_gof_p_value");
        assertEqual(g.value(), key + "g_test_gof");
        assertEqual(pValue(g), key + "g_test_gof_p_value");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void jensenShannon(String name) {
        String key = "counts." + name + ".";
        JensenShannon js = JensenShannon.withDefaults();

        assertEqual(test(js, name).value(), key + "js_divergence");
        assertEqual(pValue(test(js, name)), key + "js_p_value");
        assertEqual(pValue(test(js.withBaseTwoLogarithm().withSquareRoot(), name)), key + "js_p_value");
        assertThat(test(js.withBaseTwoLogarithm().withSquareRoot(), name).value())
                .isCloseTo(number(key + "js_distance_base_2"), within(1e-8));
        assertThat(JensenShannon.divergence(counts(key + "reference"), counts(key + "current"))
                        .pValue())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void hellinger(String name) {
        String key = "counts." + name + ".";
        TestStatistic result = test(Hellinger.withDefaults(), name);

        assertEqual(result.value(), key + "hellinger");
        assertEqual(pValue(result), key + "hellinger_p_value");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void totalVariationAndLInfinity(String name) {
        String key = "counts." + name + ".";

        assertEqual(test(TotalVariation.withDefaults(), name).value(), key + "total_variation");
        assertEqual(test(LInfinity.withDefaults(), name).value(), key + "l_infinity");
        assertThat(test(TotalVariation.withDefaults(), name).pValue()).isEmpty();
        assertThat(test(LInfinity.withDefaults(), name).pValue()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void wassersteinOverBins(String name) {
        String key = "counts." + name + ".";
        double[] spacings = numbers(key + "spacings");

        assertEqual(test(BinnedWasserstein.withSpacings(spacings), name).value(), key + "wasserstein1");
        assertEqual(
                BinnedWasserstein.distance(counts(key + "reference"), counts(key + "current"), spacings)
                        .value(),
                key + "wasserstein1");
    }
}
