package io.github.modelwarden.core.binning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EdgeLookupTest {

    private static double[] edges(DoubleSupplier numbers, int size) {
        return DoubleStream.generate(numbers).limit(size).sorted().distinct().toArray();
    }

    private static int search(double[] edges, double value) {
        return (int) Arrays.stream(edges).filter(edge -> edge < value).count();
    }

    private static void assertExact(double[] edges, String what) {
        EdgeLookup lookup = new EdgeLookup(edges);
        DoubleStream around = Arrays.stream(edges)
                .flatMap(edge ->
                        DoubleStream.of(edge, Math.nextDown(edge), Math.nextUp(edge), edge / 2, -edge, edge * 3));
        DoubleStream special = DoubleStream.of(
                0,
                -0.0,
                1,
                -1,
                Double.MIN_VALUE,
                -Double.MIN_VALUE,
                Double.MAX_VALUE,
                -Double.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY);
        DoubleStream.concat(around, special)
                .forEach(value -> assertThat(lookup.index(value))
                        .as("%s, %s among %d edges", what, value, edges.length)
                        .isEqualTo(search(edges, value)));
    }

    @Test
    void everyNumberFindsItsIntervalWhateverTheEdges() {
        for (int size : new int[] {0, 1, 2, 3, 5, 9, 64, 65, 300}) {
            Random random = new Random(size);
            assertExact(edges(random::nextGaussian, size), "normal");
            assertExact(edges(() -> Math.exp(9 * random.nextGaussian()), size), "lognormal");
            assertExact(edges(() -> Math.tan(Math.PI * random.nextDouble()), size), "cauchy");
            assertExact(edges(() -> Double.longBitsToDouble(random.nextLong() & ~(1L << 62)), size), "any bits");
            assertExact(edges(() -> random.nextInt(50) - 25, size), "whole numbers");
            assertExact(
                    edges(() -> random.nextBoolean() ? 1e9 + random.nextDouble() : random.nextDouble(), size), "two");
        }
    }

    @Test
    void extremeEdgesLeaveItExact() {
        assertExact(new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}, "the largest");
        assertExact(new double[] {-Double.MIN_VALUE, 0, Double.MIN_VALUE}, "the smallest");
        assertExact(new double[] {-1e308, -1e-308, 1e-320, 1e308}, "all magnitudes");
        assertExact(new double[] {Math.nextDown(7.0), 7}, "neighbours");
        double[] close = IntStream.range(0, 100)
                .mapToDouble(i -> Double.longBitsToDouble(Double.doubleToLongBits(7) + i))
                .toArray();
        assertExact(close, "a hundred neighbours");
    }

    @Test
    void fiftyThousandEdgesAreFound() {
        Random random = new Random(5);
        double[] edges = edges(() -> Math.exp(2 * random.nextGaussian()), 50_000);
        EdgeLookup lookup = new EdgeLookup(edges);

        for (int i = 0; i < edges.length; i++) {
            assertThat(lookup.index(edges[i])).isEqualTo(i);
            assertThat(lookup.index(Math.nextUp(edges[i]))).isEqualTo(i + 1);
        }
    }
}
