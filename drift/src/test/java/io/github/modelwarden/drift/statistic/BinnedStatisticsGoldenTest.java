package io.github.modelwarden.drift.statistic;

import static io.github.modelwarden.drift.GoldenVectors.counts;
import static io.github.modelwarden.drift.GoldenVectors.near;
import static io.github.modelwarden.drift.GoldenVectors.number;
import static io.github.modelwarden.drift.GoldenVectors.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.drift.GoldenVectors;
import io.github.modelwarden.drift.TestStatistic;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BinnedStatisticsGoldenTest {

    static List<String> vectors() {
        return GoldenVectors.names("counts");
    }

    private static void assertEqual(double actual, String key) {
        assertThat(actual).as(key).isCloseTo(number(key), near(number(key)));
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
        assertEqual(result.value(), key + "psi");
        assertEqual(result.pValue().orElseThrow(), key + "psi_p_value");
        assertEqual(
                psi.threshold(
                        BinnedCounts.used(reference, current), result.referenceCount(), result.currentCount(), 0.01),
                key + "psi_threshold_0_01");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void chiSquareHomogeneity(String name) {
        String key = "counts." + name + ".";
        TestStatistic result =
                ChiSquareHomogeneity.withDefaults().test(counts(key + "reference"), counts(key + "current"));

        assertEqual(result.value(), key + "chi_square");
        assertEqual(result.pValue().orElseThrow(), key + "chi_square_p_value");
        assertEqual(result.effect(), key + "cramers_v");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void jensenShannonDivergence(String name) {
        String key = "counts." + name + ".";
        TestStatistic result = JensenShannon.divergence(counts(key + "reference"), counts(key + "current"));

        assertEqual(result.value(), key + "js_divergence");
        assertThat(result.pValue()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void wassersteinOverBins(String name) {
        String key = "counts." + name + ".";
        TestStatistic result = BinnedWasserstein.distance(
                counts(key + "reference"), counts(key + "current"), numbers(key + "spacings"));

        assertEqual(result.value(), key + "wasserstein1");
    }
}
