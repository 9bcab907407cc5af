package io.github.modelwarden.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.modelwarden.core.MergeLawsContract;
import io.github.modelwarden.core.binning.CategoricalBinning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CategoricalFeatureProfileTest extends MergeLawsContract<FeatureProfile, Optional<String>> {

    private static final List<String> WORDS = List.of("a", "b", "other", "missing", "unseen");

    @Override
    protected FeatureProfile of(List<Optional<String>> items) {
        FeatureProfile profile = FeatureProfile.create("plan", CategoricalBinning.of(List.of("a", "b", "other")));
        items.forEach(item -> profile.accept(item.orElse(null), item.isEmpty() ? 0.5 : Double.NaN));
        return profile;
    }

    @Override
    protected Optional<String> item(Random random) {
        return random.nextInt(8) == 0 ? Optional.empty() : Optional.of(WORDS.get(random.nextInt(WORDS.size())));
    }

    @Override
    protected FeatureProfile combine(FeatureProfile a, FeatureProfile b) {
        return a.combine(b);
    }

    @Override
    protected void assertSame(FeatureProfile actual, FeatureProfile expected) {
        ProfileAssertions.assertSame(actual, expected);
    }

    @Test
    void theWordsOtherAndMissingAreNotTheBins() {
        FeatureProfile profile =
                of(List.of(Optional.of("other"), Optional.of("other"), Optional.of("missing"), Optional.empty()));

        assertThat(profile.binning().ids()).containsExactly("c_a", "c_b", "c_other", "other", "missing");
        assertThat(profile.counts()).containsExactly(0, 0, 2, 1, 1);
        assertThat(profile.missing()).isEqualTo(1);
    }

    @Test
    void categoriesWithoutABinAreNamedWithTheirCounts() {
        FeatureProfile profile = of(List.of(
                Optional.of("new"), Optional.of("a"), Optional.of("new"), Optional.of("newer"), Optional.empty()));

        assertThat(profile.heavyHitters().counts()).containsExactly(Map.entry("new", 2L), Map.entry("newer", 1L));
        assertThat(profile.distinct().count()).isEqualTo(3);
        assertThat(profile.scoreSums()).containsExactly(0, 0, 0, 0, 0.5);
        assertThat(profile.scoredCounts()).containsExactly(0, 0, 0, 0, 1);
    }

    @Test
    void whatOnlyNumbersHaveIsEmpty() {
        FeatureProfile profile = of(List.of(Optional.of("a")));

        assertThat(profile.cellCounts()).isEmpty();
        assertThat(profile.cellSums()).isEmpty();
        assertThat(profile.hasExactCells()).isFalse();
        assertThat(profile.moments().count()).isZero();
        assertThat(profile.quantiles().count()).isZero();
        assertThat(profile.values()).isEmpty();
        assertThat(profile.belowRange() + profile.aboveRange()).isZero();
        assertThat(profile.emptyCopy().keepingValues(9).values()).isEmpty();
    }

    @Test
    void aNumberIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> of(List.of()).accept(1.0))
                .withMessage("feature 'plan' is categorical: expected a category but got 1.0");
    }
}
