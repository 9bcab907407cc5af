package io.github.modelwarden.service.retraining;

import io.github.modelwarden.retraining.run.RetrainingRun;
import io.github.modelwarden.retraining.run.RetrainingWorker;
import io.github.modelwarden.retraining.run.Tick;
import io.github.modelwarden.service.champion.ChampionSync;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes the live retraining run on, step by step, on a thread of its own, also a run that a former process left behind;
 * and follows the champion in the registry, which another process may have changed.
 */
@Component
final class RetrainingRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger("modelwarden.retraining");
    private static final long PAUSE_MILLIS = 500;

    private final RetrainingWorker worker;
    private final ChampionSync champion;
    private final Clock clock;
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "retraining"));
    private volatile boolean running;

    RetrainingRunner(RetrainingWorker worker, ChampionSync champion, Clock clock) {
        this.worker = worker;
        this.champion = champion;
        this.clock = clock;
    }

    private void advance() {
        try {
            Tick tick = worker.tick(clock.instant());
            tick.run().ifPresent(RetrainingRunner::log);
            champion.refresh();
        } catch (RuntimeException e) {
            LOG.error("the retraining run could not be taken on; it is tried again", e);
        }
    }

    private static void log(RetrainingRun run) {
        LOG.atInfo()
                .addKeyValue("event", "retraining")
                .addKeyValue("model", run.model())
                .addKeyValue("run_id", run.id())
                .addKeyValue("state", run.state().word())
                .log("retraining run {}: {}", run.state().word(), run.note());
    }

    @Override
    public void start() {
        running = true;
        var unused = executor.scheduleWithFixedDelay(this::advance, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        executor.shutdown();
        try {
            if (!executor.awaitTermination(20, TimeUnit.SECONDS)) {
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
