package io.github.modelwarden.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.modelwarden.core.MergeLawsContract;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeptValuesTest extends MergeLawsContract<KeptValues, Double> {

    private static final int LIMIT = 50;

    @Override
    protected KeptValues of(List<Double> items) {
        KeptValues values = KeptValues.upTo(LIMIT);
        items.forEach(values::accept);
        return values;
    }

    @Override
    protected Double item(Random random) {
        return random.nextGaussian();
    }

    @Override
    protected KeptValues combine(KeptValues a, KeptValues b) {
        return a.combine(b);
    }

    @Override
    protected void assertSame(KeptValues actual, KeptValues expected) {
        assertThat(actual.values().map(KeptValuesTest::sorted))
                .isEqualTo(expected.values().map(KeptValuesTest::sorted));
        assertThat(actual.limit()).isEqualTo(expected.limit());
    }

    private static List<Double> sorted(double[] values) {
        return Arrays.stream(values).sorted().boxed().toList();
    }

    private static KeptValues numbers(int limit, int count) {
        KeptValues values = KeptValues.upTo(limit);
        values.accept(new double[count], count);
        return values;
    }

    @Test
    void allValuesAreKeptUpToTheLimitAndNoneBeyond() {
        assertThat(numbers(10, 10).values().orElseThrow()).hasSize(10);
        assertThat(numbers(10, 11).values()).isEmpty();
        assertThat(numbers(10, 6).combine(numbers(10, 5)).values()).isEmpty();
        KeptValues full = numbers(3, 3);
        full.accept(1);
        full.accept(2);
        assertThat(full.values()).isEmpty();
    }

    @Test
    void nothingSeenIsCompleteUnlessNothingIsKept() {
        assertThat(KeptValues.upTo(1).values().orElseThrow()).isEmpty();
        assertThat(KeptValues.upTo(0).values()).isEmpty();
    }

    @Test
    void theSmallerLimitWins() {
        assertThat(numbers(10, 4).combine(numbers(5, 2)).values()).isEmpty();
        assertThat(numbers(5, 2).combine(numbers(10, 4)).values()).isEmpty();
        assertThat(numbers(10, 2).combine(numbers(5, 2)).values().orElseThrow()).hasSize(4);
        assertThat(numbers(10, 2).combine(KeptValues.upTo(0)).values()).isEmpty();
    }

    @Test
    void aNegativeLimitIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> KeptValues.upTo(-1));
    }

    @Test
    void aCopyAndItsOriginalGoTheirOwnWays() {
        KeptValues original = numbers(10, 3);
        KeptValues copy = original.copy();
        copy.accept(1);
        original.accept(2);
        copy.accept(3);

        assertThat(original.values().orElseThrow()).containsExactly(0, 0, 0, 2);
        assertThat(copy.values().orElseThrow()).containsExactly(0, 0, 0, 1, 3);
        assertThat(copy.kept()).isEqualTo(5);
        assertThat(numbers(2, 3).kept()).isZero();
    }
}
