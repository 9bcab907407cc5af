package io.github.modelwarden.drift.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.SampleTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WelchTTest extends SampleTestContract {

    @Override
    SampleTest statistic() {
        return WelchT.withDefaults();
    }

    @Override
    double exchanged(double value, int n, int m) {
        return -value;
    }

    @Nested
    class Student extends SampleTestContract {

        @Override
        SampleTest statistic() {
            return WelchT.withDefaults().withEqualVariances();
        }

        @Override
        double exchanged(double value, int n, int m) {
            return -value;
        }
    }

    @Test
    void oneSideMayBeConstantButNotBoth() {
        double[] constant = {2, 2, 2, 2};
        double[] varying = {1, 2, 4, 3};

        assertThat(WelchT.withDefaults().test(constant, varying).value()).isCloseTo(-0.7745966692414834, within(1e-12));
        assertThat(WelchT.withDefaults().degreesOfFreedom(constant, varying)).isCloseTo(3, within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WelchT.withDefaults().test(constant, new double[] {3, 3}))
                .withMessageContaining("all 4 reference values are 2.0 and all 2 current values are 3.0");
    }

    @Test
    void aLargeOffsetDoesNotDisturbTheStatistic() {
        double[] x = IntStream.range(0, 50).mapToDouble(i -> 1e15 + i).toArray();
        double[] y = IntStream.range(10, 60).mapToDouble(i -> 1e15 + i).toArray();

        // from exact arithmetic
        assertThat(WelchT.withDefaults().test(x, y).value()).isCloseTo(-3.4299717028501764, within(1e-12));
    }

    @Test
    void theEffectIsCohensD() {
        double[] x = {1, 2, 3, 4, 5};
        double[] y = {3, 4, 5, 6, 7};

        assertThat(WelchT.withDefaults().test(x, y).effect()).isCloseTo(2 / Math.sqrt(2.5), within(1e-12));
    }
}
