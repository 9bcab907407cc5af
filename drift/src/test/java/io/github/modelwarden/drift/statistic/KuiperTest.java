package io.github.modelwarden.drift.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.CountTest;
import io.github.modelwarden.drift.SampleTest;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KuiperTest extends SampleTestContract {

    @Override
    SampleTest statistic() {
        return Kuiper.withDefaults();
    }

    @Override
    boolean isConservative() {
        return true;
    }

    @Nested
    class OverCells extends CountTestContract {

        @Override
        CountTest statistic() {
            return Kuiper.withDefaults();
        }

        @Override
        boolean isConservative() {
            return true;
        }
    }

    @Test
    void doesNotDependOnWhereACircleStarts() {
        Random random = new Random(4);
        double[] hours = random.ints(80, 0, 24).asDoubleStream().toArray();
        double[] later = random.ints(60, 6, 20).asDoubleStream().toArray();
        double value = Kuiper.withDefaults().test(hours, later).value();
        for (int start = 1; start < 24; start++) {
            int shift = start;
            assertThat(Kuiper.withDefaults()
                            .test(
                                    Arrays.stream(hours)
                                            .map(h -> (h + shift) % 24)
                                            .toArray(),
                                    Arrays.stream(later)
                                            .map(h -> (h + shift) % 24)
                                            .toArray())
                            .value())
                    .isCloseTo(value, within(1e-12));
        }
    }
}
