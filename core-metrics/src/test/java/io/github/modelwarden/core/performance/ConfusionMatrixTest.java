package io.github.modelwarden.core.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.modelwarden.core.MergeLawsContract;
import io.github.modelwarden.core.performance.ConfusionMatrix.Outcome;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest extends MergeLawsContract<ConfusionMatrix, Outcome> {

    @Override
    protected ConfusionMatrix of(List<Outcome> items) {
        ConfusionMatrix matrix = ConfusionMatrix.EMPTY;
        for (Outcome outcome : items) {
            matrix = matrix.plus(outcome);
        }
        return matrix;
    }

    @Override
    protected Outcome item(Random random) {
        return Outcome.of(random.nextBoolean(), random.nextInt(3) == 0);
    }

    @Override
    protected ConfusionMatrix combine(ConfusionMatrix a, ConfusionMatrix b) {
        return a.combine(b);
    }

    @Override
    protected void assertSame(ConfusionMatrix actual, ConfusionMatrix expected) {
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void metricsFollowTheirDefinitions() {
        ConfusionMatrix matrix = new ConfusionMatrix(30, 10, 20, 40);

        assertThat(matrix.accuracy()).hasValue(0.7);
        assertThat(matrix.precision()).hasValue(0.75);
        assertThat(matrix.recall()).hasValue(0.6);
        assertThat(matrix.f1()).hasValue(60.0 / 90);
        assertThat(matrix.total()).isEqualTo(100);
    }

    @Test
    void aMetricWithoutDenominatorIsEmptyRatherThanZero() {
        assertThat(ConfusionMatrix.EMPTY.accuracy()).isEmpty();
        ConfusionMatrix onlyNegatives = new ConfusionMatrix(0, 0, 0, 5);
        assertThat(onlyNegatives.accuracy()).hasValue(1);
        assertThat(onlyNegatives.precision()).isEmpty();
        assertThat(onlyNegatives.recall()).isEmpty();
        assertThat(onlyNegatives.f1()).isEmpty();
        assertThat(new ConfusionMatrix(0, 3, 0, 1).precision()).hasValue(0);
        assertThat(new ConfusionMatrix(0, 3, 0, 1).recall()).isEmpty();
        assertThat(new ConfusionMatrix(0, 3, 0, 1).f1()).hasValue(0);
    }

    @Test
    void everyMetricAgreesWithScikitLearn() {
        for (String name : GoldenVectors.names("binary")) {
            String key = "binary." + name;
            ConfusionMatrix matrix = ConfusionMatrix.ofScores(
                    GoldenVectors.numbers(key + ".s"),
                    GoldenVectors.number(key + ".threshold"),
                    GoldenVectors.flags(key + ".y"));
            double[] counts = GoldenVectors.numbers(key + ".matrix");
            assertThat(matrix)
                    .isEqualTo(new ConfusionMatrix(
                            (long) counts[0], (long) counts[1], (long) counts[2], (long) counts[3]));
            for (BinaryMetric metric : BinaryMetric.values()) {
                if (GoldenVectors.has(key + ".matrix." + metric.word())) {
                    GoldenVectors.assertValue(metric.of(matrix), key + ".matrix." + metric.word());
                }
            }
        }
    }

    @Test
    void oneClassAloneLeavesUndefinedWhatNeedsTwo() {
        ConfusionMatrix negatives = new ConfusionMatrix(0, 2, 0, 3);
        assertThat(negatives.balancedAccuracy()).isEmpty();
        assertThat(negatives.matthewsCorrelation()).isEmpty();
        assertThat(negatives.falseNegativeRate()).isEmpty();
        assertThat(negatives.specificity()).hasValue(0.6);
        assertThat(negatives.falsePositiveRate()).hasValue(0.4);
        assertThat(negatives.cohenKappa()).hasValue(0);
        assertThat(negatives.positiveRate()).hasValue(0.4);
        assertThat(negatives.baseRate()).hasValue(0);
        assertThat(new ConfusionMatrix(0, 0, 0, 3).cohenKappa()).isEmpty();
        assertThat(new ConfusionMatrix(0, 0, 0, 3).fBeta(3)).isEmpty();
        for (BinaryMetric metric : BinaryMetric.values()) {
            assertThat(ConfusionMatrix.EMPTY.estimate(metric, 0.95))
                    .as(metric.word())
                    .isEmpty();
        }
    }

    @Test
    void anEstimateHasTheMetricsValueAndNeverClaimsCertainty() {
        for (ConfusionMatrix matrix : List.of(
                new ConfusionMatrix(30, 10, 20, 40),
                new ConfusionMatrix(50, 0, 0, 50),
                new ConfusionMatrix(0, 50, 50, 0),
                new ConfusionMatrix(1, 0, 0, 3_000_000_000L))) {
            for (BinaryMetric metric : BinaryMetric.values()) {
                Estimate estimate = matrix.estimate(metric, 0.95).orElseThrow();
                assertThat(estimate.value()).isEqualTo(metric.of(matrix).orElseThrow());
                assertThat(estimate.upper().orElseThrow() - estimate.lower().orElseThrow())
                        .as("%s of %s", metric.word(), matrix)
                        .isPositive();
                assertThat(estimate.upper().orElseThrow()).isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void moreConfidenceAndFewerRowsMakeWiderIntervals() {
        for (BinaryMetric metric : BinaryMetric.values()) {
            double usual = width(metric, new ConfusionMatrix(30, 10, 20, 40), 0.95);
            assertThat(width(metric, new ConfusionMatrix(30, 10, 20, 40), 0.99)).isGreaterThan(usual);
            assertThat(width(metric, new ConfusionMatrix(300, 100, 200, 400), 0.95))
                    .as(metric.word())
                    .isBetween(usual / 4, usual / 2.8);
        }
    }

    private static double width(BinaryMetric metric, ConfusionMatrix matrix, double confidence) {
        Estimate estimate = matrix.estimate(metric, confidence).orElseThrow();
        return estimate.upper().orElseThrow() - estimate.lower().orElseThrow();
    }

    @Test
    void countingManyRowsEqualsCountingThemOneByOne() {
        Random random = new Random(5);
        boolean[] predicted = new boolean[200];
        boolean[] positive = new boolean[200];
        ConfusionMatrix oneByOne = ConfusionMatrix.EMPTY;
        for (int i = 0; i < 200; i++) {
            predicted[i] = random.nextBoolean();
            positive[i] = random.nextInt(3) == 0;
            oneByOne = oneByOne.plus(Outcome.of(predicted[i], positive[i]));
        }
        assertThat(ConfusionMatrix.of(predicted, positive)).isEqualTo(oneByOne);
    }

    @Test
    void unequalLengthsAndScoresThatAreNaNAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfusionMatrix.of(new boolean[2], new boolean[1]))
                .withMessageContaining("2 predictions and 1 labels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfusionMatrix.ofScores(new double[] {1, Double.NaN}, 0.5, new boolean[2]))
                .withMessageContaining("row 1: expected a score");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfusionMatrix.EMPTY.fBeta(0))
                .withMessageContaining("beta above 0 but got 0");
    }

    @Test
    void outcomesAreNamedFromPredictionAndTruth() {
        assertThat(Outcome.of(true, true).word()).isEqualTo("tp");
        assertThat(Outcome.of(true, false).word()).isEqualTo("fp");
        assertThat(Outcome.of(false, true).word()).isEqualTo("fn");
        assertThat(Outcome.of(false, false).word()).isEqualTo("tn");
    }

    @Test
    void negativeCountsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConfusionMatrix(1, -2, 3, 4))
                .withMessageContaining("fp -2");
    }
}
