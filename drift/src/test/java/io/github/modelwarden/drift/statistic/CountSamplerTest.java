package io.github.modelwarden.drift.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.junit.jupiter.api.Test;

class CountSamplerTest {

    private static final int DRAWS = 20_000;

    private static double[] draw(CountSampler sampler, double[] counts, double rows) {
        double[] drawn = new double[counts.length];
        sampler.draw(counts, BinnedCounts.total(counts), rows, drawn);
        return drawn;
    }

    @Test
    void drawsAddUpAndNeverExceedTheCounts() {
        SplittableRandom random = new SplittableRandom(1);
        CountSampler sampler = new CountSampler(new SplittableRandom(2));
        for (int i = 0; i < 2_000; i++) {
            double[] counts =
                    random.ints(1 + random.nextInt(8), 0, 40).asDoubleStream().toArray();
            int total = (int) BinnedCounts.total(counts);
            int rows = random.nextInt(total + 1);
            double[] drawn = draw(sampler, counts, rows);
            assertThat(BinnedCounts.total(drawn)).isEqualTo(rows);
            for (int j = 0; j < drawn.length; j++) {
                assertThat(drawn[j]).isBetween(0.0, counts[j]).isEqualTo(Math.rint(drawn[j]));
            }
        }
    }

    @Test
    void eachBinIsHypergeometric() {
        double[] counts = {7, 30, 1, 12, 50};
        int rows = 40;
        CountSampler sampler = new CountSampler(new SplittableRandom(3));
        int[][] seen = new int[counts.length][51];
        for (int i = 0; i < DRAWS; i++) {
            double[] drawn = draw(sampler, counts, rows);
            for (int j = 0; j < drawn.length; j++) {
                seen[j][(int) drawn[j]]++;
            }
        }
        for (int j = 0; j < counts.length; j++) {
            HypergeometricDistribution expected = HypergeometricDistribution.of(100, (int) counts[j], rows);
            double statistic = 0;
            int cells = 0;
            for (int k = 0; k < seen[j].length; k++) {
                double mean = DRAWS * expected.probability(k);
                if (mean > 5) {
                    statistic += (seen[j][k] - mean) * (seen[j][k] - mean) / mean;
                    cells++;
                }
            }
            assertThat(ChiSquaredDistribution.of(cells).survivalProbability(statistic))
                    .as("bin %d", j)
                    .isGreaterThan(0.001);
        }
    }

    @Test
    void largeCountsKeepTheirMeanAndSpread() {
        double[] counts = {4e8, 1e8, 5e8};
        double rows = 3e8;
        CountSampler sampler = new CountSampler(new SplittableRandom(4));
        double[] values = new double[2_000];
        Arrays.setAll(values, i -> draw(sampler, counts, rows)[1]);
        double mean = Samples.mean(values);
        double deviation = Math.sqrt(Samples.squares(values, mean) / values.length);
        double expected = Math.sqrt(rows * 0.1 * 0.9 * 0.7);

        assertThat(mean).isCloseTo(3e7, within(4 * expected / Math.sqrt(values.length)));
        assertThat(deviation).isCloseTo(expected, within(0.07 * expected));
    }

    @Test
    void theSameSeedDrawsTheSame() {
        double[] counts = {70, 300, 10};

        assertThat(draw(new CountSampler(new SplittableRandom(9)), counts, 100))
                .containsExactly(draw(new CountSampler(new SplittableRandom(9)), counts, 100));
    }
}
