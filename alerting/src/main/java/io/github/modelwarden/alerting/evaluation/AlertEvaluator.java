package io.github.modelwarden.alerting.evaluation;

import io.github.modelwarden.alerting.AlertRule;
import io.github.modelwarden.alerting.NoData;
import io.github.modelwarden.alerting.PlainNumbers;
import io.github.modelwarden.alerting.RuleSet;
import io.github.modelwarden.alerting.Severity;
import io.github.modelwarden.alerting.Template;
import io.github.modelwarden.alerting.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates rules as Prometheus does: for each rule, level and group an alert is inactive, then pending while its
 * condition is true, firing once that has lasted long enough, firing on for {@code keepFiringFor} after the condition
 * became false, and then resolved. A pending alert whose condition is false once starts over.
 *
 * <p>A group that is not in the readings, or has fewer samples than the minimum, is not judged; {@link NoData} says what
 * becomes of its alerts. Levels are tracked independently; a firing level inhibits the lesser ones.
 *
 * <p>A pure function: it reads no clock and keeps nothing.
 */
public final class AlertEvaluator {

    /** How long a group that is gone is remembered for the alert that nothing can be judged. */
    private static final Duration MEMORY = Duration.ofDays(1);

    private final Readings readings;
    private final Map<AlertKey, Track> before;
    private final Instant now;
    private final Map<AlertKey, Track> after = new LinkedHashMap<>();
    private final List<AlertStatus> alerts = new ArrayList<>();
    private final List<AlertTransition> transitions = new ArrayList<>();

    private AlertEvaluator(Readings readings, AlertSnapshot previous, Instant now) {
        this.readings = readings;
        this.before = previous.tracks();
        this.now = now;
    }

    /**
     * Evaluates every rule once.
     *
     * @param rules the rules; what the snapshot knows of other rules is forgotten
     * @param previous the snapshot of the evaluation before, {@link AlertSnapshot#empty()} at first
     * @param readings the values
     * @param now the time of the evaluation, not before that of the evaluation before
     * @return the alerts, what changed, and the snapshot for the next evaluation
     */
    public static Evaluation evaluate(RuleSet rules, AlertSnapshot previous, Readings readings, Instant now) {
        AlertEvaluator evaluator = new AlertEvaluator(readings, previous, now);
        rules.rules().forEach(evaluator::rule);
        return new Evaluation(now, evaluator.alerts, evaluator.transitions, new AlertSnapshot(evaluator.after));
    }

    private void rule(AlertRule rule) {
        Map<Map<String, String>, SignalValue> present = new LinkedHashMap<>();
        for (SignalValue value : readings.byRule().getOrDefault(rule.id(), List.of())) {
            present.put(value.labels(), value);
        }
        Set<Map<String, String>> groups = new LinkedHashSet<>(present.keySet());
        before.keySet().stream().filter(key -> key.rule().equals(rule.id())).forEach(key -> groups.add(key.labels()));
        int known = alerts.size();
        groups.forEach(group -> group(rule, new Group(rule, group, present.get(group), readings.isRetired(group))));
        if (alerts.size() == known) {
            rule.condition().levels().keySet().forEach(severity -> alerts.add(unseen(rule, severity)));
        }
    }

    private void group(AlertRule rule, Group group) {
        boolean inhibited = false;
        Severity[] severities = Severity.values();
        for (int i = severities.length - 1; i >= 0; i--) {
            if (rule.condition().levels().containsKey(severities[i])) {
                AlertKey key = new AlertKey(rule.id(), severities[i], false, group.labels());
                Track track = level(rule, group, key);
                report(rule, group, key, track, inhibited);
                inhibited |= track.state() == AlertState.FIRING;
            }
        }
        if (rule.noData() == NoData.SEPARATE) {
            AlertKey key = new AlertKey(rule.id(), Severity.WARNING, true, group.labels());
            report(rule, group, key, blindness(rule, group, key), false);
        }
    }

