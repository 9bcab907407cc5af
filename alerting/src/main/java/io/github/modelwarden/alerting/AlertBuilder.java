package io.github.modelwarden.alerting;

import io.github.modelwarden.config.ConfigDurations;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a rule. What is not said has the default of the rule file. Not thread-safe. */
public final class AlertBuilder {

    static final String DEFAULT_UNIT = "none";

    private final String id;
    private final Signal signal;
    private final Map<Severity, Double> levels = new EnumMap<>(Severity.class);
    private final Map<String, String> labels = new TreeMap<>();
    private @Nullable Comparison op;
    private Minimum minimum = Minimum.NONE;
    private Duration lasting = Timing.DEFAULT.lasting();
    private Duration keepFiringFor = Timing.DEFAULT.keepFiringFor();
    private Duration evaluateEvery = Timing.DEFAULT.evaluateEvery();
    private NoData noData = NoData.OK;
    private String title;
    private String unit = DEFAULT_UNIT;
    private @Nullable String summary;
    private @Nullable String description;
    private @Nullable String runbook;
    private @Nullable String dashboard;

    AlertBuilder(String id, Signal signal) {
        this.id = id;
        this.signal = signal;
        this.title = id;
    }

    /** The summary of a rule that has none of its own. */
    static String defaultSummary(String title) {
        return title.replace('{', '(').replace('}', ')') + " is {value} (limit {threshold})";
    }

    /**
     * Fires above a threshold.
     *
     * @param threshold the threshold
     * @param severity how bad that is
     * @return this
     * @throws IllegalArgumentException if the rule already compares in another way
     */
    public AlertBuilder isAbove(double threshold, Severity severity) {
        return level(Comparison.GT, threshold, severity);
    }

    /**
     * Fires at a threshold and above.
     *
     * @param threshold the threshold
     * @param severity how bad that is
     * @return this
     * @throws IllegalArgumentException if the rule already compares in another way
     */
    public AlertBuilder isAtLeast(double threshold, Severity severity) {
        return level(Comparison.GTE, threshold, severity);
    }

    /**
     * Fires below a threshold.
     *
     * @param threshold the threshold
     * @param severity how bad that is
     * @return this
     * @throws IllegalArgumentException if the rule already compares in another way
     */
    public AlertBuilder isBelow(double threshold, Severity severity) {
        return level(Comparison.LT, threshold, severity);
    }

    /**
     * Fires at a threshold and below.
     *
     * @param threshold the threshold
     * @param severity how bad that is
     * @return this
     * @throws IllegalArgumentException if the rule already compares in another way
     */
    public AlertBuilder isAtMost(double threshold, Severity severity) {
        return level(Comparison.LTE, threshold, severity);
    }

    AlertBuilder level(Comparison comparison, double threshold, Severity severity) {
        if (op != null && op != comparison) {
            throw new IllegalArgumentException("rule '" + id + "': every level compares in one way, but got "
                    + op.symbol() + " and " + comparison.symbol() + "; write two rules");
        }
        if (levels.put(severity, threshold) != null) {
            throw new IllegalArgumentException(
                    "rule '" + id + "': " + severity.word() + " has two thresholds; keep one");
        }
        op = comparison;
        return this;
    }

    /**
     * Judges only values that rest on enough samples.
     *
     * @param count smallest number of samples in the window
     * @return this
     */
    public AlertBuilder basedOnAtLeast(long count) {
        minimum = new Minimum(count, Optional.empty());
        return this;
    }

    /**
     * Judges only values that rest on enough samples, counted by a series of their own.
     *
     * @param count smallest number of samples in the window
     * @param metric the series that tells the number
     * @return this
     */
    public AlertBuilder basedOnAtLeast(long count, String metric) {
        minimum = new Minimum(count, Optional.of(metric));
        return this;
    }

    /**
     * Fires only once the condition has held for a time.
     *
     * @param duration for example {@code 15m}
     * @return this
     */
    public AlertBuilder lasting(String duration) {
        lasting = ConfigDurations.parse(duration);
        return this;
    }

    /**
     * Fires on after the condition became false, so that a value near the threshold does not flap.
     *
     * @param duration for example {@code 10m}
     * @return this
     */
    public AlertBuilder keepsFiringFor(String duration) {
        keepFiringFor = ConfigDurations.parse(duration);
        return this;
    }

    /**
     * Sets the time between evaluations.
     *
     * @param duration for example {@code 1m}
     * @return this
     */
    public AlertBuilder checkedEvery(String duration) {
        evaluateEvery = ConfigDurations.parse(duration);
        return this;
    }

    /**
     * Sets what happens when nothing can be judged.
     *
     * @param policy the policy
     * @return this
     */
    public AlertBuilder withoutData(NoData policy) {
        noData = policy;
        return this;
    }

    /**
     * Sets what people call the rule; without it, the id.
     *
     * @param text the title
     * @return this
     */
    public AlertBuilder titled(String text) {
        title = text;
        return this;
    }

    /**
     * Sets the unit of the value.
     *
     * @param word {@code ratio}, {@code seconds}, {@code none} or another word
     * @return this
     */
    public AlertBuilder in(String word) {
        unit = word;
        return this;
    }

    /**
     * Adds a label to every alert, for routing.
     *
     * @param label its name
     * @param value its value
     * @return this
     */
    public AlertBuilder labelled(String label, String value) {
        labels.put(label, value);
        return this;
    }

    /**
     * Sets the one line that an alert says.
     *
     * @param text with {@code {value}}, {@code {threshold}} and {@code {label}} for the group's labels
     * @return this
     */
    public AlertBuilder saying(String text) {
        summary = text;
        return this;
    }

    /**
     * Adds more lines.
     *
     * @param text with the placeholders of the summary
     * @return this
     */
    public AlertBuilder describedAs(String text) {
        description = text;
        return this;
    }

    /**
     * Names the page that says what to do.
     *
     * @param address its address
     * @return this
     */
    public AlertBuilder runbook(String address) {
        runbook = address;
        return this;
    }

    /**
     * Names the dashboard to look at.
     *
     * @param address its address
     * @return this
     */
    public AlertBuilder dashboard(String address) {
        dashboard = address;
        return this;
    }

    /**
     * Ends the sentence.
     *
     * @return the rule
     * @throws IllegalArgumentException if a part is missing or wrong
     */
    public AlertRule build() {
        if (op == null) {
            throw new IllegalArgumentException(
                    "rule '" + id + "': expected a threshold but got none; say isAbove(...) or isBelow(...)");
        }
        return new AlertRule(
                id,
                title,
                signal,
                minimum,
                new Condition(op, levels),
                new Timing(lasting, keepFiringFor, evaluateEvery),
                noData,
                new Presentation(
                        unit,
                        labels,
                        summary == null ? defaultSummary(title) : summary,
                        Optional.ofNullable(description),
                        Optional.ofNullable(runbook),
                        Optional.ofNullable(dashboard)));
    }
}
