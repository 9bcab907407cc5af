package io.github.modelwarden.core.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumericBinningTest {

    private static long[] counts(NumericBinning binning, double... values) {
        long[] counts = new long[binning.size()];
        for (double value : values) {
            counts[binning.index(value)]++;
        }
        return counts;
    }

    private static double[] oneTo(int n) {
        return IntStream.rangeClosed(1, n).asDoubleStream().toArray();
    }

    @Test
    void valuesWithoutTiesFillTheBinsEvenly() {
        NumericBinning binning = NumericBinning.equalFrequency(oneTo(100), 10);

        assertThat(binning.edges()).containsExactly(10, 20, 30, 40, 50, 60, 70, 80, 90);
        assertThat(counts(binning, oneTo(100))).containsExactly(10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 0);
        assertThat(binning.representatives())
                .containsExactly(5.5, 15.5, 25.5, 35.5, 45.5, 55.5, 65.5, 75.5, 85.5, 95.5);
        assertThat(binning.ids())
                .containsExactly("00", "01", "02", "03", "04", "05", "06", "07", "08", "09", "missing");
    }

    @Test
    void binSizesDifferByAtMostOneWithoutTies() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            double[] values = random.doubles(11 + random.nextInt(500)).toArray();
            long[] counts = counts(NumericBinning.equalFrequency(values, 10), values);
            long[] bins = Arrays.copyOf(counts, 10);
            assertThat(Arrays.stream(bins).max().orElseThrow()
                            - Arrays.stream(bins).min().orElseThrow())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aValueOnAnEdgeBelongsToTheBinBelow() {
        NumericBinning binning = NumericBinning.of(new double[] {1, 2}, new double[] {0.5, 1.5, 3});

        assertThat(binning.index(1)).isEqualTo(0);
        assertThat(binning.index(Math.nextUp(1.0))).isEqualTo(1);
        assertThat(binning.index(2)).isEqualTo(1);
        assertThat(binning.bounds(1)).containsExactly(1, 2);
    }

    @Test
    void valuesOutsideTheReferenceRangeFallIntoTheOuterBins() {
        NumericBinning binning = NumericBinning.equalFrequency(oneTo(100), 4);

        assertThat(binning.index(-1e9)).isEqualTo(0);
        assertThat(binning.index(1e9)).isEqualTo(3);
        assertThat(binning.bounds(0)[0]).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(binning.bounds(3)[1]).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void missingHasItsOwnLastBin() {
        NumericBinning binning = NumericBinning.equalFrequency(new double[] {1, Double.NaN, 2, 3}, 3);

        assertThat(binning.ids()).containsExactly("00", "01", "02", "missing");
        assertThat(binning.index(Double.NaN)).isEqualTo(3);
        assertThat(counts(binning, 1, Double.NaN, 2, 3)).containsExactly(1, 1, 1, 1);
    }

    @Test
    void fewDistinctValuesHaveABinEach() {
        double[] calls = {0, 0, 0, 0, 0, 0, 0, 1, 1, 2};
        NumericBinning binning = NumericBinning.equalFrequency(calls, 10);

        assertThat(binning.edges()).containsExactly(0, 1);
        assertThat(binning.representatives()).containsExactly(0, 1, 2);
        assertThat(counts(binning, calls)).containsExactly(7, 2, 1, 0);
    }

    @Test
    void aLongRunOfEqualValuesShrinksTheNumberOfBinsAndLeavesNoneEmpty() {
        double[] values =
                IntStream.range(0, 100).mapToDouble(i -> i < 60 ? 0 : i).toArray();
        NumericBinning binning = NumericBinning.equalFrequency(values, 10);

        assertThat(binning.edges()).containsExactly(0, 69, 79, 89);
        assertThat(counts(binning, values)).containsExactly(60, 10, 10, 10, 10, 0);
    }

    @Test
    void aRunOfTheLargestValueLeavesNoEmptyLastBin() {
        double[] values =
                IntStream.range(0, 100).mapToDouble(i -> Math.min(i, 40)).toArray();

        assertThat(counts(NumericBinning.equalFrequency(values, 10), values))
                .startsWith(10, 10, 10, 10)
                .endsWith(60, 0);
    }

    @Test
    void aConstantHasBinsForItsValueForLessAndForMoreSoThatAChangeIsSeen() {
        NumericBinning binning = NumericBinning.equalFrequency(new double[] {7, 7, 7}, 10);

        assertThat(binning.ids()).containsExactly("00", "01", "02", "missing");
        assertThat(binning.descriptions()).containsExactly("< 7", "= 7", "> 7", "missing");
        assertThat(counts(binning, 6.999, 7, 7, 7.001, Double.NaN)).containsExactly(1, 2, 1, 1);
        assertThat(counts(NumericBinning.equalFrequency(new double[] {0, -0.0}, 10), -0.0, 0, 1e-300))
                .containsExactly(0, 2, 1, 0);
    }

    @Test
    void theLargestNumberAsConstantStillHasBins() {
        assertThat(NumericBinning.equalFrequency(new double[] {Double.MAX_VALUE}, 10)
                        .ids())
                .containsExactly("00", "missing");
    }

    @Test
    void positiveAndNegativeZeroAreOneValue() {
        NumericBinning binning = NumericBinning.equalFrequency(new double[] {-0.0, 0.0, 1, -0.0}, 10);

        assertThat(binning.edges()).containsExactly(0.0);
        assertThat(binning.representatives()).containsExactly(0.0, 1.0);
    }

    @Test
    void theCallersArrayIsNotChanged() {
        double[] values = {3, 1, 2};
        NumericBinning.equalFrequency(values, 2);

        assertThat(values).containsExactly(3, 1, 2);
    }

    @Test
    void hugeValuesKeepFiniteRepresentatives() {
        double[] values = {1e308, 1.5e308, 1.6e308, -1e308};

        assertThat(Arrays.stream(NumericBinning.equalFrequency(values, 2).representatives()))
                .allMatch(Double::isFinite);
    }

    @Test
    void badReferenceValuesAndBinCountsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumericBinning.equalFrequency(new double[] {Double.NaN, Double.NaN}, 10))
                .withMessageContaining("expected at least one reference value but all 2 are missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumericBinning.equalFrequency(new double[] {1, Double.POSITIVE_INFINITY}, 10))
                .withMessageContaining("expected finite reference values but got Infinity");
        assertThatIllegalArgumentException().isThrownBy(() -> NumericBinning.equalFrequency(oneTo(5), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> NumericBinning.equalFrequency(oneTo(5), 101));
    }

    @Test
    void badEdgesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumericBinning.of(new double[] {1, 1}, new double[] {0, 1, 2}))
                .withMessageContaining("strictly ascending edges but got [1.0, 1.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumericBinning.of(new double[] {Double.NaN}, new double[] {0, 1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumericBinning.of(new double[] {1}, new double[] {0, Double.NaN}))
                .withMessageContaining("finite, ascending representatives");
        assertThatIllegalArgumentException().isThrownBy(() -> NumericBinning.of(new double[] {1}, new double[] {0}));
    }
}
