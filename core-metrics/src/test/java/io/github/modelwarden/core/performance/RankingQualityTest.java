package io.github.modelwarden.core.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.MergeLawsContract;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankingQualityTest extends MergeLawsContract<RankingQuality, long[]> {

    @Override
    protected RankingQuality of(List<long[]> items) {
        RankingQuality quality = RankingQuality.at(3);
        for (long[] item : items) {
            Random random = new Random(item[0]);
            double[] scores = new double[5];
            double[] relevance = new double[5];
            for (int i = 0; i < 5; i++) {
                scores[i] = random.nextInt(4);
                relevance[i] = random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0;
            }
            quality.accept(scores, relevance);
        }
        return quality;
    }

    @Override
    protected long[] item(Random random) {
        return new long[] {random.nextLong()};
    }

    @Override
    protected RankingQuality combine(RankingQuality a, RankingQuality b) {
        return a.combine(b);
    }

    @Override
    protected void assertSame(RankingQuality actual, RankingQuality expected) {
        assertThat(actual.queries()).isEqualTo(expected.queries());
        assertThat(actual.answerable()).isEqualTo(expected.answerable());
        for (RankingMetric metric : RankingMetric.values()) {
            assertThat(actual.value(metric).orElse(-1))
                    .as(metric.word())
                    .isCloseTo(expected.value(metric).orElse(-1), within(1e-12));
        }
        assertThat(actual.estimate(RankingMetric.HIT_RATE, 0.95))
                .isEqualTo(expected.estimate(RankingMetric.HIT_RATE, 0.95));
    }

    private static double value(RankingMetric metric, int k, double[] scores, double... relevance) {
        RankingQuality quality = RankingQuality.at(k);
        quality.accept(scores, relevance);
        return quality.value(metric).orElseThrow();
    }

    @Test
    void discountedGainAgreesWithScikitLearnAlsoWithTies() {
        for (String name : GoldenVectors.names("ranking")) {
            String key = "ranking." + name;
            for (int k : new int[] {1, 2, 3, 5, 10}) {
                RankingQuality quality = RankingQuality.at(k);
                quality.accept(GoldenVectors.numbers(key + ".s"), GoldenVectors.numbers(key + ".relevance"));
                GoldenVectors.assertValue(quality.value(RankingMetric.NDCG), key + ".ndcg." + k);
            }
        }
    }

    @Test
    void metricsFollowTheirDefinitions() {
        double[] scores = {6, 5, 4, 3, 2, 1};
        double[] relevance = {0, 1, 0, 1, 0, 1};
        assertThat(value(RankingMetric.PRECISION, 4, scores, relevance)).isEqualTo(0.5);
        assertThat(value(RankingMetric.RECALL, 4, scores, relevance)).isEqualTo(2.0 / 3);
        assertThat(value(RankingMetric.HIT_RATE, 1, scores, relevance)).isZero();
        assertThat(value(RankingMetric.HIT_RATE, 2, scores, relevance)).isEqualTo(1);
        assertThat(value(RankingMetric.RECIPROCAL_RANK, 4, scores, relevance)).isEqualTo(0.5);
        assertThat(value(RankingMetric.RECIPROCAL_RANK, 1, scores, relevance)).isZero();
        assertThat(value(RankingMetric.AVERAGE_PRECISION, 4, scores, relevance))
                .isCloseTo((0.5 + 0.5) / 3, within(1e-15));
        assertThat(value(RankingMetric.AVERAGE_PRECISION, 2, scores, relevance)).isCloseTo(0.25, within(1e-15));
        assertThat(value(RankingMetric.PRECISION, 10, scores, relevance)).isEqualTo(0.3);
    }

    @Test
    void tiedItemsCountInTheOrderThatIsWorstForTheModel() {
        double[] tied = {1, 1, 1};
        assertThat(value(RankingMetric.RECIPROCAL_RANK, 3, tied, 1, 0, 0)).isEqualTo(1.0 / 3);
        assertThat(value(RankingMetric.HIT_RATE, 2, tied, 1, 0, 0)).isZero();
    }

    @Test
    void queriesWithNothingToFindCountForPrecisionOnly() {
        RankingQuality quality = RankingQuality.at(2);
        quality.accept(new double[] {2, 1}, new double[] {0, 0});
        assertThat(quality.value(RankingMetric.PRECISION)).hasValue(0);
        assertThat(quality.value(RankingMetric.NDCG)).isEmpty();
        quality.accept(new double[] {2, 1}, new double[] {1, 0});
        assertThat(quality.queries()).isEqualTo(2);
        assertThat(quality.answerable()).isEqualTo(1);
        assertThat(quality.value(RankingMetric.PRECISION)).hasValue(0.25);
        assertThat(quality.value(RankingMetric.NDCG)).hasValue(1);
        assertThat(quality.estimate(RankingMetric.NDCG, 0.95).orElseThrow().method())
                .isEqualTo(IntervalMethod.NONE);
        assertThat(RankingQuality.at(1).estimate(RankingMetric.PRECISION, 0.95)).isEmpty();
    }

    @Test
    void noRelevanceIsTooLargeOrTooSmall() {
        double usual = value(RankingMetric.NDCG, 3, new double[] {3, 2, 1}, 1, 2, 2);
        for (double unit : new double[] {Double.MAX_VALUE / 2, 1e308 / 2, 1e-300, 4 * Double.MIN_VALUE}) {
            assertThat(value(RankingMetric.NDCG, 3, new double[] {3, 2, 1}, unit, 2 * unit, 2 * unit))
                    .isCloseTo(usual, within(1e-12));
        }
        assertThat(value(RankingMetric.NDCG, 2, new double[] {1e308, -1e308}, 1, 0))
                .isEqualTo(1);
    }

    @Test
    void wrongUseIsRefusedWithASentence() {
        RankingQuality quality = RankingQuality.at(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> quality.accept(new double[2], new double[3]))
                .withMessageContaining("2 scores and 3 relevances");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> quality.accept(new double[] {1, Double.NaN}, new double[2]))
                .withMessageContaining("item 1: expected a score");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> quality.accept(new double[] {1}, new double[] {-1}))
                .withMessageContaining("relevance of 0 or more");
        assertThat(quality.queries()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> quality.combine(RankingQuality.at(4)))
                .withMessageContaining("first 3 places with one of the first 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankingQuality.at(0))
                .withMessageContaining("1 place");
    }
}
