package io.github.modelwarden.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.MergeLawsContract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class QuantileSketchTest extends MergeLawsContract<QuantileSketch, Double> {

    @Override
    protected QuantileSketch of(List<Double> items) {
        QuantileSketch sketch = QuantileSketch.create();
        items.forEach(sketch::accept);
        return sketch;
    }

    @Override
    protected Double item(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Double.NaN;
            case 1 -> 0.0;
            case 2 -> -Math.exp(20 * random.nextGaussian());
            default -> random.nextGaussian() * 100;
        };
    }

    @Override
    protected QuantileSketch combine(QuantileSketch a, QuantileSketch b) {
        return a.combine(b);
    }

    @Override
    protected void assertSame(QuantileSketch actual, QuantileSketch expected) {
        assertThat(buckets(actual)).isEqualTo(buckets(expected));
        assertThat(actual.count()).isEqualTo(expected.count());
        assertThat(List.of(actual.min(), actual.max())).isEqualTo(List.of(expected.min(), expected.max()));
    }

    static List<List<Long>> buckets(QuantileSketch sketch) {
        List<List<Long>> buckets = new ArrayList<>();
        sketch.forEach((sign, index, count) -> buckets.add(List.of((long) sign, (long) index, count)));
        return buckets;
    }

    @Test
    void quantilesAreWithinOnePercentOfTheOrderStatistic() {
        List<ToDoubleFunction<Random>> shapes = List.of(
                Random::nextGaussian,
                random -> Math.exp(3 * random.nextGaussian()),
                random -> -Math.exp(3 * random.nextGaussian()),
                random -> random.nextInt(3) == 0 ? 0 : random.nextGaussian(),
                random -> Math.tan(Math.PI * random.nextDouble()),
                random -> random.nextInt(5));
        for (int shape = 0; shape < shapes.size(); shape++) {
            Random random = new Random(shape);
            double[] values = new double[1 + random.nextInt(20_000)];
            for (int i = 0; i < values.length; i++) {
                values[i] = shapes.get(shape).applyAsDouble(random);
            }
            QuantileSketch sketch = QuantileSketch.create();
            Arrays.stream(values).forEach(sketch::accept);
            Arrays.sort(values);
            for (double q = 0; q <= 1; q += 1 / 64.0) {
                double expected = values[(int) (q * (values.length - 1))];
                assertThat(sketch.quantile(q))
                        .as("shape %d, q %s", shape, q)
                        .isCloseTo(expected, within(0.0101 * Math.abs(expected)));
            }
        }
    }

    @Test
    void extremesAndConstantsAreExact() {
        QuantileSketch sketch = of(List.of(3.3, -7.77, 123.4));

        assertThat(sketch.quantile(0)).isEqualTo(-7.77);
        assertThat(sketch.quantile(1)).isEqualTo(123.4);
        assertThat(of(List.of(0.7, 0.7, 0.7)).quantile(0.3)).isEqualTo(0.7);
    }

    @Test
    void blocksAndSingleNumbersGiveTheSameSketch() {
        double[] values = {1, -2, 0, 5, 1e300, -1e-300};
        QuantileSketch block = QuantileSketch.create();
        block.accept(values, values.length, -2, 1e300);

        assertSame(block, of(DoubleStream.of(values).boxed().toList()));
    }

    @Test
    void theLargestNumbersAreTaken() {
        QuantileSketch sketch = of(List.of(Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE));
        QuantileSketch block = QuantileSketch.create();
        block.accept(
                new double[] {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE},
                3,
                -Double.MAX_VALUE,
                Double.MAX_VALUE);

        assertThat(sketch.quantile(1)).isEqualTo(Double.MAX_VALUE);
        assertThat(sketch.quantile(0.5)).isZero();
        assertSame(block, sketch);
    }

    @Test
    void withoutNumbersThereIsNoAnswer() {
        QuantileSketch sketch = of(List.of(Double.NaN));

        assertThat(sketch.count()).isZero();
        assertThat(sketch.quantile(0.5)).isNaN();
        assertThat(sketch.min()).isNaN();
        assertThat(sketch.max()).isNaN();
    }

    @Test
    void whatIsNoNumberOrNoShareIsRefused() {
        QuantileSketch sketch = of(List.of(1.0));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> sketch.accept(Double.NEGATIVE_INFINITY))
                .withMessage("quantile sketch: expected a finite number or NaN for missing, but got -Infinity");
        assertThatIllegalArgumentException().isThrownBy(() -> sketch.quantile(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> sketch.quantile(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> sketch.add(1, 2_000_000, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> sketch.add(1, 5, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> sketch.add(2, 5, 1));
        assertThat(sketch.count()).isOne();
    }

    @Test
    void aCopyDoesNotFollow() {
        QuantileSketch sketch = of(List.of(1.0));
        QuantileSketch copy = sketch.copy();
        sketch.accept(2);

        assertThat(copy.count()).isOne();
        assertThat(copy.max()).isEqualTo(1);
    }
}
