package io.github.modelwarden.service.alerts;

import io.github.modelwarden.alerting.evaluation.AlertEngine;
import io.github.modelwarden.alerting.evaluation.AlertState;
import io.github.modelwarden.alerting.evaluation.AlertStatus;
import io.github.modelwarden.alerting.evaluation.AlertTransition;
import io.github.modelwarden.alerting.evaluation.Evaluation;
import io.github.modelwarden.service.monitoring.CycleStep;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Evaluates the alert rules on the metrics of this moment and keeps what changed. */
@Component
@Order(30)
final class AlertMonitor implements CycleStep {

    private static final Logger LOG = LoggerFactory.getLogger("modelwarden.alert");

    private final AlertEngine engine;
    private final RegistrySamples samples;
    private final AlertEventLog events;

    AlertMonitor(AlertEngine engine, RegistrySamples samples, AlertEventLog events) {
        this.engine = engine;
        this.samples = samples;
        this.events = events;
    }

    @Override
    public void evaluate(Instant now) {
        engine.observe(now, samples.read());
        for (AlertTransition transition : engine.evaluate(now).transitions()) {
            events.append(transition);
            log(transition);
        }
    }

    /** {@return the alerts of the latest evaluation} */
    List<AlertStatus> alerts() {
        return engine.last().map(Evaluation::alerts).orElse(List.of());
    }

    private static void log(AlertTransition transition) {
        AlertStatus alert = transition.alert();
        Level level = alert.state() == AlertState.FIRING ? Level.WARN : Level.INFO;
        LOG.atLevel(level)
                .addKeyValue("event", "alert")
                .addKeyValue("rule", alert.rule())
                .addKeyValue("severity", alert.severity().word())
                .addKeyValue("from", transition.from().word())
                .addKeyValue("state", alert.state().word())
                .addKeyValue("labels", alert.labels())
                .addKeyValue("value", alert.value())
                .log("alert {}: {}", alert.state().word(), alert.summary());
    }
}
