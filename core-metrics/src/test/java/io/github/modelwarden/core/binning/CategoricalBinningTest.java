package io.github.modelwarden.core.binning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CategoricalBinningTest {

    @Test
    void unseenIsOtherAndNullIsMissing() {
        CategoricalBinning binning = CategoricalBinning.of(List.of("dsl", "fiber"));

        assertThat(binning.ids()).containsExactly("c_dsl", "c_fiber", "other", "missing");
        assertThat(binning.ids().get(binning.index("fiber"))).isEqualTo("c_fiber");
        assertThat(binning.ids().get(binning.index("satellite"))).isEqualTo("other");
        assertThat(binning.ids().get(binning.index(null))).isEqualTo("missing");
    }

    @Test
    void categoriesNamedOtherOrMissingAreNotConfusedWithTheBins() {
        CategoricalBinning binning = CategoricalBinning.of(List.of("other", "missing", "c_other"));

        assertThat(binning.ids()).containsExactly("c_other", "c_missing", "c_c_other", "other", "missing");
        assertThat(binning.ids()).doesNotHaveDuplicates();
        assertThat(binning.index("other")).isEqualTo(0);
        assertThat(binning.index("missing")).isEqualTo(1);
        assertThat(binning.index("new")).isEqualTo(3);
        assertThat(binning.index(null)).isEqualTo(4);
    }

    @Test
    void theEmptyTextIsACategoryAndNotMissing() {
        CategoricalBinning binning = CategoricalBinning.of(List.of(""));

        assertThat(binning.index("")).isEqualTo(0);
        assertThat(binning.index(null)).isEqualTo(2);
    }

    @Test
    void repeatsCountOnceAndWithoutCategoriesEverythingIsOther() {
        assertThat(CategoricalBinning.of(List.of("a", "b", "a")).categories()).containsExactly("a", "b");
        assertThat(CategoricalBinning.of(List.of()).index("a")).isEqualTo(0);
    }

    @Test
    void binningsAreEqualWhenTheirCategoriesAndOrderAre() {
        assertThat(CategoricalBinning.of(List.of("a", "b")))
                .isEqualTo(CategoricalBinning.of(List.of("a", "b")))
                .isNotEqualTo(CategoricalBinning.of(List.of("b", "a")));
    }
}
