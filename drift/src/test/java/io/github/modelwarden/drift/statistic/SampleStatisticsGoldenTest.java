package io.github.modelwarden.drift.statistic;

import static io.github.modelwarden.drift.GoldenVectors.has;
import static io.github.modelwarden.drift.GoldenVectors.near;
import static io.github.modelwarden.drift.GoldenVectors.number;
import static io.github.modelwarden.drift.GoldenVectors.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.GoldenVectors;
import io.github.modelwarden.drift.TestStatistic;
import java.util.List;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Statistics over samples against SciPy. */
class SampleStatisticsGoldenTest {

    /** Cosines of values around 1e9 have lost nine of their digits. */
    private static final double FAR_FROM_ZERO = 1e-5;

    static List<String> vectors() {
        return GoldenVectors.names("sample");
    }

    private static void assertEqual(double actual, String key) {
        assertEqual(actual, key, near(number(key)));
    }

    private static void assertEqual(double actual, String key, Offset<Double> offset) {
        assertThat(actual).as(key).isCloseTo(number(key), offset);
    }

    private static double pValue(TestStatistic result) {
        return result.pValue().orElseThrow();
    }

    private static String word(Alternative alternative) {
        return alternative.name().toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void kolmogorovSmirnov(String name) {
        String key = "sample." + name + ".";
        double[] x = numbers(key + "reference");
        double[] y = numbers(key + "current");
        for (Alternative alternative : Alternative.values()) {
            KolmogorovSmirnov test = KolmogorovSmirnov.withDefaults().withAlternative(alternative);
            assertEqual(test.test(x, y).value(), key + "ks_" + word(alternative));
            assertEqual(pValue(test.test(x, y)), key + "ks_" + word(alternative) + "_exact");
            assertEqual(
                    pValue(test.withNullDistribution(NullDistribution.EXACT).test(x, y)),
                    key + "ks_" + word(alternative) + "_exact");
            assertEqual(
                    pValue(test.withAsymptoticPValue().test(x, y)), key + "ks_" + word(alternative) + "_asymptotic");
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void kuiper(String name) {
        String key = "sample." + name + ".";
        TestStatistic result = Kuiper.withDefaults().test(numbers(key + "reference"), numbers(key + "current"));

        assertEqual(result.value(), key + "kuiper");
        assertEqual(pValue(result), key + "kuiper_p_value", within(1e-7 * number(key + "kuiper_p_value")));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void mannWhitney(String name) {
        String key = "sample." + name + ".";
        double[] x = numbers(key + "reference");
        double[] y = numbers(key + "current");
        for (Alternative alternative : Alternative.values()) {
            String entry = key + "mann_whitney_" + word(alternative);
            MannWhitney asymptotic = MannWhitney.withDefaults()
                    .withAlternative(alternative)
                    .withNullDistribution(NullDistribution.ASYMPTOTIC);
            assertEqual(asymptotic.test(x, y).value(), key + "mann_whitney");
            assertEqual(pValue(asymptotic.test(x, y)), entry);
            assertEqual(pValue(asymptotic.withoutContinuityCorrection().test(x, y)), entry + "_uncorrected");
            if (has(entry + "_exact")) {
                assertEqual(
                        pValue(asymptotic
                                .withNullDistribution(NullDistribution.EXACT)
                                .test(x, y)),
                        entry + "_exact");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void cramerVonMises(String name) {
        String key = "sample." + name + ".";
        double[] x = numbers(key + "reference");
        double[] y = numbers(key + "current");
        CramerVonMises asymptotic = CramerVonMises.withDefaults().withNullDistribution(NullDistribution.ASYMPTOTIC);
        boolean untied = has(key + "mann_whitney_two_sided_exact");
        for (CramerVonMises test :
                untied ? List.of(asymptotic, asymptotic.withMidranks()) : List.of(asymptotic.withMidranks())) {
            assertEqual(test.test(x, y).value(), key + "cramer_von_mises");
            assertEqual(
                    pValue(test.test(x, y)),
                    key + "cramer_von_mises_asymptotic",
                    within(number("tolerance.cramer_von_mises_p_absolute")));
        }
        if (has(key + "cramer_von_mises_exact")) {
            assertEqual(pValue(CramerVonMises.withDefaults().test(x, y)), key + "cramer_von_mises_exact");
            assertEqual(
                    pValue(CramerVonMises.withDefaults().withMidranks().test(x, y)), key + "cramer_von_mises_exact");
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void andersonDarling(String name) {
        String key = "sample." + name + ".";
        for (AndersonDarling.Variant variant : AndersonDarling.Variant.values()) {
            String entry = key + "anderson_darling_" + variant.name().toLowerCase(Locale.ROOT);
            TestStatistic result = AndersonDarling.withDefaults()
                    .withVariant(variant)
                    .test(numbers(key + "reference"), numbers(key + "current"));
            assertEqual(result.value(), entry);
            assertEqual(pValue(result), entry + "_p_value");
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void eppsSingleton(String name) {
        String key = "sample." + name + ".";
        TestStatistic result = EppsSingleton.withDefaults().test(numbers(key + "reference"), numbers(key + "current"));
        double tolerance = name.equals("offset") ? FAR_FROM_ZERO : 1e-9;

        assertEqual(result.value(), key + "epps_singleton", within(tolerance * number(key + "epps_singleton")));
        assertEqual(
                pValue(result),
                key + "epps_singleton_p_value",
                within(100 * tolerance * number(key + "epps_singleton_p_value")));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void tTests(String name) {
        String key = "sample." + name + ".";
        double[] x = numbers(key + "reference");
        double[] y = numbers(key + "current");
        double tolerance = name.equals("offset") ? FAR_FROM_ZERO : 1e-9;
        for (String kind : List.of("welch", "student")) {
            WelchT test = kind.equals("welch")
                    ? WelchT.withDefaults()
                    : WelchT.withDefaults().withEqualVariances();
            assertEqual(test.test(x, y).value(), key + kind + "_t", within(tolerance));
            assertEqual(test.degreesOfFreedom(x, y), key + kind + "_degrees_of_freedom", within(1e4 * tolerance));
            for (Alternative alternative : Alternative.values()) {
                String entry = key + kind + "_" + word(alternative);
                assertEqual(
                        pValue(test.withAlternative(alternative).test(x, y)),
                        entry,
                        within(100 * tolerance * number(entry)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void wassersteinOne(String name) {
        String key = "sample." + name + ".";
        double[] x = numbers(key + "reference");
        double[] y = numbers(key + "current");
        WassersteinOne distance = WassersteinOne.withDefaults();

        assertEqual(distance.test(x, y).value(), key + "wasserstein1");
        assertEqual(distance.withReferenceDeviations().test(x, y).value(), key + "wasserstein1_sample_stddevs");
        assertEqual(
                distance.withReferencePopulationDeviations().test(x, y).value(),
                key + "wasserstein1_population_stddevs");
        assertThat(distance.test(x, y).pValue()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void energyDistance(String name) {
        String key = "sample." + name + ".";
        TestStatistic result = EnergyDistance.withDefaults().test(numbers(key + "reference"), numbers(key + "current"));

        assertEqual(result.value(), key + "energy_distance");
        assertThat(result.pValue()).isEmpty();
    }
}
