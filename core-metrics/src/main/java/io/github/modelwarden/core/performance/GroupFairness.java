package io.github.modelwarden.core.performance;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A model's treatment of two groups, from the confusion matrix of each; the positive class is the favourable outcome.
 * Intervals are put together from Wilson's of the single rates. Mergeable as the matrices are. Immutable.
 *
 * @param privileged the group that is compared with
 * @param unprivileged the group that may be treated worse
 */
public record GroupFairness(ConfusionMatrix privileged, ConfusionMatrix unprivileged) {

    /**
     * Adds up two comparisons of the same groups.
     *
     * @param other another comparison
     * @return the sums
     */
    public GroupFairness combine(GroupFairness other) {
        return new GroupFairness(privileged.combine(other.privileged), unprivileged.combine(other.unprivileged));
    }

    /**
     * Computes a metric.
     *
     * @param metric the metric
     * @return the value; empty where it is undefined; positive infinity for a ratio to 0
     */
    public OptionalDouble value(FairnessMetric metric) {
        return switch (metric) {
            case STATISTICAL_PARITY_DIFFERENCE -> difference(BinaryMetric.POSITIVE_RATE);
            case DISPARATE_IMPACT_RATIO -> ratio();
            case EQUAL_OPPORTUNITY_DIFFERENCE -> difference(BinaryMetric.RECALL);
            case AVERAGE_ODDS_DIFFERENCE -> {
                OptionalDouble recall = difference(BinaryMetric.RECALL);
                OptionalDouble alarms = difference(BinaryMetric.FALSE_POSITIVE_RATE);
                yield recall.isEmpty() || alarms.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of((recall.getAsDouble() + alarms.getAsDouble()) / 2);
            }
        };
    }

    private OptionalDouble difference(BinaryMetric rate) {
        OptionalDouble theirs = rate.of(unprivileged);
        OptionalDouble base = rate.of(privileged);
        return theirs.isEmpty() || base.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(theirs.getAsDouble() - base.getAsDouble());
    }

    private OptionalDouble ratio() {
        OptionalDouble theirs = unprivileged.positiveRate();
        OptionalDouble base = privileged.positiveRate();
        return theirs.isEmpty() || base.isEmpty() || (theirs.getAsDouble() == 0 && base.getAsDouble() == 0)
                ? OptionalDouble.empty()
                : OptionalDouble.of(theirs.getAsDouble() / base.getAsDouble());
    }

    /**
     * Computes a metric with its interval.
     *
     * @param metric the metric
     * @param confidence the confidence level, above 0 and below 1
     * @return the estimate; empty where the metric is undefined or infinite
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Optional<Estimate> estimate(FairnessMetric metric, double confidence) {
        Estimate.requireConfidence(confidence);
        OptionalDouble value = value(metric);
        if (value.isEmpty() || Double.isInfinite(value.getAsDouble())) {
            return Optional.empty();
        }
        Span span = switch (metric) {
            case STATISTICAL_PARITY_DIFFERENCE ->
                differences(confidence, BinaryMetric.POSITIVE_RATE).within(-1, 1);
            case DISPARATE_IMPACT_RATIO ->
                Mover.ratio(
                        rate(BinaryMetric.POSITIVE_RATE, unprivileged, confidence),
                        rate(BinaryMetric.POSITIVE_RATE, privileged, confidence));
            case EQUAL_OPPORTUNITY_DIFFERENCE ->
                differences(confidence, BinaryMetric.RECALL).within(-1, 1);
            case AVERAGE_ODDS_DIFFERENCE ->
                differences(confidence, BinaryMetric.RECALL, BinaryMetric.FALSE_POSITIVE_RATE)
                        .within(-1, 1);
        };
        long rows = privileged.total() + unprivileged.total();
        return Optional.of(span.estimate(value.getAsDouble(), confidence, IntervalMethod.MOVER, rows));
    }

    /** The mean of the differences of several rates. */
    private Span differences(double confidence, BinaryMetric... rates) {
        double weight = 1.0 / rates.length;
        double[] weights = new double[2 * rates.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i % 2 == 0 ? weight : -weight;
        }
        List<Estimate> parts = Stream.of(rates)
                .flatMap(r -> Stream.of(rate(r, unprivileged, confidence), rate(r, privileged, confidence)))
                .toList();
        return Mover.sum(weights, parts);
    }

    private static Estimate rate(BinaryMetric metric, ConfusionMatrix group, double confidence) {
        return metric.estimate(group, confidence).orElseThrow();
    }
}
