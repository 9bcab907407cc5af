package io.github.modelwarden.drift.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.SampleTest;
import io.github.modelwarden.drift.TestStatistic;
import org.junit.jupiter.api.Test;

class MeanShiftTest extends SampleTestContract {

    @Override
    SampleTest statistic() {
        return MeanShift.withDefaults();
    }

    @Override
    double exchanged(double value, int n, int m) {
        return -value;
    }

    @Test
    void dividesVariancesByTheNumberOfValues() {
        TestStatistic result =
                MeanShift.withDefaults().test(new double[] {1, 2, 3, 4, 5}, new double[] {3, 4, 5, 6, 7, 8});

        // by hand: means 3 and 5.5, population variances 2 and 35/12; p-value from scipy.stats.t(9).sf, SciPy 1.17.1
        assertThat(result.value()).isCloseTo(-2.5 / Math.sqrt(2.0 / 5 + 35.0 / 72), within(1e-14));
        assertThat(result.pValue().orElseThrow()).isCloseTo(0.026225553158609905, within(1e-14));
    }

    @Test
    void refusesTwoConstants() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeanShift.withDefaults().test(new double[] {2, 2}, new double[] {3, 3}))
                .withMessageContaining("mean_shift_t: expected values that vary");
    }
}
