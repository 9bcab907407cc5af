package io.github.modelwarden.service.monitoring;

import io.github.modelwarden.service.settings.ServiceSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs all steps of the evaluation at a fixed interval. A step that fails is logged and does not stop the others. */
@Component
final class MonitoringCycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MonitoringCycle.class);

    private final List<CycleStep> steps;
    private final Clock clock;
    private final Duration every;
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "monitoring"));
    private volatile boolean running;

    MonitoringCycle(List<CycleStep> steps, Clock clock, ServiceSettings settings) {
        this.steps = List.copyOf(steps);
        this.clock = clock;
        this.every = settings.monitoring().evaluateEvery();
    }

    private void evaluate() {
        Instant now = clock.instant();
        for (CycleStep step : steps) {
            try {
                step.evaluate(now);
            } catch (RuntimeException e) {
                LOG.error(
                        "evaluation step {} failed; it is tried again in {}",
                        step.getClass().getSimpleName(),
                        every,
                        e);
            }
        }
    }

    @Override
    public void start() {
        running = true;
        var unused = executor.scheduleWithFixedDelay(
                this::evaluate, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        executor.shutdown();
        try {
            if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
