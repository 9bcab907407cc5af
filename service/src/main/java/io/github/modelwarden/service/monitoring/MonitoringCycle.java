package io.github.modelwarden.service.monitoring;

import io.github.modelwarden.service.loop.RepeatedWork;
import io.github.modelwarden.service.settings.ServiceSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs all steps of the evaluation at a fixed interval. A step that fails is logged and does not stop the others. */
@Component
final class MonitoringCycle extends RepeatedWork {

    private static final Logger LOG = LoggerFactory.getLogger(MonitoringCycle.class);

    private final List<CycleStep> steps;
    private final Clock clock;

    MonitoringCycle(List<CycleStep> steps, Clock clock, ServiceSettings settings) {
        super("monitoring", settings.monitoring().evaluateEvery());
        this.steps = List.copyOf(steps);
        this.clock = clock;
    }

    @Override
    protected void turn() {
        Instant now = clock.instant();
        for (CycleStep step : steps) {
            try {
                step.evaluate(now);
            } catch (RuntimeException e) {
                LOG.error(
                        "evaluation step {} failed; the others go on",
                        step.getClass().getSimpleName(),
                        e);
            }
        }
    }
}
