package io.github.modelwarden.core.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.binning.BinEdges.Rule;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BinEdgesTest {

    private static final Properties VECTORS = load();
    private static final Map<Rule, String> RULES =
            Map.of(Rule.STURGES, "sturges", Rule.DOANE, "doane", Rule.FREEDMAN_DIACONIS, "fd", Rule.AUTO, "auto");

    private static Properties load() {
        String file = "/io/github/modelwarden/core/golden/bin_edges.properties";
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(BinEdgesTest.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> samples() {
        return VECTORS.stringPropertyNames().stream()
                .filter(key -> key.endsWith(".values"))
                .map(key -> key.substring(0, key.indexOf('.')))
                .sorted()
                .toList();
    }

    private static double[] numbers(String key) {
        return Arrays.stream(
                        Objects.requireNonNull(VECTORS.getProperty(key), key).split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static long[] counts(String key) {
        return Arrays.stream(numbers(key)).mapToLong(value -> (long) value).toArray();
    }

    private static void assertEqual(double[] actual, String key) {
        double[] expected = numbers(key);
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertThat(actual).as(key).containsExactly(expected, within(1e-12 * largest));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void edgesOfTheRulesEqualNumPy(String name) {
        double[] values = numbers(name + ".values");
        RULES.forEach((rule, word) -> {
            assertEqual(BinEdges.ofRule(rule, values).edges(), name + "." + word);
            if (VECTORS.containsKey(name + "." + word + "_integers")) {
                assertEqual(BinEdges.ofRuleForIntegers(rule, values).edges(), name + "." + word + "_integers");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    void countsOverEqualWidthsEqualNumPy(String name) {
        double[] values = numbers(name + ".values");
        BinEdges edges = BinEdges.equalWidth(
                Arrays.stream(values).min().orElseThrow(),
                Arrays.stream(values).max().orElseThrow(),
                7);
        double[] masses =
                Arrays.stream(edges.countsLeftClosed(values)).asDoubleStream().toArray();

        assertEqual(edges.edges(), name + ".seven");
        assertThat(edges.countsLeftClosed(values)).containsExactly(counts(name + ".seven_counts"));
        assertEqual(
                Arrays.stream(numbers(name + ".at"))
                        .map(x -> edges.cumulativeShare(masses, x))
                        .toArray(),
                name + ".cumulative");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void quantilesEqualNumPy(String name) {
        double[] values = numbers(name + ".values");
        double[] sorted = Arrays.stream(values).sorted().toArray();
        double[] wanted = {0, 0.1, 0.25, 0.333, 0.5, 0.75, 0.9, 1};
        BinEdges deciles = BinEdges.quantiles(values, 10);

        assertEqual(Arrays.stream(wanted).map(q -> BinEdges.quantile(sorted, q)).toArray(), name + ".quantiles");
        assertEqual(deciles.edges(), name + ".deciles");
        assertThat(BinEdges.of(numbers(name + ".deciles")).countsRightClosed(values))
                .containsExactly(counts(name + ".decile_counts"));
    }

    @Test
    void aValueOnAnEdgeGoesWhereTheConventionSays() {
        BinEdges edges = BinEdges.of(0, 1, 2);
        double[] values = {-0.0, 0, 1, 2, -1, 3, Double.NaN, Double.POSITIVE_INFINITY};

        assertThat(edges.countsLeftClosed(values)).containsExactly(2, 2);
        assertThat(edges.countsRightClosed(values)).containsExactly(3, 1, 1, 2);
    }

    @Test
    void rightClosedCountsAreThoseOfTheMonitoringBins() {
        double[] values = numbers("skewed.values");
        NumericBinning binning = NumericBinning.equalFrequency(values, 10);
        long[] counts = new long[binning.size() - 1];
        for (double value : values) {
            counts[binning.index(value)]++;
        }

        assertThat(BinEdges.of(binning.edges()).countsRightClosed(values)).containsExactly(counts);
    }

    @Test
    void rowsAreCutIntoRangesOfEqualCount() {
        assertThat(BinEdges.equalCountRanges(10, 3)).isDeepEqualTo(new int[][] {{0, 3}, {3, 6}, {6, 10}});
        assertThat(BinEdges.equalCountRanges(20, 4)).isDeepEqualTo(new int[][] {{0, 5}, {5, 10}, {10, 15}, {15, 20}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinEdges.equalCountRanges(2, 3))
                .withMessageContaining("got 3 bins of 2 rows");
    }

    @Test
    void missingValuesArePassedOverAndTheArrayStaysAsItIs() {
        double[] values = {5, Double.NaN, 1, 3};

        assertThat(BinEdges.quantiles(values, 2).edges()).containsExactly(3);
        assertThat(BinEdges.ofRule(Rule.STURGES, values).edges()[0]).isEqualTo(1);
        assertThat(values).containsExactly(5, Double.NaN, 1, 3);
    }

    @Test
    void whatCannotBeCutIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinEdges.ofRule(Rule.AUTO, new double[] {Double.NaN}))
                .withMessageContaining("all 1 are missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinEdges.quantiles(new double[] {1, Double.POSITIVE_INFINITY}, 4))
                .withMessageContaining("run from 1.0 to Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinEdges.equalWidth(0, 1, 0))
                .withMessageContaining("got 0 from 0.0 to 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> BinEdges.equalWidth(Double.NaN, 1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> BinEdges.equalWidth(-1e308, 1e308, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinEdges.equalWidth(1, Math.nextUp(1.0), 5))
                .withMessageContaining("strictly ascending");
        assertThatIllegalArgumentException().isThrownBy(() -> BinEdges.of(1, 1)).withMessageContaining("edge 1 is 1.0");
        assertThatIllegalArgumentException().isThrownBy(BinEdges::of);
        assertThatIllegalArgumentException().isThrownBy(() -> BinEdges.quantile(new double[] {1}, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinEdges.of(0, 1).cumulativeShare(new double[] {1, 2}, 0.5))
                .withMessageContaining("each of the 1 bins with a positive sum but got 2");
    }

    @Test
    void aRuleThatAsksForTooManyBinsIsRefused() {
        double[] values = new double[1_000];
        Arrays.setAll(values, i -> i);
        values[999] = 1e12;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinEdges.ofRule(Rule.FREEDMAN_DIACONIS, values))
                .withMessageContaining("FREEDMAN_DIACONIS asks for 1.0");
    }

    @Test
    void equalEdgesAreEqual() {
        assertThat(BinEdges.of(0, 1))
                .isEqualTo(BinEdges.equalWidth(-0.0, 1, 1))
                .hasSameHashCodeAs(BinEdges.of(0, 1))
                .hasToString("BinEdges[0.0, 1.0]");
    }
}
