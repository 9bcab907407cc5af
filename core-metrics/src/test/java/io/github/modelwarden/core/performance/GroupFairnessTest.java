package io.github.modelwarden.core.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.MergeLawsContract;
import io.github.modelwarden.core.performance.ConfusionMatrix.Outcome;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupFairnessTest extends MergeLawsContract<GroupFairness, GroupFairness> {

    private static final GroupFairness EXAMPLE =
            new GroupFairness(new ConfusionMatrix(30, 10, 20, 40), new ConfusionMatrix(10, 5, 15, 20));

    @Override
    protected GroupFairness of(List<GroupFairness> items) {
        GroupFairness all = new GroupFairness(ConfusionMatrix.EMPTY, ConfusionMatrix.EMPTY);
        for (GroupFairness item : items) {
            all = all.combine(item);
        }
        return all;
    }

    @Override
    protected GroupFairness item(Random random) {
        ConfusionMatrix row = ConfusionMatrix.EMPTY.plus(Outcome.of(random.nextBoolean(), random.nextBoolean()));
        return random.nextBoolean()
                ? new GroupFairness(row, ConfusionMatrix.EMPTY)
                : new GroupFairness(ConfusionMatrix.EMPTY, row);
    }

    @Override
    protected GroupFairness combine(GroupFairness a, GroupFairness b) {
        return a.combine(b);
    }

    @Override
    protected void assertSame(GroupFairness actual, GroupFairness expected) {
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void metricsFollowTheirDefinitions() {
        assertThat(EXAMPLE.value(FairnessMetric.STATISTICAL_PARITY_DIFFERENCE).orElseThrow())
                .isCloseTo(0.3 - 0.4, within(1e-15));
        assertThat(EXAMPLE.value(FairnessMetric.DISPARATE_IMPACT_RATIO).orElseThrow())
                .isCloseTo(0.75, within(1e-15));
        assertThat(EXAMPLE.value(FairnessMetric.EQUAL_OPPORTUNITY_DIFFERENCE).orElseThrow())
                .isCloseTo(0.4 - 0.6, within(1e-15));
        assertThat(EXAMPLE.value(FairnessMetric.AVERAGE_ODDS_DIFFERENCE).orElseThrow())
                .isCloseTo(((0.4 - 0.6) + (0.2 - 0.2)) / 2, within(1e-15));
    }

    @Test
    void differencesHaveNewcombesInterval() {
        // Newcombe 1998, method 10, example (a): 56/70 − 48/80 has 0.0524 to 0.3339
        GroupFairness fairness =
                new GroupFairness(new ConfusionMatrix(48, 0, 0, 32), new ConfusionMatrix(56, 0, 0, 14));
        Estimate estimate = fairness.estimate(FairnessMetric.STATISTICAL_PARITY_DIFFERENCE, 0.95)
                .orElseThrow();
        assertThat(estimate.value()).isCloseTo(0.2, within(1e-12));
        assertThat(estimate.lower().orElseThrow()).isCloseTo(0.0524, within(5e-5));
        assertThat(estimate.upper().orElseThrow()).isCloseTo(0.3339, within(5e-5));
    }

    @Test
    void theIntervalOfTheRatioIsThatOfTheDifferenceTurnedRound() {
        // r is a bound exactly if 0 is a bound of unprivileged − r·privileged
        Estimate ratio =
                EXAMPLE.estimate(FairnessMetric.DISPARATE_IMPACT_RATIO, 0.95).orElseThrow();
        Estimate theirs = EXAMPLE.unprivileged()
                .estimate(BinaryMetric.POSITIVE_RATE, 0.95)
                .orElseThrow();
        Estimate base =
                EXAMPLE.privileged().estimate(BinaryMetric.POSITIVE_RATE, 0.95).orElseThrow();
        Span atLower = Mover.sum(new double[] {1, -ratio.lower().orElseThrow()}, List.of(theirs, base));
        Span atUpper = Mover.sum(new double[] {1, -ratio.upper().orElseThrow()}, List.of(theirs, base));
        assertThat(atLower.lower()).isCloseTo(0, within(1e-12));
        assertThat(atUpper.upper()).isCloseTo(0, within(1e-12));
        assertThat(ratio.lower().orElseThrow()).isBetween(0.4, 0.6);
    }

    @Test
    void aRatioToZeroIsInfiniteAndHasNoEstimate() {
        GroupFairness none = new GroupFairness(new ConfusionMatrix(0, 0, 1, 1), new ConfusionMatrix(1, 1, 0, 0));
        assertThat(none.value(FairnessMetric.DISPARATE_IMPACT_RATIO)).hasValue(Double.POSITIVE_INFINITY);
        assertThat(none.estimate(FairnessMetric.DISPARATE_IMPACT_RATIO, 0.95)).isEmpty();
        GroupFairness reversed = new GroupFairness(none.unprivileged(), none.privileged());
        Estimate zero =
                reversed.estimate(FairnessMetric.DISPARATE_IMPACT_RATIO, 0.95).orElseThrow();
        assertThat(zero.value()).isZero();
        assertThat(zero.lower()).hasValue(0);
        assertThat(zero.upper().orElseThrow()).isGreaterThan(0.5);
        GroupFairness nobody = new GroupFairness(none.privileged(), none.privileged());
        assertThat(nobody.value(FairnessMetric.DISPARATE_IMPACT_RATIO)).isEmpty();
    }

    @Test
    void anEmptyGroupLeavesEverythingUndefined() {
        GroupFairness empty = new GroupFairness(EXAMPLE.privileged(), ConfusionMatrix.EMPTY);
        for (FairnessMetric metric : FairnessMetric.values()) {
            assertThat(empty.value(metric)).as(metric.word()).isEmpty();
            assertThat(empty.estimate(metric, 0.95)).as(metric.word()).isEmpty();
        }
    }
}
