package io.github.modelwarden.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.modelwarden.core.MergeLawsContract;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DistinctCountTest extends MergeLawsContract<DistinctCount, Double> {

    @Override
    protected DistinctCount of(List<Double> items) {
        DistinctCount count = DistinctCount.create();
        items.forEach(count::accept);
        return count;
    }

    @Override
    protected Double item(Random random) {
        return random.nextInt(9) == 0 ? Double.NaN : Math.floor(300 * random.nextDouble());
    }

    @Override
    protected DistinctCount combine(DistinctCount a, DistinctCount b) {
        return a.combine(b);
    }

    @Override
    protected void assertSame(DistinctCount actual, DistinctCount expected) {
        assertThat(actual.isExact()).isEqualTo(expected.isExact());
        assertThat(actual.hashes()).isEqualTo(expected.hashes());
        assertThat(actual.state()).isEqualTo(expected.state());
        assertThat(actual.count()).isEqualTo(expected.count());
    }

    /** The same laws around and beyond the number up to which counts are exact. */
    @Nested
    class ManyTest extends MergeLawsContract<DistinctCount, Integer> {

        @Override
        protected DistinctCount of(List<Integer> items) {
            DistinctCount count = DistinctCount.create();
            for (int item : items) {
                IntStream.range(item, item + 40).forEach(i -> count.accept("text " + i));
            }
            return count;
        }

        @Override
        protected Integer item(Random random) {
            return random.nextInt(400);
        }

        @Override
        protected DistinctCount combine(DistinctCount a, DistinctCount b) {
            return a.combine(b);
        }

        @Override
        protected void assertSame(DistinctCount actual, DistinctCount expected) {
            DistinctCountTest.this.assertSame(actual, expected);
        }
    }

    @Test
    void fewDistinctValuesAreCountedExactlyHoweverOftenTheyOccur() {
        DistinctCount count = DistinctCount.create();
        for (int i = 0; i < 10_000; i++) {
            count.accept(i % DistinctCount.EXACT);
        }

        assertThat(count.count()).isEqualTo(256);
        assertThat(count.isExact()).isTrue();
        count.accept(1e9);
        assertThat(count.isExact()).isFalse();
        assertThat(count.count()).isCloseTo(257, withinPercentage(3));
    }

    @Test
    void manyDistinctValuesAreEstimatedWithinFivePercent() {
        for (int n : new int[] {300, 1000, 10_000, 100_000, 1_000_000}) {
            DistinctCount wholes = DistinctCount.create();
            DistinctCount fractions = DistinctCount.create();
            DistinctCount texts = DistinctCount.create();
            Random random = new Random(n);
            for (int i = 0; i < n; i++) {
                wholes.accept(i);
                fractions.accept(random.nextDouble());
                texts.accept("customer-" + i);
            }
            assertThat(wholes.count()).as("%d whole numbers", n).isCloseTo(n, withinPercentage(5));
            assertThat(fractions.count()).as("%d fractions", n).isCloseTo(n, withinPercentage(5));
            assertThat(texts.count()).as("%d texts", n).isCloseTo(n, withinPercentage(5));
        }
    }

    @Test
    void blocksAndSingleValuesGiveTheSameCount() {
        double[] values = new Random(3).doubles(700).toArray();
        DistinctCount block = DistinctCount.create();
        block.accept(values, 100);
        block.accept(values, 700);

        assertSame(block, of(DoubleStream.of(values).boxed().toList()));
    }

    @Test
    void bothZerosAreOneValueAndWhatIsMissingIsNone() {
        DistinctCount count = of(List.of(0.0, -0.0, Double.NaN));
        count.accept((String) null);

        assertThat(count.count()).isOne();
        assertThat(DistinctCount.create().count()).isZero();
    }

    @Test
    void aCopyDoesNotFollow() {
        DistinctCount count = of(List.of(1.0));
        DistinctCount copy = count.copy();
        count.accept(2);

        assertThat(copy.count()).isOne();
    }

    @Test
    void aStateOfAnotherSizeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> DistinctCount.of(new long[0], new byte[8]));
    }
}