    private Track level(AlertRule rule, Group group, AlertKey key) {
        Track track = before.getOrDefault(key, Track.create(now));
        Timing timing = rule.timing();
        if (group.value() != null) {
            track = track.seen(group.judged() ? group.value().value() : track.value(), now);
        }
        if (group.judged()) {
            double threshold = rule.condition().levels().getOrDefault(key.severity(), Double.NaN);
            return rule.condition().op().test(track.value(), threshold)
                    ? track.whenTrue(timing.lasting(), now)
                    : track.whenFalse(timing.keepFiringFor(), now);
        }
        if (group.retired() || rule.noData() == NoData.OK || rule.noData() == NoData.SEPARATE) {
            return track.whenFalse(timing.keepFiringFor(), now);
        }
        return rule.noData() == NoData.ALERT ? track.whenTrue(timing.lasting(), now) : track;
    }

    private Track blindness(AlertRule rule, Group group, AlertKey key) {
        Track track = before.getOrDefault(key, Track.create(now));
        track = group.value() == null
                ? track.seen(0, track.lastSeen())
                : track.seen(group.value().count(), now);
        boolean forgotten = Duration.between(track.lastSeen(), now).compareTo(MEMORY) > 0;
        return group.judged() || group.retired() || forgotten
                ? track.whenFalse(Duration.ZERO, now)
                : track.whenTrue(rule.noDataPatience(), now);
    }

    private void report(AlertRule rule, Group group, AlertKey key, Track track, boolean worseFires) {
        AlertState from = before.containsKey(key) ? before.get(key).state() : AlertState.INACTIVE;
        boolean gone = group.value() == null && track.state() == AlertState.INACTIVE;
        boolean active = track.state() == AlertState.PENDING || track.state() == AlertState.FIRING;
        AlertStatus status = group.status(rule, key, track, worseFires && active);
        if (from != track.state() && !(from == AlertState.RESOLVED && track.state() == AlertState.INACTIVE)) {
            transitions.add(new AlertTransition(status, from, now));
        }
        if (!gone) {
            alerts.add(status);
            after.put(key, track);
        }
    }

    private AlertStatus unseen(AlertRule rule, Severity severity) {
        AlertKey key = new AlertKey(rule.id(), severity, false, Map.of());
        Group none = new Group(rule, Map.of(), null, false);
        return none.status(rule, key, Track.create(now), false);
    }

    /** One group of a rule in the readings. */
    private record Group(
            AlertRule rule,
            Map<String, String> labels,
            @Nullable SignalValue value,
            boolean retired) {

        boolean judged() {
            return value != null && !retired && value.count() >= rule.minimum().count();
        }

        AlertStatus status(AlertRule rule, AlertKey key, Track track, boolean inhibited) {
            Map<String, String> all = new TreeMap<>(rule.presentation().labels());
            all.putAll(labels);
            double threshold = key.noData()
                    ? rule.minimum().count()
                    : rule.condition().levels().getOrDefault(key.severity(), Double.NaN);
            return new AlertStatus(
                    key.noData() ? rule.noDataId() : rule.id(),
                    key.noData() ? rule.title() + ": no judgeable data" : rule.title(),
                    key.severity(),
                    track.state(),
                    all,
                    track.value(),
                    threshold,
                    track.since(),
                    inhibited,
                    key.noData() ? noDataSummary(track, threshold) : summary(track, threshold));
        }

        private String summary(Track track, double threshold) {
            if (Double.isNaN(track.value())) {
                return rule.title() + ": no value yet";
            }
            return Template.of(rule.presentation().summary()).fill(name -> switch (name) {
                case "value" -> PlainNumbers.rounded(track.value());
                case "threshold" -> PlainNumbers.exact(threshold);
                default -> labels.getOrDefault(name, "");
            });
        }

        private String noDataSummary(Track track, double minimum) {
            return rule.title() + ": " + PlainNumbers.rounded(track.value()) + " samples in the window, at least "
                    + PlainNumbers.exact(minimum) + " are needed to judge";
        }
    }
}
