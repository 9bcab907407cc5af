package io.github.modelwarden.service.retraining;

import io.github.modelwarden.retraining.run.RetrainingRun;
import io.github.modelwarden.retraining.run.RetrainingWorker;
import io.github.modelwarden.retraining.run.Tick;
import io.github.modelwarden.service.champion.ChampionSync;
import io.github.modelwarden.service.loop.RepeatedWork;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes the live retraining run on, step by step, on a thread of its own, also a run that a former process left behind;
 * and follows the champion in the registry, which another process may have changed.
 */
@Component
final class RetrainingRunner extends RepeatedWork {

    private static final Logger LOG = LoggerFactory.getLogger("modelwarden.retraining");
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final RetrainingWorker worker;
    private final ChampionSync champion;
    private final Clock clock;

    RetrainingRunner(RetrainingWorker worker, ChampionSync champion, Clock clock) {
        super("retraining", PAUSE);
        this.worker = worker;
        this.champion = champion;
        this.clock = clock;
    }

    @Override
    protected void turn() {
        Tick tick = worker.tick(clock.instant());
        tick.run().ifPresent(RetrainingRunner::log);
        champion.refresh();
    }

    private static void log(RetrainingRun run) {
        LOG.atInfo()
                .addKeyValue("event", "retraining")
                .addKeyValue("model", run.model())
                .addKeyValue("run_id", run.id())
                .addKeyValue("state", run.state().word())
                .log("retraining run {}: {}", run.state().word(), run.note());
    }
}
