package io.github.modelwarden.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ValueHistogramTest {

    private static List<ValueEntry> entries(double[] values, int exactLimit, int intervalLimit) {
        ValueHistogram histogram = new ValueHistogram(exactLimit, intervalLimit);
        for (double value : values) {
            histogram.accept(value, value > 0 ? 0.5 : Double.NaN);
        }
        return histogram.entries(Arrays.stream(values).max().orElseThrow());
    }

    private static double[] values(int size, long seed, ToDoubleFunction<Random> shape) {
        Random random = new Random(seed);
        return DoubleStream.generate(() -> shape.applyAsDouble(random) + 0.0)
                .limit(size)
                .toArray();
    }

    /** Every entry stands for exactly the values above the entry before and up to its own. */
    private static void assertTrue(List<ValueEntry> entries, double[] values) {
        double below = Double.NEGATIVE_INFINITY;
        for (ValueEntry entry : entries) {
            double above = below;
            double[] inside = Arrays.stream(values)
                    .filter(value -> value > above && value <= entry.upper())
                    .toArray();
            double deviation =
                    Arrays.stream(inside).map(value -> value - entry.upper()).sum();
            assertThat(entry.count()).isEqualTo(inside.length).isPositive();
            assertThat(entry.single()).isEqualTo(Arrays.stream(inside).allMatch(value -> value == inside[0]));
            assertThat(entry.deviation()).isCloseTo(deviation, within(1e-12 * (1 + Math.abs(deviation))));
            assertThat(entry.scored())
                    .isEqualTo(Arrays.stream(inside).filter(v -> v > 0).count());
            assertThat(entry.scoreSum()).isEqualTo(entry.scored() / 2.0);
            assertThat(entry.mean(above)).isGreaterThan(above).isLessThanOrEqualTo(entry.upper());
            assertThat(entry.deviation(entry.upper()) == 0).isEqualTo(entry.single());
            below = entry.upper();
        }
        assertThat(below).isEqualTo(Arrays.stream(values).max().orElseThrow());
    }

    private static final List<ToDoubleFunction<Random>> SHAPES = List.of(
            Random::nextGaussian,
            random -> Math.exp(8 * random.nextGaussian()),
            random -> random.nextInt(4) == 0 ? 0 : random.nextGaussian(),
            random -> random.nextInt(900) - 450,
            random -> 1e9 + random.nextDouble(),
            random -> Double.longBitsToDouble(random.nextLong() & ~(1L << 62)),
            random -> random.nextInt(9) - 4 == 0 ? Double.MAX_VALUE : -Double.MIN_VALUE * random.nextInt(500));

    @Test
    void fewDistinctValuesAreCountedEach() {
        double[] values = values(5000, 1, random -> random.nextInt(300) / 8.0 - 9);
        List<ValueEntry> entries = entries(values, 300, 50);

        assertThat(entries).allMatch(ValueEntry::single).hasSize((int)
                Arrays.stream(values).distinct().count());
        assertTrue(entries, values);
    }

    @Test
    void moreAreCountedByIntervalsThatHoldWhatTheySay() {
        for (int shape = 0; shape < SHAPES.size(); shape++) {
            double[] values = values(3000, shape, SHAPES.get(shape));
            List<ValueEntry> entries = entries(values, 200, 60);

            assertThat(entries).as("shape %d", shape).hasSizeLessThanOrEqualTo(200);
            assertThat(entries.size() <= 60 || entries.stream().allMatch(ValueEntry::single))
                    .isTrue();
            assertTrue(entries, values);
        }
    }

    @Test
    void theOrderOfTheValuesDoesNotMatter() {
        for (int shape = 0; shape < SHAPES.size(); shape++) {
            double[] values = values(2000, shape, SHAPES.get(shape));
            List<ValueEntry> entries = entries(values, 300, 100);
            List<Double> shuffled = Arrays.stream(values).boxed().collect(Collectors.toList());
            for (int order = 0; order < 3; order++) {
                Collections.shuffle(shuffled, new Random(order));
                if (order == 2) {
                    Collections.sort(shuffled);
                }
                List<ValueEntry> again = entries(
                        shuffled.stream().mapToDouble(Double::doubleValue).toArray(), 300, 100);
                assertThat(again).extracting(ValueEntry::upper).isEqualTo(uppers(entries));
                assertThat(again)
                        .extracting(ValueEntry::count)
                        .isEqualTo(entries.stream().map(ValueEntry::count).toList());
            }
        }
    }

    private static List<Double> uppers(List<ValueEntry> entries) {
        return entries.stream().map(ValueEntry::upper).toList();
    }

    @Test
    void theFirstScoreMayComeLate() {
        ValueHistogram histogram = new ValueHistogram(10, 5);
        histogram.accept(1, Double.NaN);
        histogram.accept(2, 0.25);
        histogram.accept(1, 0.5);

        assertThat(histogram.entries(2))
                .containsExactly(new ValueEntry(1, true, 2, 0, 1, 0.5), new ValueEntry(2, true, 1, 0, 1, 0.25));
    }
}
