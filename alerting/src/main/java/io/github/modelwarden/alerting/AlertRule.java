package io.github.modelwarden.alerting;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An alert rule, written once for every target. Immutable.
 *
 * @param id identity in every target: lower-case letters, digits and {@code _}, starting with a letter
 * @param title what people call it
 * @param signal what it looks at
 * @param minimum how much a value must rest on
 * @param condition when a value is bad
 * @param timing when an alert starts and stops
 * @param noData what happens when nothing can be judged
 * @param presentation what people are shown
 */
public record AlertRule(
        String id,
        String title,
        Signal signal,
        Minimum minimum,
        Condition condition,
        Timing timing,
        NoData noData,
        Presentation presentation) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Duration LONGEST_PATIENCE = Duration.ofMinutes(30);

    public AlertRule {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "rule '" + id + "': expected an id of lower-case letters, digits and '_', starting with a letter");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("rule '" + id + "': expected a title but it is blank");
        }
        Objects.requireNonNull(timing, "timing");
        Objects.requireNonNull(noData, "noData");
        Objects.requireNonNull(condition, "condition");
        Template.of(presentation.summary()).requireKnown(id, signal.groupBy());
        presentation.description().ifPresent(text -> Template.of(text).requireKnown(id, signal.groupBy()));
        requireCountable(id, signal, minimum);
    }

    private static void requireCountable(String id, Signal signal, Minimum minimum) {
        boolean counted = minimum.count() == 0
                || minimum.metric().isPresent()
                || signal.groupBy().contains("feature");
        if (!signal.match(ratio -> true, quantile -> true, gauge -> counted)) {
            throw new IllegalArgumentException("rule '" + id + "': a minimum of " + minimum.count()
                    + " needs the series that tells how many samples the gauge rests on; name it as minimum.metric");
        }
    }

    /** {@return the id of the alert that tells that nothing can be judged} */
    public String noDataId() {
        return id + "_no_data";
    }

    /**
     * How long nothing could be judged before the separate alert fires: the window, at most half an hour, but not less
     * than the rule's own {@code for}. A service that has just started gets the time to see enough.
     *
     * @return the duration
     */
    public Duration noDataPatience() {
        Duration patience = signal.window().compareTo(LONGEST_PATIENCE) < 0 ? signal.window() : LONGEST_PATIENCE;
        return patience.compareTo(timing.lasting()) < 0 ? timing.lasting() : patience;
    }

    /** {@return the labels that tell alerts of this rule apart} */
    public List<String> groupBy() {
        return signal.groupBy();
    }

    /**
     * The rule on a faster or slower clock: window, for, keepFiringFor and evaluateEvery are multiplied; counts stay.
     *
     * @param factor above 0; 1/1440 runs a day in a minute. Windows stay at least one second
     * @return the scaled rule
     */
    public AlertRule scaledBy(double factor) {
        if (!(factor > 0 && Double.isFinite(factor))) {
            throw new IllegalArgumentException("rule '" + id + "': expected a factor above 0 but got " + factor);
        }
        Signal scaled = signal.scaledBy(factor);
        return new AlertRule(
                id,
                title,
                scaled,
                minimum.rewindowed(signal.window(), scaled.window()),
                condition,
                timing.scaledBy(factor),
                noData,
                presentation);
    }

    /**
     * The rule with another minimum count.
     *
     * @param count smallest number of samples, at least 0
     * @return the changed rule
     */
    public AlertRule withMinimumCount(long count) {
        return new AlertRule(id, title, signal, minimum.withCount(count), condition, timing, noData, presentation);
    }
}
