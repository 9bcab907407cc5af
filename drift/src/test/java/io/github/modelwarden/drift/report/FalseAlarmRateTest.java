package io.github.modelwarden.drift.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.drift.correction.Correction;
import io.github.modelwarden.drift.statistic.PopulationStabilityIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Unchanged data is called drifted no more often than the stated rate, at any sample size that is judged at all. A rate
 * passes when its binomial interval (4 standard errors) reaches down to the limit.
 */
class FalseAlarmRateTest {

    private static final long SEED = 20260101;
    private static final double ALPHA = 0.05;

    enum Distribution {
        NORMAL {
            @Override
            double draw(SplittableRandom random) {
                return random.nextGaussian();
            }
        },
        LOGNORMAL {
            @Override
            double draw(SplittableRandom random) {
                return Math.exp(random.nextGaussian());
            }
        },
        DISCRETE {
            @Override
            double draw(SplittableRandom random) {
                return Math.floor(-2 * Math.log(1 - random.nextDouble()));
            }
        },
        HALF_ZERO {
            @Override
            double draw(SplittableRandom random) {
                return Math.max(0, random.nextGaussian());
            }
        };

        abstract double draw(SplittableRandom random);

        double[] sample(SplittableRandom random, int size) {
            return IntStream.range(0, size).mapToDouble(i -> draw(random)).toArray();
        }
    }

    static Stream<Arguments> sizes() {
        return Stream.of(
                Arguments.of(100, 100, 1000),
                Arguments.of(100, 1000, 700),
                Arguments.of(1000, 100, 500),
                Arguments.of(1000, 1000, 300),
                Arguments.of(100, 10_000, 200),
                Arguments.of(10_000, 100, 100),
                Arguments.of(10_000, 10_000, 60));
    }

    private static void assertHolds(String what, long alarms, long runs, double limit) {
        double rate = (double) alarms / runs;
        double error = Math.sqrt(limit * (1 - limit) / runs);
        assertThat(rate)
                .as("%s: %d false alarms in %d runs, seed %d", what, alarms, runs, SEED)
                .isLessThanOrEqualTo(limit + 4 * error);
    }

    /** One feature alone: whether it is called drifted without a minimum effect. */
    private static boolean alarm(Baseline baseline, DatasetProfile current) {
        return ModelDriftTest.withDefaults()
                .withMinimumEffect(0)
                .withCorrection(Correction.NONE)
                .test(baseline, current)
                .features()
                .get(0)
                .drifted();
    }

