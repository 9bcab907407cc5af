package io.github.modelwarden.conformance;

import io.github.modelwarden.alerting.AlertBuilder;
import io.github.modelwarden.alerting.AlertRule;
import io.github.modelwarden.alerting.AlertRules;
import io.github.modelwarden.alerting.RuleSet;
import io.github.modelwarden.alerting.Severity;
import io.github.modelwarden.alerting.Signals;
import io.github.modelwarden.alerting.evaluation.AlertEngine;
import io.github.modelwarden.alerting.evaluation.AlertState;
import io.github.modelwarden.alerting.evaluation.AlertStatus;
import io.github.modelwarden.alerting.evaluation.Evaluation;
import io.github.modelwarden.alerting.series.MetricSample;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs an alert rule over a series minute by minute, and tells its state at the times that a case asks for. */
final class AlertReplay {

    private static final Pattern EXPRESSION = Pattern.compile("([a-zA-Z_:][\\w:]*)\\s*(==|<=|>=|<|>)\\s*(-?[\\d.]+)");
    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][\\w:]*)\\{(.*)}");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Pattern POINTS = Pattern.compile("(-?[\\d.]+) every (?:minute|1m) for (?:one|1) day");
    private static final Pattern TIME = Pattern.compile("(annotations_)?at_(\\d+)([mhd])");

    /** The rule that Prometheus's own unit test of alerts is about, whose texts its cases do not repeat. */
    private static final String EXAMPLE = "cmd/promtool/testdata";

    private static final String NOTHING = "no alert firing";
    private static final String EXAMPLE_SUMMARY = "Instance {instance} down";
    private static final String EXAMPLE_DESCRIPTION = "{instance} of job {job} has been down for more than 5 minutes.";

    private final ReferenceCase asked;
    private final String metric;
    private final Map<String, String> labels = new TreeMap<>();
    private final double value;

    AlertReplay(ReferenceCase asked) throws IOException {
        this.asked = asked;
        List<String> series = new ArrayList<>(asked.inputs().at("series").propertyNames());
        Matcher selector = SELECTOR.matcher(series.size() == 1 ? series.get(0) : "");
        if (!selector.matches()) {
            throw new Unanswerable("the case does not have one series with labels but " + series);
        }
        this.metric = selector.group(1);
        LABEL.matcher(selector.group(2)).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        String points = asked.inputs().at("series").path(series.get(0)).asString("");
        Matcher matcher = POINTS.matcher(points);
        if (!matcher.matches()) {
            throw new Unanswerable("the points '" + points + "' are not a constant every minute for a day");
        }
        this.value = Double.parseDouble(matcher.group(1));
    }

    Map<String, @Nullable Object> values() {
        Values values = new Values();
        Instant start = Instant.EPOCH;
        AlertEngine engine = AlertEngine.create(RuleSet.of(rule()));
        Map<Instant, AlertStatus> history = new TreeMap<>();
        for (Duration age = Duration.ZERO; age.compareTo(Duration.ofDays(1)) <= 0; age = age.plusMinutes(1)) {
            Instant now = start.plus(age);
            engine.observe(now, List.of(new MetricSample(metric, labels, value)));
            Evaluation evaluation = engine.evaluate(now);
            evaluation.alerts().stream().findFirst().ifPresent(alert -> history.put(now, alert));
        }
        for (String key : asked.keys()) {
            Matcher time = TIME.matcher(key);
            if (time.matches()) {
                Instant at = start.plus(duration(time.group(2), time.group(3)));
                AlertStatus alert = history.get(at);
                values.put(key, time.group(1) == null ? word(alert, at) : annotations(alert));
            }
        }
        return values.asMap();
    }

    private static Duration duration(String count, String unit) {
        return Duration.parse(
                unit.equals("d") ? "P" + count + "D" : "PT" + count + unit.toUpperCase(java.util.Locale.ROOT));
    }

    /** An alert that turns pending at this very evaluation has not been pending for any time. */
    private static String word(@Nullable AlertStatus alert, Instant at) {
        if (alert == null) {
            return NOTHING;
        }
        boolean pending = alert.state() == AlertState.PENDING && alert.since().isBefore(at);
        return pending || alert.state() == AlertState.FIRING ? alert.state().word() : NOTHING;
    }

    private @Nullable Map<String, String> annotations(@Nullable AlertStatus alert) {
        if (!asked.source().mentions(EXAMPLE)) {
            throw new Unanswerable("the case does not state the texts of the rule");
        }
        String[] lines = alert == null ? new String[0] : alert.summary().split("\n", 2);
        return lines.length < 2 ? null : Map.of("summary", lines[0], "description", lines[1]);
    }

    private AlertRule rule() {
        Matcher expression = EXPRESSION.matcher(asked.params().at("expr").asString(""));
        if (!expression.matches() || !expression.group(1).equals(metric)) {
            throw new Unanswerable("the expression '"
                    + asked.params().at("expr").asString("") + "' is not a comparison of the series with a number");
        }
        double threshold = Double.parseDouble(expression.group(3));
        AlertBuilder rule = AlertRules.alert("replayed")
                .when(Signals.gauge(metric).by(labels.keySet().toArray(String[]::new)))
                .checkedEvery(asked.params().at("evaluation_interval").asString("1m"))
                .lasting(asked.params().at("for").asString("0s"))
                .saying(EXAMPLE_SUMMARY + "\n" + EXAMPLE_DESCRIPTION);
        return compared(rule, expression.group(2), threshold).build();
    }

    private AlertBuilder compared(AlertBuilder rule, String operator, double threshold) {
        return switch (operator) {
            case "<" -> rule.isBelow(threshold, Severity.CRITICAL);
            case ">" -> rule.isAbove(threshold, Severity.CRITICAL);
            case ">=" -> rule.isAtLeast(threshold, Severity.CRITICAL);
            // a gauge that is 0 or 1 equals 0 where it is at most 0
            case "<=" -> rule.isAtMost(threshold, Severity.CRITICAL);
            default -> {
                if (threshold != 0 || value < 0) {
                    throw new Unanswerable("the API has no rule for equality");
                }
                yield rule.isAtMost(0, Severity.CRITICAL);
            }
        };
    }
}
