package io.github.modelwarden.dashboards;

import io.github.modelwarden.alerting.RuleSet;
import io.github.modelwarden.alerting.Signal;
import io.github.modelwarden.core.catalog.MetricDefinition;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The lines that a set of alert rules draws into panels, found by what the rules look at. */
final class RuleThresholds {

    private final RuleSet rules;

    RuleThresholds(RuleSet rules) {
        this.rules = rules;
    }

    /** Rules on a share of a counter's increase, for example server errors of all requests. */
    List<Threshold> onRatiosOf(MetricDefinition counter) {
        return lines(signal -> signal.match(
                ratio -> ratio.denominator().stream()
                        .allMatch(term -> term.metric().equals(counter.name())),
                quantile -> false,
                gauge -> false));
    }

    /** Rules on a quantile of a histogram. */
    List<Threshold> onQuantilesOf(MetricDefinition histogram) {
        return lines(signal ->
                signal.match(ratio -> false, quantile -> quantile.metric().equals(histogram.name()), gauge -> false));
    }

    /** Rules on one of several gauges. */
    List<Threshold> onGauges(MetricDefinition... gauges) {
        return lines(signal -> signal.match(
                ratio -> false,
                quantile -> false,
                gauge -> Stream.of(gauges).anyMatch(metric -> metric.name().equals(gauge.metric()))));
    }

    private List<Threshold> lines(Function<Signal, Boolean> isOn) {
        return rules.rules().stream()
                .filter(rule -> isOn.apply(rule.signal()))
                .flatMap(rule -> Threshold.of(rule).stream())
                .toList();
    }
}
