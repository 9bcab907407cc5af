package io.github.modelwarden.service.champion;

import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.micrometer.ModelMonitor;
import io.github.modelwarden.micrometer.ServedVersion;
import io.github.modelwarden.retraining.run.Bootstrap;
import io.github.modelwarden.retraining.run.LoadedModel;
import io.github.modelwarden.retraining.run.ModelArtifacts;
import io.github.modelwarden.retraining.run.ModelRegistry;
import io.github.modelwarden.retraining.run.ModelVersion;
import io.github.modelwarden.service.dataset.Dataset;
import io.github.modelwarden.service.settings.ServiceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the model that answers equal to the champion in the registry, which is the truth: at the start, where the first
 * champion is trained if there is none, and after every promotion or rollback, by whichever process.
 */
@Component
public final class ChampionSync implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChampionSync.class);

    private final Dataset dataset;
    private final Schema schema;
    private final ModelRegistry registry;
    private final ModelArtifacts artifacts;
    private final ModelMonitor monitor;
    private final ChampionHolder holder;
    private final List<ChampionObserver> observers;
    private final Clock clock;
    private final long seed;
    private volatile boolean running;

    ChampionSync(
            Dataset dataset,
            ModelRegistry registry,
            ModelArtifacts artifacts,
            ModelMonitor monitor,
            ChampionHolder holder,
            List<ChampionObserver> observers,
            Clock clock,
            ServiceSettings settings) {
        this.dataset = dataset;
        this.schema = dataset.schema();
        this.registry = registry;
        this.artifacts = artifacts;
        this.monitor = monitor;
        this.holder = holder;
        this.observers = List.copyOf(observers);
        this.clock = clock;
        this.seed = settings.seed();
    }

    /** Loads the registry's champion if another version answers. */
    public synchronized void refresh() {
        ModelVersion champion = registry.champion(schema.model()).orElse(null);
        String serving = holder.current().map(Champion::version).orElse("");
        if (champion != null && !champion.version().equals(serving)) {
            try {
                takeOver(artifacts.load(champion));
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "version " + champion.version() + " is champion but cannot be loaded; version " + serving
                                + " goes on answering",
                        e);
            }
        }
    }

    private void takeOver(LoadedModel loaded) {
        String version = loaded.version().version();
        ServedVersion meters = monitor.serve(
                version, loaded.baseline(), loaded.version().facts().framework());
        Champion champion = new Champion(
                version,
                loaded.model(),
                loaded.baseline(),
                loaded.version().facts().trainedAt(),
                clock.instant(),
                meters);
        observers.forEach(observer -> observer.takesOver(champion));
        holder.set(champion);
        LOG.atInfo()
                .addKeyValue("event", "champion")
                .addKeyValue("model", schema.model())
                .addKeyValue("version", version)
                .addKeyValue("baseline", loaded.baseline().id())
                .log("version {} of {} answers from now on", version, schema.model());
    }

    @Override
    public void start() {
        running = true;
        try {
            takeOver(Bootstrap.champion(registry, artifacts, dataset.reference(), seed, clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException("the first model could not be trained or loaded: " + e.getMessage(), e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        // after the prediction log writer, before the web server
        return 1;
    }
}
