package io.github.modelwarden.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.modelwarden.core.MergeLawsContract;
import io.github.modelwarden.core.binning.CategoricalBinning;
import io.github.modelwarden.core.binning.NumericBinning;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumericFeatureProfileTest extends MergeLawsContract<FeatureProfile, Double> {

    private static final NumericBinning BINNING =
            NumericBinning.of(new double[] {-1, 0, 1}, new double[] {-2, -0.5, 0.5, 2});

    @Override
    protected FeatureProfile of(List<Double> items) {
        FeatureProfile profile = FeatureProfile.create("x", BINNING);
        items.forEach(item -> profile.accept((double) item));
        return profile;
    }

    @Override
    protected Double item(Random random) {
        return random.nextInt(8) == 0 ? Double.NaN : Math.round(random.nextGaussian() * 4) / 2.0;
    }

    @Override
    protected FeatureProfile combine(FeatureProfile a, FeatureProfile b) {
        return a.combine(b);
    }

    @Override
    protected void assertSame(FeatureProfile actual, FeatureProfile expected) {
        assertThat(actual.counts()).isEqualTo(expected.counts());
        MomentsTest.same(actual.moments(), expected.moments());
    }

    @Test
    void missingIsCountedButHasNoMoments() {
        FeatureProfile profile = of(List.of(0.5, Double.NaN, Double.NaN));

        assertThat(profile.counts()).containsExactly(0, 0, 1, 0, 2);
        assertThat(profile.missing()).isEqualTo(2);
        assertThat(profile.total()).isEqualTo(3);
        assertThat(profile.moments().count()).isEqualTo(1);
    }

    @Test
    void aCopyDoesNotFollow() {
        FeatureProfile profile = of(List.of(0.5));
        FeatureProfile copy = profile.copy();
        profile.accept(0.5);
        copy.counts()[0] = 99;

        assertThat(copy.counts()).containsExactly(0, 0, 1, 0, 0);
        assertThat(copy.moments().count()).isEqualTo(1);
    }

    @Test
    void anInfiniteValueIsRefusedAndNotCounted() {
        FeatureProfile profile = of(List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile.accept(Double.POSITIVE_INFINITY))
                .withMessage("feature 'x': expected a finite number or NaN for missing, but got Infinity");
        assertThat(profile.total()).isZero();
    }

    @Test
    void aCategoryIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> of(List.of()).accept("a"))
                .withMessage("feature 'x' is numeric: expected a number but got a category");
    }

    @Test
    void otherBinsOrAnotherFeatureDoNotAddUp() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(List.of()).combine(FeatureProfile.create("y", BINNING)))
                .withMessageContaining("only profiles of one feature over the same reference bins and cells add up");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> of(List.of()).combine(FeatureProfile.create("x", CategoricalBinning.of(List.of("a")))));
    }
}
