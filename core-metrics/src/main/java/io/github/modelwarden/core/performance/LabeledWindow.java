package io.github.modelwarden.core.performance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The predictions made in a span of time and the labels that have arrived for them.
 *
 * @param <A> what counts labelled rows
 * @param from start of the span, by the time of prediction
 * @param to end of the span, not included
 * @param predictions predictions made
 * @param labeled those of them whose label has arrived
 * @param maturity share of the labels to come that have had time to; empty without predictions, or if delays are to be
 *     learned from fewer labels than the policy's minimum
 * @param horizon the delay up to which labels count as to come: the policy's, or the longest that the data could show
 * @param scoreShift mean score of labelled minus that of the other predictions, in standard deviations; empty with
 *     fewer than 30 of either
 * @param performance the labelled rows; a copy
 * @param warnings why the performance may not be trusted; unmodifiable
 */
public record LabeledWindow<A>(
        Instant from,
        Instant to,
        long predictions,
        long labeled,
        OptionalDouble maturity,
        Optional<Duration> horizon,
        OptionalDouble scoreShift,
        A performance,
        Set<WindowWarning> warnings) {

    public LabeledWindow {
        Set<WindowWarning> ordered = EnumSet.noneOf(WindowWarning.class);
        ordered.addAll(warnings);
        warnings = Collections.unmodifiableSet(ordered);
    }

    /** {@return the share of predictions with a label; empty without predictions} */
    public OptionalDouble coverage() {
        return predictions == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) labeled / predictions);
    }

    /** {@return whether nothing speaks against the performance} */
    public boolean trustworthy() {
        return warnings.isEmpty();
    }

    /** {@return a sentence for each warning} */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (WindowWarning warning : warnings) {
            sentences.add(
                    switch (warning) {
                        case FEW_LABELS ->
                            "only " + labeled + " of " + predictions
                                    + (predictions == 1 ? " prediction" : " predictions")
                                    + (labeled == 1 ? " has" : " have") + " a label yet";
                        case LOW_COVERAGE ->
                            "the labels cover a share of " + text(coverage()) + " of the predictions only";
                        case IMMATURE ->
                            maturity.isEmpty()
                                    ? "it is not known yet how long labels take"
                                    : "a share of " + text(maturity) + " of the labels has had time to arrive; wait for"
                                            + " more";
                        case BIASED_LABELS ->
                            "predictions with a label score " + text(scoreShift)
                                    + " standard deviations away from those without; what arrived first may not stand"
                                    + " for all";
                    });
        }
        return sentences;
    }

    private static String text(OptionalDouble value) {
        return value.isEmpty() ? "unknown" : String.format(Locale.ROOT, "%.3f", value.getAsDouble());
    }
}
