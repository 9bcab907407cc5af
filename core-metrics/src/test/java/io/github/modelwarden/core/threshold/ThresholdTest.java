package io.github.modelwarden.core.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThresholdTest {

    private static final double[] TO_29 =
            IntStream.range(0, 30).mapToDouble(i -> i).toArray();

    @Test
    void boundsAreInsideAndOneOfThemMayBeMissing() {
        assertThat(Bounds.between(0, 1).breaches(-0.1, 0, 0.5, 1, 1.1, Double.POSITIVE_INFINITY))
                .containsExactly(0, 4, 5);
        assertThat(Bounds.atMost(1).breaches(-1, 2, 3, 0.5)).containsExactly(1, 2);
        assertThat(Bounds.atLeast(0).breaches(-1, 2)).containsExactly(0);
    }

    @Test
    void boundsThatAreNoRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bounds.between(0, -1))
                .withMessageContaining("lower bound to be below the upper one but got 0.0 to -1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Bounds.between(2.1, 2.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bounds.atLeast(Double.NaN))
                .withMessageContaining("got NaN to none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bounds.atLeast(0).breaches(1, Double.NaN))
                .withMessageContaining("leave out what was not measured");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StandardDeviationThreshold.withDefaults()
                        .withoutLower()
                        .withoutUpper()
                        .bounds(1, 2))
                .withMessageContaining("neither");
    }

    @Test
    void boundsLieSoManyStandardDeviationsFromATypicalValue() {
        double deviation = Math.sqrt((30 * 30 - 1) / 12.0);
        StandardDeviationThreshold threshold =
                StandardDeviationThreshold.withDefaults().withLower(1.4).withUpper(2);
        assertBounds(threshold.withOffset(Offset.MEAN).bounds(TO_29), 14.5 - 1.4 * deviation, 14.5 + 2 * deviation);
        assertBounds(threshold.withOffset(Offset.MEDIAN).bounds(TO_29), 14.5 - 1.4 * deviation, 14.5 + 2 * deviation);
        assertBounds(threshold.withOffset(Offset.MIN).bounds(TO_29), -1.4 * deviation, 2 * deviation);
        assertBounds(threshold.withOffset(Offset.MAX).bounds(TO_29), 29 - 1.4 * deviation, 29 + 2 * deviation);
        assertThat(threshold.withoutLower().bounds(TO_29).lower()).isEmpty();
        assertThat(threshold.withoutUpper().bounds(TO_29).upper()).isEmpty();
        assertBounds(
                StandardDeviationThreshold.withDefaults()
                        .withOffset(Offset.MEDIAN)
                        .bounds(0, 1, 5),
                1 - 3 * Math.sqrt(14 / 3.0),
                1 + 3 * Math.sqrt(14 / 3.0));
        assertBounds(
                StandardDeviationThreshold.withDefaults()
                        .withSampleDeviation(true)
                        .withOffset(Offset.MEDIAN)
                        .bounds(0, 1, 5),
                1 - 3 * Math.sqrt(14 / 2.0),
                1 + 3 * Math.sqrt(14 / 2.0));
    }

    private static void assertBounds(Bounds bounds, double lower, double upper) {
        assertThat(bounds.lower().orElseThrow()).isCloseTo(lower, within(1e-12));
        assertThat(bounds.upper().orElseThrow()).isCloseTo(upper, within(1e-12));
    }

    @Test
    void aHistoryThatSaysNothingAboutSpreadIsRefused() {
        StandardDeviationThreshold threshold = StandardDeviationThreshold.withDefaults();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> threshold.bounds(1))
                .withMessageContaining("at least 2 values to learn from but got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> threshold.bounds(4, 4, 4))
                .withMessageContaining("all 3 are 4.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> threshold.bounds(4, Double.NaN))
                .withMessageContaining("value 1 is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> threshold.withLower(Double.NaN))
                .withMessageContaining("multiplier of at least 0");
    }

    @Test
    void anAnomalyTakesNoPartInTheRangeItIsHeldAgainst() {
        double[] values = {1, 1.5, 0.5, 1000, 500, 1};
        BatchNormalAnomaly search = BatchNormalAnomaly.withDefaults();
        assertThat(search.anomalies(values, 3, 5)).containsExactly(3, 4);
        assertThat(search.withIntervalIncluded(true).anomalies(values, 3, 5)).isEmpty();
        assertThat(search.withFactors(Double.POSITIVE_INFINITY, 3).anomalies(values, 3, 5))
                .containsExactly(3, 4);
        assertThat(search.withFactors(3, Double.POSITIVE_INFINITY).anomalies(values, 3, 5))
                .isEmpty();
        assertThat(search.anomalies(values, 3, 99)).containsExactly(3, 4);
    }

    @Test
    void aRestThatIsConstantLeavesNoRoom() {
        assertThat(BatchNormalAnomaly.withDefaults().anomalies(new double[] {1, 1, 1, 1.001, 1, 1}, 3, 5))
                .containsExactly(3);
    }

    @Test
    void batchSearchesWithNothingToLearnFromAreRefused() {
        BatchNormalAnomaly search = BatchNormalAnomaly.withDefaults();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search.anomalies(new double[] {1, 2, 3}, 0, 2))
                .withMessageContaining("at least 2 values to learn from but got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search.anomalies(new double[] {1, 2, 3}, 2, 2))
                .withMessageContaining("within the 3 values but got 2 to 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search.anomalies(new double[] {1, 2, 3, Double.NaN}, 3, 4))
                .withMessageContaining("value 3 is NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> search.withFactors(-1, 3));
    }

    @Test
    void equalityHoldsWithinTheLargerTolerance() {
        ThresholdCondition half = ThresholdCondition.of(Comparison.EQ, 1).withRelative(0.5);
        assertThat(half.holds(1.3)).isTrue();
        assertThat(half.holds(0.5)).isTrue();
        assertThat(half.holds(1.51)).isFalse();
        ThresholdCondition ten = ThresholdCondition.of(Comparison.EQ, 10).withAbsolute(0.5);
        assertThat(ten.holds(10.5)).isTrue();
        assertThat(ten.holds(10.51)).isFalse();
        assertThat(ten.withRelative(0.1).holds(11)).isTrue();
        assertThat(ThresholdCondition.of(Comparison.NOT_EQ, 10)
                        .withAbsolute(0.5)
                        .holds(10.4))
                .isFalse();
    }

    @Test
    void strictComparisonsHoldOnlyBeyondTheTolerance() {
        for (Comparison comparison : Comparison.values()) {
            assertThat(Comparison.ofWord(comparison.word())).isEqualTo(comparison);
            assertThat(ThresholdCondition.of(comparison, 1).holds(Double.NaN))
                    .as(comparison.word())
                    .isFalse();
        }
        assertThat(ThresholdCondition.of(Comparison.GT, 1).withAbsolute(0.1).holds(1.05))
                .isFalse();
        assertThat(ThresholdCondition.of(Comparison.GTE, 1).withAbsolute(0.1).holds(0.95))
                .isTrue();
        assertThat(ThresholdCondition.of(Comparison.LT, 1).withAbsolute(0.1).holds(0.95))
                .isFalse();
        assertThat(ThresholdCondition.of(Comparison.LTE, 1).withAbsolute(0.1).holds(1.05))
                .isTrue();
        assertThat(ThresholdCondition.of(Comparison.GT, 1).holds(1)).isFalse();
        assertThat(ThresholdCondition.of(Comparison.LTE, 1).holds(1)).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.ofWord("above"))
                .withMessageContaining("[eq, not_eq, gt, gte, lt, lte]");
    }
}
