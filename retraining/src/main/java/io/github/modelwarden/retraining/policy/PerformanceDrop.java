package io.github.modelwarden.retraining.policy;

import io.github.modelwarden.core.Measurement;
import io.github.modelwarden.retraining.ModelMetric;
import io.github.modelwarden.retraining.gate.Normal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/**
 * Fires when a quality metric on matured labels is worse beyond chance: its one-sided upper confidence bound lies
 * below {@code champion's validation value − drop}, or below the floor.
 *
 * <p>The bound is Wilson's for shares and Hanley and McNeil's standard error for the area under the curve. Precision,
 * recall and F1 rest on the positive rows, so their sample size is rows times share of positives. Fewer rows than
 * {@code minMatured}, no measurement, or no reference is {@link State#UNKNOWN}.
 *
 * @param metric the metric
 * @param drop allowed drop below the validation value, 0 to 1; empty for none
 * @param floor absolute floor, 0 to 1; empty for none
 * @param confidence of the one-sided bound, in (0.5, 1)
 * @param minMatured fewest matured rows
 */
public record PerformanceDrop(
        ModelMetric metric, OptionalDouble drop, OptionalDouble floor, double confidence, long minMatured)
        implements Trigger {
    public PerformanceDrop {
        if (drop.isEmpty() && floor.isEmpty()) {
            throw new IllegalArgumentException("performance trigger: expected a drop or a floor but got neither");
        }
        for (OptionalDouble share : List.of(drop, floor)) {
            if (share.isPresent() && !(share.getAsDouble() >= 0 && share.getAsDouble() <= 1)) {
                throw new IllegalArgumentException("performance trigger: expected drop and floor between 0 and 1"
                        + " but got " + share.getAsDouble());
            }
        }
        if (!(confidence > 0.5 && confidence < 1) || minMatured < 1) {
            throw new IllegalArgumentException("performance trigger: expected a confidence between 0.5 and 1 and"
                    + " minMatured of at least 1 but got " + confidence + " and " + minMatured);
        }
    }

    @Override
    public String word() {
        return "performance";
    }

    @Override
    public Reading read(PolicyContext context) {
        String signal = "performance." + metric.word();
        Optional<Measurement> newest = context.performance().stream()
                .filter(m -> m.name().equals(metric.measurement()))
                .filter(m -> !m.at().isAfter(context.now()))
                .max(Comparator.comparing(Measurement::at).thenComparing(Measurement::window));
        if (newest.isEmpty() || newest.get().sampleCount() < minMatured) {
            long n = newest.map(Measurement::sampleCount).orElse(0L);
            Double value = newest.map(Measurement::value).orElse(null);
            return reading(
                    State.UNKNOWN,
                    new Evidence(
                            signal,
                            value,
                            null,
                            n,
                            context.now(),
                            context.now(),
                            metric.word() + " is unknown: " + n + " matured rows where " + minMatured + " are needed"));
        }
        return judge(signal, newest.get(), context);
    }

    private Reading judge(String signal, Measurement m, PolicyContext context) {
        double upper = Uncertainty.upperBound(
                metric, m.value(), m.sampleCount(), context.labels().positiveShare(), Normal.quantile(confidence));
        List<Evidence> evidence = new ArrayList<>();
        State state = State.QUIET;
        OptionalDouble reference = context.champion().validation().value(metric);
        if (drop.isPresent() && reference.isPresent()) {
            double limit = reference.getAsDouble() - drop.getAsDouble();
            evidence.add(compare(
                    signal + ".drop",
                    m,
                    upper,
                    limit,
                    String.format(
                            Locale.ROOT,
                            "the champion's %.4f less %.4f",
                            reference.getAsDouble(),
                            drop.getAsDouble())));
            state = upper < limit ? State.FIRED : state;
        } else if (drop.isPresent()) {
            evidence.add(new Evidence(
                    signal + ".drop",
                    m.value(),
                    null,
                    m.sampleCount(),
                    m.at().minus(m.window()),
                    m.at(),
                    "the champion has no validation " + metric.word() + " to compare with"));
            state = floor.isPresent() ? state : State.UNKNOWN;
        }
        if (floor.isPresent()) {
            evidence.add(compare(signal + ".floor", m, upper, floor.getAsDouble(), "the floor"));
            state = upper < floor.getAsDouble() ? State.FIRED : state;
        }
        return new Reading(state, word(), evidence);
    }

    private Evidence compare(String signal, Measurement m, double upper, double limit, String what) {
        return new Evidence(
                signal,
                m.value(),
                limit,
                m.sampleCount(),
                m.at().minus(m.window()),
                m.at(),
                String.format(
                        Locale.ROOT,
                        "%s %.4f on %d rows (upper bound %.4f at %.0f %%) is %s %.4f (%s)",
                        metric.word(),
                        m.value(),
                        m.sampleCount(),
                        upper,
                        100 * confidence,
                        upper < limit ? "below" : "not below",
                        limit,
                        what));
    }

    private Reading reading(State state, Evidence evidence) {
        return new Reading(state, word(), List.of(evidence));
    }

    @Override
    public Trigger mapDurations(UnaryOperator<Duration> change) {
        return this;
    }
}
