package io.github.modelwarden.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.MergeLawsContract;
import io.github.modelwarden.core.binning.CategoricalBinning;
import io.github.modelwarden.core.binning.NumericBinning;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumericFeatureProfileTest extends MergeLawsContract<FeatureProfile, Double> {

    private static final NumericBinning BINNING = NumericBinning.of(
                    new double[] {-1, 0, 1}, new double[] {-2, -0.5, 0.5, 2})
            .withCells(new double[] {-1.5, -0.5, 0.5}, -3, 4);

    @Override
    protected FeatureProfile of(List<Double> items) {
        FeatureProfile profile = FeatureProfile.create("x", BINNING).keepingValues(100);
        items.forEach(item -> profile.accept(item, item > 3 ? Double.NaN : item / 8));
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
        ProfileAssertions.assertSame(actual, expected);
        ProfileAssertions.assertSameValues(actual, expected);
    }

    @Test
    void missingIsCountedButHasNoMoments() {
        FeatureProfile profile = of(List.of(0.5, Double.NaN, Double.NaN));

        assertThat(profile.counts()).containsExactly(0, 0, 1, 0, 2);
        assertThat(profile.missing()).isEqualTo(2);
        assertThat(profile.total()).isEqualTo(3);
        assertThat(profile.moments().count()).isEqualTo(1);
    }

    private static FeatureProfile counted(double... values) {
        FeatureProfile profile = FeatureProfile.create("x", BINNING);
        for (double value : values) {
            profile.accept(value);
        }
        return profile;
    }

    @Test
    void cellsAreCountedAndSummedWithinTheBins() {
        FeatureProfile profile = counted(-9, -3, -1.5, -1.25, 0.25, 0.75, 4, 5, Double.NaN);

        // cells end at −3⁻, −1.5, −1, −0.5, 0, 0.5, 1, 4 and infinity
        assertThat(profile.cellCounts()).containsExactly(1, 2, 1, 0, 0, 1, 1, 1, 1);
        assertThat(profile.cellSums()).containsExactly(-9, -4.5, -1.25, 0, 0, 0.25, 0.75, 4, 5);
        assertThat(profile.counts()).containsExactly(4, 0, 2, 2, 1);
    }

    @Test
    void valuesOutsideTheReferenceRangeAreCountedOnTheirOwnToo() {
        FeatureProfile profile = counted(-9, -3, Math.nextDown(-3.0), 4, Math.nextUp(4.0), 5, 100, Double.NaN);

        assertThat(profile.belowRange()).isEqualTo(2);
        assertThat(profile.aboveRange()).isEqualTo(3);
    }

    @Test
    void edgesOfBinsBeyondTheRangeDoNotHideWhatLiesOutsideIt() {
        NumericBinning wide = NumericBinning.of(new double[] {0, 10, 20, 30}, new double[] {0, 5, 15, 25, 35})
                .withCells(new double[0], 12, 18);
        FeatureProfile profile = FeatureProfile.create("x", wide);
        for (double value : new double[] {-5, 3, 11, 12, 15, 18, 19, 25, 99}) {
            profile.accept(value);
        }

        assertThat(profile.belowRange()).isEqualTo(3);
        assertThat(profile.aboveRange()).isEqualTo(3);
        assertThat(profile.counts()).containsExactly(1, 1, 5, 1, 1, 0);
    }

    @Test
    void withoutAKnownRangeNothingLiesOutside() {
        FeatureProfile profile = FeatureProfile.create("x", NumericBinning.of(new double[] {0}, new double[] {-1, 1}));
        profile.accept(1e300);

        assertThat(profile.belowRange() + profile.aboveRange()).isZero();
    }

    @Test
    void cellsAreExactWhileEveryValueLiesOnAnEdge() {
        FeatureProfile profile = counted(-1.5, -1, 0, 0, 0.5, 1, 4, Double.NaN);
        assertThat(profile.hasExactCells()).isTrue();
        profile.accept(0.5 - 1e-16);
        assertThat(profile.hasExactCells()).isFalse();
        assertThat(counted(4.5).hasExactCells()).isFalse();
        assertThat(counted(0.1 + 0.2).hasExactCells()).isFalse();
        FeatureProfile single = FeatureProfile.create("x", NumericBinning.of(new double[0], new double[] {0}));
        assertThat(single.hasExactCells()).isTrue();
        single.accept(-1);
        single.accept(1);
        assertThat(single.hasExactCells()).isFalse();
    }

    @Test
    void manyTiedFractionsStayExact() {
        double[] reference = new double[3000];
        for (int i = 0; i < reference.length; i++) {
            reference[i] = (i % 7) / 10.0;
        }
        FeatureProfile profile = FeatureProfile.create("x", NumericBinning.equalFrequency(reference, 3));
        for (double value : reference) {
            profile.accept(value);
        }

        assertThat(profile.hasExactCells()).isTrue();
        assertThat(profile.cellSums()[4]).isEqualTo(429 * 0.3, within(1e-12));
    }

    @Test
    void quantilesAndDistinctValuesAreThoseOfThePresentValues() {
        FeatureProfile profile = counted(1, 2, 2, 3, 100, Double.NaN);

        assertThat(profile.quantiles().quantile(0.5)).isEqualTo(2, within(0.02));
        assertThat(profile.quantiles().count()).isEqualTo(5);
        assertThat(profile.distinct().count()).isEqualTo(4);
        assertThat(profile.heavyHitters().total()).isZero();
    }

    @Test
    void aQuantileLiesInItsCellAndIsExactOnEdges() {
        for (long seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            double[] reference = random.doubles(5000).map(v -> 1000 + v).toArray();
            FeatureProfile profile = FeatureProfile.create("x", NumericBinning.equalFrequency(reference, 10));
            double[] values = random.doubles(3000).map(v -> 999.9 + 1.5 * v).toArray();
            Arrays.stream(values).forEach(profile::accept);
            Arrays.sort(values);
            for (double q = 0.1; q < 0.7; q += 0.05) {
                assertThat(profile.quantile(q)).isCloseTo(values[(int) (q * 2999)], within(0.002));
            }
        }
        FeatureProfile whole = FeatureProfile.create("x", NumericBinning.equalFrequency(new double[] {1, 2, 3}, 3));
        for (double value : new double[] {3, 1, 2, 2}) {
            whole.accept(value);
        }
        assertThat(whole.quantile(0.5)).isEqualTo(2);
        assertThat(whole.quantile(1)).isEqualTo(3);
        assertThat(whole.quantile(0)).isEqualTo(1);
        assertThat(counted().quantile(0.5)).isNaN();
        assertThat(counted(-100).quantile(0.5)).isEqualTo(-100);
        assertThatIllegalArgumentException().isThrownBy(() -> counted().quantile(2));
    }

    @Test
    void scoresAddUpByBinMissingIncluded() {
        FeatureProfile profile = FeatureProfile.create("x", BINNING);
        profile.accept(-2, 0.25);
        profile.accept(-2, 0.5);
        profile.accept(2, Double.NaN);
        profile.accept(Double.NaN, 0.125);

        assertThat(profile.scoreSums()).containsExactly(0.75, 0, 0, 0, 0.125);
        assertThat(profile.scoredCounts()).containsExactly(2, 0, 0, 0, 1);
        assertThat(profile.counts()).containsExactly(2, 0, 0, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile.accept(1, Double.POSITIVE_INFINITY))
                .withMessageContaining("finite score");
        assertThat(profile.total()).isEqualTo(4);
    }

    @Test
    void valuesAreKeptFromTheFirstOnOrNotAtAll() {
        FeatureProfile profile = of(List.of(2.0, Double.NaN, 1.0));

        assertThat(profile.values().orElseThrow()).containsExactlyInAnyOrder(2, 1);
        assertThat(profile.emptyCopy().values().orElseThrow()).isEmpty();
        assertThat(counted(1).values()).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> profile.keepingValues(5))
                .withMessageContaining("3 are counted; start from an empty profile");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile.emptyCopy().keepingValues(-1));
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

    @Test
    void sketchesAreTheSameWhetherValuesAreKeptOrNotAndWhenTheyBecomeTooMany() {
        Random random = new Random(5);
        double[] values = random.doubles(40_000).toArray();
        NumericBinning binning = NumericBinning.equalFrequency(values, 10);
        FeatureProfile plain = FeatureProfile.create("x", binning);
        FeatureProfile keeping = FeatureProfile.create("x", binning).keepingValues(100_000);
        FeatureProfile overflowing = FeatureProfile.create("x", binning).keepingValues(30_000);
        for (double value : values) {
            plain.accept(value);
            keeping.accept(value);
            overflowing.accept(value);
        }

        assertThat(keeping.keptValues()).isEqualTo(40_000);
        assertThat(overflowing.keptValues()).isZero();
        for (FeatureProfile profile : new FeatureProfile[] {keeping, keeping.copy(), overflowing}) {
            assertThat(profile.distinct().count()).isEqualTo(plain.distinct().count());
            for (double q : new double[] {0.01, 0.5, 0.99}) {
                assertThat(profile.quantiles().quantile(q))
                        .isEqualTo(plain.quantiles().quantile(q));
            }
        }
    }
}
