package io.github.modelwarden.drift.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.statistic.KolmogorovSmirnov;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowedKolmogorovSmirnovTest {

    @Test
    void everyCompleteWindowIsTestedAgainstTheFirst() {
        double[] stream = Streams.goldenValues();
        List<WindowedKolmogorovSmirnov.WindowTest> tests = new WindowedKolmogorovSmirnov(1_300).test(stream);
        assertThat(tests.stream().map(WindowedKolmogorovSmirnov.WindowTest::start))
                .containsExactly(1_300L, 2_600L, 3_900L, 5_200L);
        TestStatistic third = KolmogorovSmirnov.withDefaults()
                .withAsymptoticPValue()
                .test(Arrays.copyOf(stream, 1_300), Arrays.copyOfRange(stream, 3_900, 5_200));
        assertThat(tests.get(2).result()).isEqualTo(third);
        assertThat(tests.get(0).result().pValue().orElseThrow()).isGreaterThan(1e-3);
        assertThat(tests.get(3).result().pValue().orElseThrow()).isLessThan(1e-50);
    }

    @Test
    void aStreamWithoutASecondWindowIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WindowedKolmogorovSmirnov(10).test(new double[19]))
                .withMessage("windowed ks: expected at least two windows of 10 values but got 19 values; take a smaller"
                        + " window");
        assertThatIllegalArgumentException().isThrownBy(() -> new WindowedKolmogorovSmirnov(1));
    }
}
