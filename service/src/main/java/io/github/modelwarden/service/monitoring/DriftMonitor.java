package io.github.modelwarden.service.monitoring;

import io.github.modelwarden.config.ConfigDurations;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.drift.report.DriftReport;
import io.github.modelwarden.drift.report.ModelDriftTest;
import io.github.modelwarden.micrometer.ModelMonitor;
import io.github.modelwarden.service.champion.Champion;
import io.github.modelwarden.service.champion.ChampionObserver;
import io.github.modelwarden.service.prediction.Prediction;
import io.github.modelwarden.service.prediction.PredictionLog;
import io.github.modelwarden.service.prediction.PredictionObserver;
import io.github.modelwarden.service.settings.ServiceSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Compares the traffic of the drift window with the champion's baseline, again and again. */
@Component
@Order(10)
public final class DriftMonitor implements CycleStep, PredictionObserver, ChampionObserver {

    private static final int HISTORY = 600;

    private final ModelDriftTest test;
    private final ModelMonitor monitor;
    private final PredictionLog log;
    private final Clock clock;
    private final Duration length;
    private final Deque<DriftEvaluation> history = new ArrayDeque<>();
    private volatile @Nullable TrafficWindow window;

    DriftMonitor(ModelDriftTest test, ModelMonitor monitor, PredictionLog log, Clock clock, ServiceSettings settings) {
        this.test = test;
        this.monitor = monitor;
        this.log = log;
        this.clock = clock;
        this.length = settings.monitoring().driftWindow();
    }

    @Override
    public void takesOver(Champion champion) {
        TrafficWindow fresh = new TrafficWindow(champion, length);
        Instant now = clock.instant();
        log.read(champion.version(), now.minus(length), now, fresh::accept);
        window = fresh;
    }

    @Override
    public void predicted(List<Prediction> predictions) {
        TrafficWindow current = window;
        if (current != null) {
            predictions.forEach(current::accept);
        }
    }

    @Override
    public void evaluate(Instant now) {
        TrafficWindow current = window;
        if (current == null) {
            return;
        }
        DatasetProfile profile = current.profile(now);
        Champion champion = current.champion();
        DriftReport report = test.test(champion.baseline(), profile);
        if (current == window) {
            monitor.gauges().publishDrift(champion.version(), windowLabel(), report);
        }
        synchronized (history) {
            history.addLast(new DriftEvaluation(now, champion.version(), profile.rows(), report));
            if (history.size() > HISTORY) {
                history.removeFirst();
            }
        }
    }

    /** {@return the latest evaluation; empty before the first} */
    public Optional<DriftEvaluation> latest() {
        synchronized (history) {
            return Optional.ofNullable(history.peekLast());
        }
    }

    /** {@return the kept evaluations, oldest first} */
    public List<DriftEvaluation> history() {
        synchronized (history) {
            return List.copyOf(history);
        }
    }

    /** {@return the window's length as a metric label, for example {@code 1h}} */
    public String windowLabel() {
        return ConfigDurations.format(length);
    }
}
