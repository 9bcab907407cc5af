package io.github.modelwarden.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.core.profile.FeatureProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BenchmarkSmokeTest {

    @Test
    void bothWaysOfCountingAgree() {
        var schema = ProfileBenchmark.schema();
        Baseline baseline = ProfileBenchmark.baseline(schema);
        DatasetProfile profile = baseline.emptyProfile();
        PlainCounters plain = new PlainCounters(baseline);
        Table table = ProfileBenchmark.table(new SplittableRandom(1), 500);
        for (int i = 0; i < 500; i++) {
            profile.accept(table.row(schema, i), 0.3, "no");
            Map<String, Object> values = new java.util.HashMap<>();
            table.row(schema, i).asMap().forEach((name, value) -> {
                if (value != null) {
                    values.put(name, value);
                }
            });
            plain.accept(values, 0.3, "no");
        }
        FeatureProfile numeric = profile.feature("numeric0");
        for (int bin = 0; bin < 10; bin++) {
            assertThat(plain.counts("numeric0").getOrDefault(Integer.toString(bin), 0L))
                    .isEqualTo(numeric.counts()[bin]);
        }
        assertThat(plain.counts("category3").get("b"))
                .isEqualTo(profile.feature("category3").counts()[1]);
    }

    @Test
    void unchangedDataIsRarelyCalledDrifted(@TempDir Path folder) throws IOException {
        List<Sizes> sizes = Sizes.pairs(100);
        ResultFile results = ResultFile.open(folder.resolve("false-alarms.csv"));
        List<Cell> cells = FalseAlarmBenchmark.cells(sizes, sizes, 20);

        new Study(results, 7, "abc").run(cells);

        String cell = FalseAlarmBenchmark.singleCell(Distribution.NORMAL.word(), new Sizes(100, 100));
        Ratio verdict = results.ratio(cell, Tests.VERDICT + NumericTests.suffix(10));
        Ratio fixed = results.ratio(cell, Tests.FIXED + NumericTests.suffix(10));
        assertThat(verdict.whole()).isEqualTo(20);
        assertThat(verdict.value()).isLessThan(0.3);
        assertThat(fixed.value()).isGreaterThan(0.5);
        assertThat(results.ratio(FalseAlarmBenchmark.modelCell(true, new Sizes(100, 100)), "holm")
                        .whole())
                .isEqualTo(10);
        assertThat(results.ratio(FalseAlarmBenchmark.multivariateCell(new Sizes(100, 100)), "mmd2")
                        .whole())
                .isEqualTo(10);
    }

    @Test
    void aReadyPageShowsWhatIsMeasuredAndDashesForTheRest(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("false-alarms.csv"), """
                cell,commit,runs,outcomes
                single/normal/100/300,abc,200,verdict@10=4/200 psi-0.1@10=160/200
                single/zipf-500/100/300,abc,200,verdict=8/100
                """);

        FalseAlarmBenchmark.main(new String[] {folder.toString(), "0", "7", "def"});

        assertThat(folder.resolve("false-alarms.adoc"))
                .content()
                .contains("Commit abc, JDK", "seed 7")
                .contains("|100, 300 |2.0 (0.8–5.0){nbsp}▼ |– |80.0 |–\n")
                .contains("|100, 300 |4.0 (2.0–7.7) |50.0 |–\n")
                .contains("|100, 100 |– |– |– |–\n");
    }

    @Test
    void largeChangesAreFound(@TempDir Path folder) throws IOException {
        Sizes sizes = new Sizes(1000, 1000);
        ResultFile results = ResultFile.open(folder.resolve("power.csv"));

        new Study(results, 7, "abc").run(PowerBenchmark.cells(List.of(sizes), 10));

        String normal = PowerBenchmark.cell(Distribution.NORMAL.word(), sizes);
        assertThat(results.ratio(normal, NumericPower.shiftOf(0.5))).isEqualTo(new Ratio(10, 10));
        assertThat(results.ratio(normal, Power.missing(0.05)).value()).isGreaterThan(0.6);
        assertThat(results.ratio(normal, Power.size(Tests.ALONE)).value()).isBetween(0.1, 0.25);
        String zipf = PowerBenchmark.cell(Categories.DECLARED_10.word(), sizes);
        assertThat(results.ratio(zipf, Power.newCategory(0.05)).value()).isGreaterThan(0.6);
        assertThat(new PowerPage(results).write("command", 7).toString())
                .contains("|normal, 1{nbsp}000 |", "shift 0.5", "missing 5 %", "variance ×1.5");
    }

    @Test
    void theBaselinesScoreAsTheyMust(@TempDir Path folder) throws IOException {
        ResultFile results = ResultFile.open(folder.resolve("detectors.csv"));
        List<Cell> cells = DetectorBenchmark.cells(DetectorPage.STREAMS, 3);

        new Study(results, 7, "abc").run(cells);

        assertThat(new DetectorPage(results, 3).write("command", 7).toString())
                .contains("|never |none |– (100 %) |– (100 %)")
                .contains("|always |1 |0 (0 %) |0 (0 %)")
                .contains("|every 500 values |500 |");
    }

    @Test
    void aStoppedMeasurementGoesOnWhereItWas(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("results.csv");
        Cell first = new Cell("first", 3, () -> (random, outcomes) -> outcomes.count("low", random.nextDouble() < 2));
        Cell second = new Cell("second", 2, () -> (random, outcomes) -> outcomes.add("sum", 5, 1));
        new Study(ResultFile.open(file), 7, "abc").run(List.of(second));

        ResultFile again = ResultFile.open(file);
        new Study(again, 7, "def").run(List.of(first, second));
        again.sort(List.of(first, second));

        assertThat(file).hasContent("cell,commit,runs,outcomes\nfirst,def,3,low=3/3\nsecond,abc,2,sum=10/2\n");
        assertThat(ResultFile.open(file).ratio("second", "sum")).isEqualTo(new Ratio(10, 2));
        assertThat(again.commits()).containsExactly("abc", "def");
    }

    @Test
    void aCellDependsOnItsNameAndTheSeedAlone() {
        Cell cell = new Cell("a", 5, () -> (random, outcomes) -> outcomes.add("x", random.nextInt(1000), 1));
        Cell other = new Cell("b", 5, cell.experiment());

        assertThat(cell.measure(1)).hasToString(cell.measure(1).toString());
        assertThat(cell.measure(1).toString())
                .isNotEqualTo(cell.measure(2).toString())
                .isNotEqualTo(other.measure(1).toString());
    }

    @Test
    void intervalsAreWilsons() {
        assertThat(Page.interval(new Ratio(5, 100))).isEqualTo("5.0 (2.2–11.2)");
        assertThat(Page.interval(Ratio.NOTHING)).isEqualTo("–");
    }

    @ParameterizedTest
    @EnumSource
    void changedLawsHaveTheMomentsTheyPromise(Distribution distribution) {
        double[] unchanged = moments(distribution.law());
        double[] shifted = moments(distribution.shifted(0.5));
        double[] wider = moments(distribution.withMoreVariance());
        double deviation = distribution.deviation();

        assertThat(shifted[0] - unchanged[0]).isCloseTo(0.5 * deviation, within(0.02 * deviation));
        assertThat(wider[0] - unchanged[0]).isCloseTo(0, within(0.02 * deviation));
        // heavy tails make the sample variances of these three vary a lot
        if (distribution == Distribution.NORMAL || distribution == Distribution.DISCRETE) {
            assertThat(unchanged[1]).isCloseTo(deviation * deviation, withinPercentage(2));
            assertThat(wider[1]).isCloseTo(1.5 * deviation * deviation, withinPercentage(2));
        }
    }

    private static double[] moments(Law law) {
        double[] values = new double[200_000];
        law.fill(values, new SplittableRandom(3));
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow();
        return new double[] {mean, variance};
    }

    @Test
    void zipfSharesFallAsTheyShould() {
        int[] codes = new int[100_000];
        DiscreteLaw.zipf(10).fill(codes, new SplittableRandom(3));
        double harmonic = 7381.0 / 2520;

        assertThat(Arrays.stream(codes).filter(code -> code == 0).count() / 1e5).isCloseTo(1 / harmonic, within(0.01));
        assertThat(Arrays.stream(codes).filter(code -> code == 9).count() / 1e5)
                .isCloseTo(0.1 / harmonic, within(0.01));
        assertThat(DiscreteLaw.zipf(10).of(-9, new SplittableRandom(1))).isZero();
        assertThat(DiscreteLaw.zipf(10).of(9, new SplittableRandom(1))).isEqualTo(9);
    }
}
