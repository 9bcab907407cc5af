package io.github.modelwarden.drift.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.binning.NumericBinning;
import io.github.modelwarden.core.data.FeatureType;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecidingTestTest {

    /** Rates of false alarms at 0.05 of numeric verdicts and of the law for categories alone. */
    private static double[] rates(int n, int m, int bins, int runs, boolean ties) {
        return rates(n, m, bins, runs, ties, 0);
    }

    private static double[] rates(int n, int m, int bins, int runs, boolean ties, double missing) {
        SplittableRandom random = new SplittableRandom(n + 31L * m);
        int[] alarms = new int[2];
        for (int run = 0; run < runs; run++) {
            double[] then = draw(random, n, ties, missing);
            NumericBinning binning = NumericBinning.equalFrequency(then, bins);
            SparseBins groups =
                    SparseBins.ofNumbers(counts(binning, then), counts(binning, draw(random, m, ties, missing)));
            alarms[0] += DecidingTest.of(FeatureType.NUMERIC, groups).pValue().orElse(1) <= 0.05 ? 1 : 0;
            alarms[1] +=
                    DecidingTest.of(FeatureType.CATEGORICAL, groups).pValue().orElse(1) <= 0.05 ? 1 : 0;
        }
        return new double[] {alarms[0] / (double) runs, alarms[1] / (double) runs};
    }

    private static double[] draw(SplittableRandom random, int size, boolean ties, double missing) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            double value = random.nextGaussian();
            values[i] = random.nextDouble() < missing ? Double.NaN : ties ? Math.rint(2 * value) : value;
        }
        return values;
    }

    private static long[] counts(NumericBinning binning, double[] values) {
        long[] counts = new long[binning.size()];
        for (double value : values) {
            counts[binning.index(value)]++;
        }
        return counts;
    }

    @Test
    void aSmallReferenceCutIntoManyBinsRaisesNoMoreFalseAlarms() {
        double[] rates = rates(300, 10_000, 20, 1500, false);

        assertThat(rates[0]).isBetween(0.025, 0.065);
        assertThat(rates[1]).as("the law for categories is not enough here").isGreaterThan(0.07);
    }

    @Test
    void tiedValuesRaiseNoMoreFalseAlarms() {
        assertThat(rates(300, 1000, 20, 2000, true)[0]).isBetween(0.02, 0.065);
    }

    @Test
    void aLargeReferenceLeavesTheStatedRate() {
        double[] rates = rates(5000, 100, 20, 1500, false);

        assertThat(rates[0]).isBetween(0.035, 0.065);
        assertThat(rates[0]).isEqualTo(rates[1]);
    }

    @Test
    void aFewMissingValuesRaiseNoMoreFalseAlarms() {
        // as many rows as make each bin expect just below five
        assertThat(rates(1000, 100, 20, 2000, false, 0.03)[0]).isBetween(0.03, 0.065);
        assertThat(rates(1000, 50, 10, 2000, false, 0.03)[0]).isBetween(0.03, 0.065);
    }

    @Test
    void aRareValueThatBecomesFrequentIsFound() {
        long[] before = {990, 10, 0};
        long[] after = {75, 25, 0};

        // two-sided p-value of scipy.stats.fisher_exact, SciPy 1.17.1
        assertThat(DecidingTest.of(FeatureType.NUMERIC, SparseBins.ofNumbers(before, after))
                        .pValue()
                        .orElseThrow())
                .isCloseTo(4.178768591043506e-20, within(1e-24));
        assertThat(DecidingTest.of(FeatureType.CATEGORICAL, SparseBins.ofCategories(before, after, 2, 0))
                        .pValue()
                        .orElseThrow())
                .isCloseTo(4.178768591043506e-20, within(1e-24));
    }

    @Test
    void aNewCategoryIsFoundBesideUnchangedOnes() {
        SparseBins groups = SparseBins.ofCategories(new long[] {1000, 600, 400, 0}, new long[] {48, 29, 19, 4}, -1, 0);

        assertThat(DecidingTest.of(FeatureType.CATEGORICAL, groups).pValue().orElseThrow())
                .isLessThan(1e-3);
    }
}