    private static boolean alarm(Column reference, Column current) {
        Baseline baseline = Baseline.of(Table.of(List.of(reference)), 10);
        DatasetProfile profile = baseline.emptyProfile();
        profile.accept(Table.of(List.of(current)));
        return alarm(baseline, profile);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void ofNumericFeaturesHolds(int n, int m, int runs) {
        for (Distribution distribution : Distribution.values()) {
            SplittableRandom random = new SplittableRandom(SEED);
            int alarms = 0;
            for (int run = 0; run < runs; run++) {
                NumericColumn reference = NumericColumn.of("x", distribution.sample(random, n));
                alarms += alarm(reference, NumericColumn.of("x", distribution.sample(random, m))) ? 1 : 0;
            }
            assertHolds(distribution + " " + n + "/" + m, alarms, runs, ALPHA);
        }
    }

    /** Draws the ranks of a Zipf law. */
    private static long[] zipf(SplittableRandom random, double[] cumulated, int size) {
        long[] counts = new long[cumulated.length];
        for (int i = 0; i < size; i++) {
            int found = java.util.Arrays.binarySearch(cumulated, random.nextDouble());
            counts[Math.min(cumulated.length - 1, found < 0 ? -found - 1 : found)]++;
        }
        return counts;
    }

    private static double[] zipfLaw(int categories) {
        double[] cumulated = new double[categories];
        double sum = 0;
        for (int i = 0; i < categories; i++) {
            sum += 1.0 / (i + 1);
            cumulated[i] = sum;
        }
        for (int i = 0; i < categories; i++) {
            cumulated[i] /= sum;
        }
        return cumulated;
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void ofDeclaredZipfCategoriesHolds(int n, int m, int runs) {
        for (int categories : new int[] {3, 8, 18}) {
            double[] law = zipfLaw(categories);
            SplittableRandom random = new SplittableRandom(SEED);
            int alarms = 0;
            for (int run = 0; run < runs; run++) {
                var pValue = PopulationStabilityIndex.withDefaults()
                        .test(zipf(random, law, n), zipf(random, law, m))
                        .pValue();
                alarms += pValue.orElse(1) <= ALPHA ? 1 : 0;
            }
            assertHolds(categories + " Zipf categories " + n + "/" + m, alarms, runs, ALPHA);
        }
    }

    @Test
    void ofRareCategoriesHoldsAlsoAtTheSmallLevelsOfACorrection() {
        SplittableRandom random = new SplittableRandom(SEED);
        int runs = 20_000;
        double[] law = {0.955, 1};
        int[] alarms = new int[2];
        for (int run = 0; run < runs; run++) {
            long[] reference = zipf(random, law, 100);
            // the current side is as good as infinite, drawn through its normal approximation
            long rare = Math.round(10_000 * 0.045 + random.nextGaussian() * Math.sqrt(10_000 * 0.045 * 0.955));
            double pValue = PopulationStabilityIndex.withDefaults()
                    .test(reference, new long[] {10_000 - rare, rare})
                    .pValue()
                    .orElse(1);
            alarms[0] += pValue <= ALPHA ? 1 : 0;
            alarms[1] += pValue <= ALPHA / 10 ? 1 : 0;
        }
        assertHolds("rare category at 0.05", alarms[0], runs, ALPHA);
        assertHolds("rare category at 0.005", alarms[1], runs, ALPHA / 10);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void ofUndeclaredCategoriesHoldsAlthoughUnseenOnesFollow(int n, int m, int runs) {
        double[] law = zipfLaw(500);
        SplittableRandom random = new SplittableRandom(SEED);
        int reports = Math.min(runs, 1_000_000 / (n + m));
        int alarms = 0;
        for (int run = 0; run < reports; run++) {
            alarms += alarm(cities(zipf(random, law, n)), cities(zipf(random, law, m))) ? 1 : 0;
        }
        assertHolds("500 undeclared Zipf categories " + n + "/" + m, alarms, reports, ALPHA);
    }

    private static CategoricalColumn cities(long[] counts) {
        List<String> cities = new ArrayList<>();
        for (int city = 0; city < counts.length; city++) {
            for (long row = 0; row < counts[city]; row++) {
                cities.add("city" + city);
            }
        }
        return CategoricalColumn.of("city", cities);
    }

    private static String word(double uniform, double rare) {
        if (uniform < rare) {
            return "rare";
        }
        return uniform < 0.4 ? "odd" : "common";
    }

    private static Column[] model(SplittableRandom random, int rows, double shift) {
        List<Column> columns = new ArrayList<>();
        Distribution[] distributions = Distribution.values();
        for (int i = 0; i < 8; i++) {
            double[] values = distributions[i % distributions.length].sample(random, rows);
            if (i == 0) {
                IntStream.range(0, rows).forEach(row -> values[row] += shift);
            }
            columns.add(NumericColumn.of("numeric" + i, values));
        }
        for (int i = 0; i < 4; i++) {
            double rare = 0.02 * (i + 1);
            columns.add(CategoricalColumn.of(
                    "category" + i,
                    IntStream.range(0, rows)
                            .mapToObj(row -> word(random.nextDouble(), rare))
                            .toList()));
        }
        return columns.toArray(Column[]::new);
    }

    private static DriftReport report(ModelDriftTest test, SplittableRandom random, int n, int m, double shift) {
        Column[] reference = model(random, n, 0);
        Schema schema = Traffic.schemaOf(List.of(reference));
        Baseline baseline = Traffic.baseline(schema, reference);
        return test.test(baseline, Traffic.profile(baseline, schema, model(random, m, shift)));
    }

    @ParameterizedTest
    @EnumSource(names = {"HOLM", "BENJAMINI_HOCHBERG"})
    void ofAWholeReportOverTwelveFeaturesHolds(Correction correction) {
        ModelDriftTest test =
                ModelDriftTest.withDefaults().withCorrection(correction).withMinimumEffect(0);
        for (int[] size : new int[][] {{500, 500}, {150, 2000}}) {
            SplittableRandom random = new SplittableRandom(SEED);
            int runs = 240_000 / (size[0] + size[1]);
            long alarms = IntStream.range(0, runs)
                    .filter(run ->
                            report(test, random, size[0], size[1], 0).verdict().equals("drifted"))
                    .count();
            assertHolds("report " + size[0] + "/" + size[1] + " " + correction, alarms, runs, ALPHA);
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutGivingUpAShiftOfHalfAStandardDeviationAtFiveHundredRows(Correction correction) {
        SplittableRandom random = new SplittableRandom(SEED);
        ModelDriftTest test = ModelDriftTest.withDefaults().withCorrection(correction);
        for (int run = 0; run < 30; run++) {
            assertThat(report(test, random, 500, 500, 0.5).driftedFeatures())
                    .as("run %d, seed %d", run, SEED)
                    .contains("numeric0");
        }
    }
}
