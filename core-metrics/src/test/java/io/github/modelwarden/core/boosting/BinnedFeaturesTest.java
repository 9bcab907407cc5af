package io.github.modelwarden.core.boosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BinnedFeaturesTest {

    private static BinnedFeatures bin(double... values) {
        return BinnedFeatures.of(FeatureMatrix.of(List.of("x"), new double[][] {values}));
    }

    @Test
    void fewDistinctValuesHaveABinEachAndMissingOnesTheirOwn() {
        BinnedFeatures binned = bin(7, -1, Double.NaN, 7, 0.0, -0.0, 3);

        assertThat(binned.bins(0)).containsExactly(4, 1, 0, 4, 2, 2, 3);
        assertThat(binned.binCount(0)).isEqualTo(5);
        assertThat(binned.upperEdge(0, 1)).isEqualTo(-0.5);
        assertThat(binned.upperEdge(0, 3)).isEqualTo(5);
        assertThat(binned.upperEdge(0, 4)).isInfinite();
    }

    @Test
    void sixtyThreeDistinctValuesStillHaveABinEach() {
        BinnedFeatures binned =
                bin(IntStream.range(0, 126).mapToDouble(i -> i % 63).toArray());

        assertThat(binned.binCount(0)).isEqualTo(64);
        assertThat(binned.bins(0)[125]).isEqualTo((byte) 63);
    }

    @Test
    void manyValuesFillTheBinsAboutEvenly() {
        SplittableRandom random = new SplittableRandom(1);
        for (int rows : new int[] {64, 1000, 100_000}) {
            BinnedFeatures binned = bin(random.doubles(rows).map(u -> u * u * u).toArray());
            int[] counts = new int[BinnedFeatures.MAX_BINS];
            for (byte bin : binned.bins(0)) {
                counts[bin]++;
            }

            assertThat(binned.binCount(0)).isEqualTo(64);
            assertThat(counts[0]).isZero();
            for (int bin = 1; bin < 64; bin++) {
                assertThat(counts[bin]).as("bin %d of %d rows", bin, rows).isBetween(rows / 63 - 250, rows / 63 + 250);
                assertThat(counts[bin]).isPositive();
            }
        }
    }

    @Test
    void aValueThatFillsManyBinsStaysInOne() {
        double[] values =
                IntStream.range(0, 1000).mapToDouble(i -> i < 900 ? 0 : i).toArray();
        BinnedFeatures binned = bin(values);

        for (int i = 0; i < 900; i++) {
            assertThat(binned.bins(0)[i]).isEqualTo((byte) 1);
        }
        assertThat(binned.bins(0)[900]).isGreaterThan((byte) 1);
    }

    @Test
    void neighbouringAndHugeNumbersKeepApart() {
        double one = 1;
        BinnedFeatures binned = bin(one, Math.nextUp(one), -Double.MAX_VALUE, Double.MAX_VALUE, Double.MIN_VALUE, 0);

        assertThat(binned.bins(0)).containsExactly(4, 5, 1, 6, 3, 2);
    }

    @Test
    void aColumnWithoutValuesHasOneEmptyBin() {
        BinnedFeatures binned = bin(Double.NaN, Double.NaN);

        assertThat(binned.bins(0)).containsExactly(0, 0);
        assertThat(binned.binCount(0)).isEqualTo(2);
    }
}
