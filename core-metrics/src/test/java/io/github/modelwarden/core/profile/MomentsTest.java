package io.github.modelwarden.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.MergeLawsContract;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MomentsTest extends MergeLawsContract<Moments, Double> {

    @Override
    protected Moments of(List<Double> items) {
        Moments moments = Moments.create();
        items.forEach(moments::accept);
        return moments;
    }

    @Override
    protected Double item(Random random) {
        return random.nextInt(10) == 0 ? Double.NaN : 1e6 + random.nextGaussian();
    }

    @Override
    protected Moments combine(Moments a, Moments b) {
        return a.combine(b);
    }

    @Override
    protected void assertSame(Moments actual, Moments expected) {
        same(actual, expected);
    }

    static void same(Moments actual, Moments expected) {
        assertThat(actual.count()).isEqualTo(expected.count());
        if (expected.count() > 0) {
            assertThat(actual.mean()).isCloseTo(expected.mean(), within(1e-8 + 1e-14 * Math.abs(expected.mean())));
            assertThat(actual.min()).isEqualTo(expected.min());
            assertThat(actual.max()).isEqualTo(expected.max());
        }
        if (expected.count() > 1) {
            assertThat(actual.variance()).isCloseTo(expected.variance(), within(1e-8 + 1e-12 * expected.variance()));
        }
    }

    @Test
    void momentsFollowTheirDefinitions() {
        Moments moments = of(List.of(2.0, 4.0, Double.NaN, 4.0, 6.0));

        assertThat(moments.count()).isEqualTo(4);
        assertThat(moments.mean()).isEqualTo(4);
        assertThat(moments.variance()).isCloseTo(8.0 / 3, within(1e-15));
        assertThat(moments.standardDeviation()).isCloseTo(Math.sqrt(8.0 / 3), within(1e-15));
        assertThat(moments.min()).isEqualTo(2);
        assertThat(moments.max()).isEqualTo(6);
    }

    @Test
    void blocksAndSingleNumbersGiveTheSameMoments() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            double[] values =
                    random.doubles(random.nextInt(3000)).map(v -> 1e6 + v).toArray();
            Moments block = Moments.create();
            block.accept(values, values.length / 3);
            double[] rest = Arrays.copyOfRange(values, values.length / 3, values.length);
            block.accept(rest, rest.length);
            Moments single = Moments.create();
            Arrays.stream(values).forEach(single::accept);

            same(block, single);
        }
    }

    @Test
    void aBlockWhoseSquaresOverflowIsTakenNumberByNumber() {
        Moments block = Moments.create();
        block.accept(new double[] {1e200, -1e200}, 2);

        assertThat(block.count()).isEqualTo(2);
        assertThat(block.mean()).isZero();
        assertThat(block.variance()).isInfinite();
    }

    @Test
    void aConstantHasNoVarianceInBlocksEither() {
        Moments block = Moments.create();
        double[] values = new double[1000];
        Arrays.fill(values, 0.1);
        block.accept(values, 1000);
        block.accept(values, 999);

        assertThat(block.mean()).isEqualTo(0.1);
        assertThat(block.variance()).isZero();
        assertThat(block.standardDeviation()).isZero();
    }

    @Test
    void withoutEnoughValuesThereIsNoAnswer() {
        assertThat(Moments.create().mean()).isNaN();
        assertThat(Moments.create().min()).isNaN();
        assertThat(Moments.create().max()).isNaN();
        assertThat(of(List.of(3.0)).variance()).isNaN();
        assertThat(of(List.of(3.0)).mean()).isEqualTo(3);
    }

    @Test
    void aLargeOffsetDoesNotDrownTheVariance() {
        Moments moments = of(List.of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16));

        assertThat(moments.variance()).isCloseTo(30, within(1e-6));
    }
}
