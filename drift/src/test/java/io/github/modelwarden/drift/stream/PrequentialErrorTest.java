package io.github.modelwarden.drift.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PrequentialErrorTest {

    private static final double[] LOSSES = {0, 1, 0, 1, 1, 0};

    private static PrequentialError after(double fadingFactor, int window) {
        PrequentialError error = PrequentialError.create(fadingFactor, window);
        for (double loss : LOSSES) {
            error.accept(loss);
        }
        return error;
    }

    @Test
    void threeMeansOfTheSameLosses() {
        PrequentialError error = after(0.9999, 4);
        assertThat(error.cumulative()).hasValue(0.5);
        // a test of Frouros
        assertThat(error.fading().orElseThrow()).isCloseTo(0.500008330416243, within(1e-14));
        assertThat(error.sliding()).hasValue(0.5);
        assertThat(error.observed()).isEqualTo(6);
        assertThat(after(0.5, 2).sliding()).hasValue(0.5);
        assertThat(after(0.5, 2).fading().orElseThrow()).isCloseTo(26.0 / 63, within(1e-15));
    }

    @Test
    void aFactorOfOneForgetsNothing() {
        assertThat(after(1, 3).fading()).isEqualTo(after(1, 3).cumulative());
    }

    @Test
    void nothingIsKnownBeforeTheFirstLoss() {
        PrequentialError error = PrequentialError.create(0.999, 10);
        assertThat(error.cumulative()).isEmpty();
        assertThat(error.fading()).isEmpty();
        assertThat(error.sliding()).isEmpty();
    }

    @Test
    void whatIsNoLossIsRefusedWithoutATrace() {
        PrequentialError error = after(0.9, 3);
        assertThatIllegalArgumentException().isThrownBy(() -> error.accept(Double.NaN));
        assertThat(error.cumulative()).hasValue(0.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrequentialError.create(0, 3))
                .withMessage("prequential_error: expected a fading factor above 0 and at most 1 but got 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> PrequentialError.create(Double.NaN, 3));
    }
}
