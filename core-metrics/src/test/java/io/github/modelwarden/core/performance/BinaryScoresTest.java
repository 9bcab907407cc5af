package io.github.modelwarden.core.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BinaryScoresTest {

    private static BinaryScores golden(String name) {
        return filled(
                BinaryScores.create(),
                GoldenVectors.numbers("binary." + name + ".s"),
                GoldenVectors.flags("binary." + name + ".y"));
    }

    private static BinaryScores filled(BinaryScores scores, double[] s, boolean[] positive) {
        for (int i = 0; i < s.length; i++) {
            scores.accept(s[i], positive[i]);
        }
        return scores;
    }

    @Test
    void everyMetricAgreesWithScikitLearn() {
        for (String name : GoldenVectors.names("binary")) {
            BinaryScores scores = golden(name);
            for (ScoreMetric metric : ScoreMetric.values()) {
                GoldenVectors.assertValue(scores.value(metric), "binary." + name + ".score." + metric.word());
            }
            GoldenVectors.assertValue(scores.expectedCalibrationError(20), "binary." + name + ".ece_20");
        }
    }

    @Test
    void theCurvesAgreeWithScikitLearn() {
        for (String name : GoldenVectors.names("binary")) {
            BinaryScores scores = golden(name);
            for (boolean drop : new boolean[] {true, false}) {
                List<RocPoint> curve = scores.rocCurve(drop);
                String key = "binary." + name + ".roc." + drop;
                GoldenVectors.assertValues(numbers(curve, RocPoint::falsePositiveRate), key + ".fpr");
                GoldenVectors.assertValues(numbers(curve, RocPoint::truePositiveRate), key + ".tpr");
                GoldenVectors.assertValues(
                        numbers(curve.subList(1, curve.size()), RocPoint::threshold), key + ".thresholds");
                assertThat(curve.get(0).threshold()).isEqualTo(Double.POSITIVE_INFINITY);
            }
            List<PrecisionRecallPoint> curve = scores.precisionRecallCurve();
            GoldenVectors.assertValues(
                    numbers(curve, PrecisionRecallPoint::precision), "binary." + name + ".pr.precision");
            GoldenVectors.assertValues(numbers(curve, PrecisionRecallPoint::recall), "binary." + name + ".pr.recall");
            GoldenVectors.assertValues(
                    numbers(curve, PrecisionRecallPoint::threshold), "binary." + name + ".pr.thresholds");
        }
    }

    @Test
    void reliabilityCurvesAgreeWithScikitLearn() {
        for (String name : GoldenVectors.names("binary")) {
            for (ReliabilityStrategy strategy : ReliabilityStrategy.values()) {
                for (int bins : new int[] {3, 10}) {
                    List<ReliabilityBin> curve = golden(name).reliabilityCurve(strategy, bins);
                    String key =
                            "binary." + name + ".reliability." + strategy.name().toLowerCase(Locale.ROOT) + "." + bins;
                    GoldenVectors.assertValues(numbers(curve, ReliabilityBin::positiveShare), key + ".true");
                    GoldenVectors.assertValues(numbers(curve, ReliabilityBin::meanScore), key + ".pred");
                    for (ReliabilityBin bin : curve) {
                        assertThat(bin.meanScore()).isBetween(bin.lower() - 1e-12, bin.upper() + 1e-12);
                        assertThat(bin.positiveShareEstimate(0.95).value()).isEqualTo(bin.positiveShare());
                    }
                }
            }
        }
    }

    private static <T> double[] numbers(List<T> points, java.util.function.ToDoubleFunction<T> coordinate) {
        return points.stream().mapToDouble(coordinate).toArray();
    }

    @Test
    void theMatrixOfAThresholdCountsScoresFromThereOnAsPositive() {
        for (String name : GoldenVectors.names("binary")) {
            double[] s = GoldenVectors.numbers("binary." + name + ".s");
            boolean[] y = GoldenVectors.flags("binary." + name + ".y");
            for (double threshold : new double[] {-1, 0, 0.3, 0.5, 0.7, 1, 2}) {
                assertThat(golden(name).matrix(threshold)).isEqualTo(ConfusionMatrix.ofScores(s, threshold, y));
                if (threshold >= 0 && threshold != 1) {
                    assertThat(filled(BinaryScores.withHistogram(100), s, y).matrix(threshold))
                            .isEqualTo(ConfusionMatrix.ofScores(s, threshold, y));
                }
            }
        }
    }

    @Test
    void aHistogramIsExactForLossAndCalibrationAndStatesHowFarItsAreaIsOff() {
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            BinaryScores exact = BinaryScores.create();
            BinaryScores binned = BinaryScores.withHistogram(seed % 2 == 0 ? 100 : 1000);
            for (int i = 0; i < 500; i++) {
                double score = random.nextInt(4) == 0 ? random.nextInt(11) / 10.0 : random.nextDouble();
                boolean positive = random.nextDouble() < score;
                exact.accept(score, positive);
                binned.accept(score, positive);
            }
            for (ScoreMetric metric :
                    List.of(ScoreMetric.LOG_LOSS, ScoreMetric.BRIER, ScoreMetric.ECE, ScoreMetric.MCE)) {
                assertThat(binned.value(metric).orElseThrow())
                        .as("seed %d, %s", seed, metric)
                        .isCloseTo(exact.value(metric).orElseThrow(), within(1e-12));
            }
            double bound = binned.rocAucErrorBound().orElseThrow();
            double difference = binned.value(ScoreMetric.ROC_AUC).orElseThrow()
                    - exact.value(ScoreMetric.ROC_AUC).orElseThrow();
            assertThat(Math.abs(difference)).as("seed %d", seed).isLessThanOrEqualTo(bound);
            assertThat(bound).isBetween(1e-6, seed % 2 == 0 ? 0.02 : 0.01);
            Estimate narrow = exact.estimate(ScoreMetric.ROC_AUC, 0.95).orElseThrow();
            Estimate wide = binned.estimate(ScoreMetric.ROC_AUC, 0.95).orElseThrow();
            assertThat(wide.lower().orElseThrow()).isCloseTo(narrow.lower().orElseThrow(), within(2 * bound + 1e-3));
            assertThat(wide.lower().orElseThrow()).isLessThan(narrow.lower().orElseThrow() + 1e-4);
            assertThat(exact.rocAucErrorBound()).hasValue(0);
            for (ReliabilityStrategy strategy : ReliabilityStrategy.values()) {
                List<ReliabilityBin> curve = binned.reliabilityCurve(strategy, 5);
                assertThat(curve).hasSize(5);
                assertThat(curve.stream().mapToLong(ReliabilityBin::count).sum())
                        .isEqualTo(500);
            }
        }
    }

    @Test
    void scoresThatAreNoProbabilitiesCanBeRankedOnly() {
        BinaryScores scores = filled(BinaryScores.create(), new double[] {-2, 3, 0.5, -0.0, 0.0}, new boolean[] {
            false, true, true, true, false
        });
        assertThat(scores.value(ScoreMetric.ROC_AUC)).hasValue(5.5 / 6);
        assertThat(scores.value(ScoreMetric.BRIER)).isEmpty();
        assertThat(scores.value(ScoreMetric.ECE)).isEmpty();
        assertThat(scores.estimate(ScoreMetric.MCE, 0.95)).isEmpty();
        assertThat(scores.expectedCalibrationError(10)).isEmpty();
        assertThat(scores.reliabilityCurve(ReliabilityStrategy.UNIFORM, 10)).isEmpty();
    }

    @Test
    void oneClassAloneLeavesRankingUndefinedButNotLoss() {
        BinaryScores scores = filled(BinaryScores.create(), new double[] {0.25, 0.5}, new boolean[2]);
        for (ScoreMetric metric : List.of(
                ScoreMetric.ROC_AUC,
                ScoreMetric.GINI,
                ScoreMetric.KS,
                ScoreMetric.AVERAGE_PRECISION,
                ScoreMetric.PR_AUC_TRAPEZOID)) {
            assertThat(scores.value(metric)).as(metric.word()).isEmpty();
            assertThat(scores.estimate(metric, 0.95)).as(metric.word()).isEmpty();
        }
        assertThat(scores.value(ScoreMetric.BRIER)).hasValue((0.0625 + 0.25) / 2);
        assertThat(scores.rocCurve(true)).isEmpty();
        assertThat(scores.precisionRecallCurve()).isEmpty();
        assertThat(scores.rocAucErrorBound()).isEmpty();
        for (ScoreMetric metric : ScoreMetric.values()) {
            assertThat(BinaryScores.create().value(metric)).as(metric.word()).isEmpty();
            assertThat(BinaryScores.withHistogram(10).estimate(metric, 0.95)).isEmpty();
        }
    }

    @Test
    void wrongUseIsRefusedWithASentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinaryScores.create().accept(Double.NaN, true))
                .withMessageContaining("expected a score but got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinaryScores.withHistogram(100).accept(1.5, true))
                .withMessageContaining("expected a score from 0 to 1 but got 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinaryScores.withHistogram(64))
                .withMessageContaining("multiple of 10 bins");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinaryScores.create().combine(BinaryScores.withHistogram(100)))
                .withMessageContaining("kept one by one with scores in 100 bins");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinaryScores.withHistogram(100).matrix(0.505))
                .withMessageContaining("multiple of 1/100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinaryScores.withHistogram(100).reliabilityCurve(ReliabilityStrategy.UNIFORM, 30))
                .withMessageContaining("divisor of the histogram's 100");
    }
}
