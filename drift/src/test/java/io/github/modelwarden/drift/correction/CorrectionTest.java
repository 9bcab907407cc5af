package io.github.modelwarden.drift.correction;

import static io.github.modelwarden.drift.GoldenVectors.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.drift.GoldenVectors;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CorrectionTest {

    static List<String> vectors() {
        return GoldenVectors.names("correction");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void equalsStatsmodels(String name) {
        double[] pValues = numbers("correction." + name + ".p_values");

        assertThat(Correction.HOLM.adjust(pValues))
                .containsExactly(numbers("correction." + name + ".holm"), within(1e-12));
        assertThat(Correction.BENJAMINI_HOCHBERG.adjust(pValues))
                .containsExactly(numbers("correction." + name + ".bh"), within(1e-12));
        assertThat(Correction.BENJAMINI_YEKUTIELI.adjust(pValues))
                .containsExactly(numbers("correction." + name + ".by"), within(1e-12));
        assertThat(Correction.NONE.adjust(pValues)).containsExactly(pValues);
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheCallersArrayAloneAndTakesNone(Correction correction) {
        double[] pValues = {0.5, 0.01};
        correction.adjust(pValues);

        assertThat(pValues).containsExactly(0.5, 0.01);
        assertThat(correction.adjust(new double[0])).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoProbabilityIsRefused(Correction correction) {
        for (double bad : new double[] {Double.NaN, -0.1, 1.1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> correction.adjust(new double[] {0.5, bad}))
                    .withMessageContaining("at position 1");
        }
    }

    @Test
    void theWordsAreThoseOfTheCommandLine() {
        assertThat(Correction.values()).extracting(Correction::word).containsExactly("holm", "bh", "by", "none");
    }
}
