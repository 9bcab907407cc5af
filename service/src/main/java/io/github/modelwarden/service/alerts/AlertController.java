package io.github.modelwarden.service.alerts;

import io.github.modelwarden.alerting.AlertRule;
import io.github.modelwarden.alerting.AlertStatus;
import io.github.modelwarden.alerting.RuleSet;
import io.github.modelwarden.service.web.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/alerts}. */
@RestController
final class AlertController {

    private static final int EVENTS = 100;

    private final AlertMonitor monitor;
    private final AlertEventLog events;
    private final RuleSet rules;

    AlertController(AlertMonitor monitor, AlertEventLog events, RuleSet rules) {
        this.monitor = monitor;
        this.events = events;
        this.rules = rules;
    }

    @GetMapping("/api/alerts")
    Map<String, @Nullable Object> alerts() {
        List<AlertStatus> known = monitor.alerts();
        List<Map<String, @Nullable Object>> alerts = new ArrayList<>();
        known.forEach(alert -> alerts.add(status(alert)));
        Set<String> seen =
                known.stream().map(alert -> alert.rule() + alert.severity()).collect(Collectors.toSet());
        for (AlertRule rule : rules.rules()) {
            rule.condition().levels().forEach((severity, threshold) -> {
                if (!seen.contains(rule.id() + severity)) {
                    alerts.add(unseen(rule, severity.word(), threshold));
                }
            });
        }
        return Fields.create()
                .put("alerts", alerts)
                .put(
                        "events",
                        events.latest(EVENTS).stream()
                                .map(AlertController::event)
                                .toList())
                .build();
    }

    private Map<String, @Nullable Object> status(AlertStatus alert) {
        Fields fields = Fields.create()
                .put("rule", alert.rule())
                .put("title", alert.title())
                .put("severity", alert.severity().word())
                .put("state", alert.state().word())
                .put("labels", alert.labels())
                .put("value", alert.value())
                .put("threshold", alert.threshold())
                .put("since", alert.since())
                .put("inhibited", alert.inhibited())
                .put("summary", alert.summary());
        rules.find(alert.rule()).ifPresent(rule -> {
            fields.put("op", rule.condition().op().word());
            fields.put("runbook", rule.presentation().runbook().orElse(null));
        });
        return fields.build();
    }

    /** A rule that had nothing to judge yet is inactive, without a value. */
    private static Map<String, @Nullable Object> unseen(AlertRule rule, String severity, double threshold) {
        return Fields.create()
                .put("rule", rule.id())
                .put("title", rule.title())
                .put("severity", severity)
                .put("state", "inactive")
                .put("labels", Map.of())
                .put("value", (Object) null)
                .put("threshold", threshold)
                .put("op", rule.condition().op().word())
                .put("since", (Object) null)
                .put("inhibited", false)
                .put("summary", rule.title() + ": no data yet")
                .put("runbook", rule.presentation().runbook().orElse(null))
                .build();
    }

    private static Map<String, @Nullable Object> event(AlertEventLog.AlertEvent event) {
        return Fields.create()
                .put("at", event.at())
                .put("rule", event.rule())
                .put("severity", event.severity())
                .put("from", event.from())
                .put("to", event.to())
                .put("labels", event.labels())
                .put("value", event.value())
                .build();
    }
}
