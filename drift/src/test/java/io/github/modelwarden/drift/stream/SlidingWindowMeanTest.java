package io.github.modelwarden.drift.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SlidingWindowMeanTest {

    private static double[] means(int window, double... values) {
        SlidingWindowMean mean = SlidingWindowMean.create(window);
        return Arrays.stream(values)
                .map(value -> {
                    mean.accept(value);
                    return mean.mean().orElseThrow();
                })
                .toArray();
    }

    @Test
    void theMeanIsThatOfTheLastValues() {
        assertThat(means(3, 5, 10, 6, 4, 14)).containsExactly(new double[] {5, 7.5, 7, 20.0 / 3, 8}, within(1e-12));
        assertThat(means(6, 5, 10, 6, 4, 14)).containsExactly(5, 7.5, 7, 6.25, 7.8);
        assertThat(means(1, 3, 4)).containsExactly(3, 4);
    }

    @Test
    void roundingDoesNotAddUp() {
        SlidingWindowMean mean = SlidingWindowMean.create(7);
        mean.accept(1e16);
        for (int i = 0; i < 1_000; i++) {
            mean.accept(0.1);
        }
        assertThat(mean.mean().orElseThrow()).isCloseTo(0.1, within(1e-16));
    }

    @Test
    void nothingIsKnownBeforeTheFirstValueAndNoNumberIsRefused() {
        SlidingWindowMean mean = SlidingWindowMean.create(2);
        assertThat(mean.mean()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mean.accept(Double.NaN))
                .withMessage(
                        "sliding_window_mean: expected a finite number from -1e100 to 1e100 but got NaN as value 1;"
                                + " leave missing values out or replace them before");
        assertThat(mean.observed()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> SlidingWindowMean.create(0));
    }
}
