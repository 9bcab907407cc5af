package io.github.modelwarden.service.monitoring;

import io.github.modelwarden.config.ConfigDurations;
import io.github.modelwarden.core.catalog.MetricCatalog;
import io.github.modelwarden.micrometer.ModelMonitor;
import io.github.modelwarden.service.champion.Champion;
import io.github.modelwarden.service.champion.ChampionObserver;
import io.github.modelwarden.service.feedback.FeedbackLog;
import io.github.modelwarden.service.feedback.FeedbackObserver;
import io.github.modelwarden.service.feedback.GroundTruth;
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
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Scores the champion's recent predictions against the ground truth that has arrived. */
@Component
@Order(20)
public final class PerformanceMonitor implements CycleStep, PredictionObserver, FeedbackObserver, ChampionObserver {

    private static final int HISTORY = 600;

    private final ModelMonitor monitor;
    private final PredictionLog predictions;
    private final FeedbackLog feedback;
    private final Clock clock;
    private final Duration length;
    private final Deque<PerformanceEvaluation> history = new ArrayDeque<>();
    private volatile @Nullable PerformanceWindow window;

    PerformanceMonitor(
            ModelMonitor monitor,
            PredictionLog predictions,
            FeedbackLog feedback,
            Clock clock,
            ServiceSettings settings) {
        this.monitor = monitor;
        this.predictions = predictions;
        this.feedback = feedback;
        this.clock = clock;
        this.length = settings.monitoring().performanceWindow();
    }

    @Override
    public void takesOver(Champion champion) {
        PerformanceWindow fresh = new PerformanceWindow(champion.version(), length);
        Instant now = clock.instant();
        predictions.readTimes(champion.version(), now.minus(length), now, fresh::predicted);
        feedback.read(now.minus(length), truth -> {
            if (truth.version().equals(fresh.version())) {
                fresh.received(truth);
            }
        });
        window = fresh;
    }

    @Override
    public void predicted(List<Prediction> made) {
        PerformanceWindow current = window;
        if (current != null) {
            for (Prediction prediction : made) {
                if (prediction.version().equals(current.version())) {
                    current.predicted(prediction.at());
                }
            }
        }
    }

    @Override
    public void received(List<GroundTruth> truths) {
        PerformanceWindow current = window;
        for (GroundTruth truth : truths) {
            if (current != null && truth.version().equals(current.version())) {
                current.received(truth);
            }
            Duration delay = Duration.between(truth.predictedAt(), truth.receivedAt());
            monitor.served(truth.version()).ifPresent(served -> served.recordLabel(truth.outcome(), delay));
        }
    }

    @Override
    public void evaluate(Instant now) {
        PerformanceWindow current = window;
        if (current == null) {
            return;
        }
        PerformanceEvaluation evaluation = current.content(now);
        monitor.gauges()
                .publishPerformance(
                        current.version(),
                        windowLabel(),
                        Map.of(
                                MetricCatalog.MODEL_F1,
                                evaluation.ifKnown(evaluation.matrix().f1()),
                                MetricCatalog.MODEL_PRECISION,
                                evaluation.ifKnown(evaluation.matrix().precision()),
                                MetricCatalog.MODEL_RECALL,
                                evaluation.ifKnown(evaluation.matrix().recall()),
                                MetricCatalog.MODEL_ACCURACY,
                                evaluation.ifKnown(evaluation.matrix().accuracy()),
                                MetricCatalog.MODEL_ROC_AUC,
                                evaluation.ifKnown(evaluation.rocAuc()),
                                MetricCatalog.LABEL_COVERAGE,
                                evaluation.coverage()));
        synchronized (history) {
            history.addLast(evaluation);
            if (history.size() > HISTORY) {
                history.removeFirst();
            }
        }
    }

    /** {@return the latest evaluation; empty before the first} */
    public Optional<PerformanceEvaluation> latest() {
        synchronized (history) {
            return Optional.ofNullable(history.peekLast());
        }
    }

    /** {@return the kept evaluations, oldest first} */
    public List<PerformanceEvaluation> history() {
        synchronized (history) {
            return List.copyOf(history);
        }
    }

    /** {@return the window's length as a metric label, for example {@code 24h}} */
    public String windowLabel() {
        return ConfigDurations.format(length);
    }
}
