package io.github.modelwarden.service.alerts;

import io.github.modelwarden.alerting.AlertRule;
import io.github.modelwarden.alerting.RuleSet;
import io.github.modelwarden.alerting.evaluation.AlertStatus;
import io.github.modelwarden.service.web.Fields;
import java.util.Map;
import java.util.Optional;
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
        return Fields.create()
                .put("alerts", monitor.alerts().stream().map(this::status).toList())
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
        Optional<AlertRule> rule = rules.find(alert.rule());
        // an alert without a rule of its own tells of too few samples
        return fields.put("op", rule.map(r -> r.condition().op().word()).orElse("lt"))
                .put("runbook", rule.flatMap(r -> r.presentation().runbook()).orElse(null))
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
