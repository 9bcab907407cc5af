package io.github.modelwarden.service.traffic;

import io.github.modelwarden.alerting.evaluation.AlertEngine;
import io.github.modelwarden.alerting.series.HistogramQuantile;
import io.github.modelwarden.alerting.series.MetricSample;
import io.github.modelwarden.alerting.series.SeriesStore;
import io.github.modelwarden.core.catalog.MetricCatalog;
import io.github.modelwarden.micrometer.RequestOutcome;
import io.github.modelwarden.service.monitoring.CycleStep;
import io.github.modelwarden.service.settings.ServiceSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Request rate, error ratio and latency over time, from the same series the alert rules read. */
@Component
@Order(35)
final class TrafficHistory implements CycleStep {

    private static final int POINTS = 600;
    private static final int STEPS_A_WINDOW = 3;

    private final AlertEngine engine;
    private final Duration window;
    private final Deque<Point> points = new ArrayDeque<>();

    TrafficHistory(AlertEngine engine, ServiceSettings settings) {
        this.engine = engine;
        this.window = settings.monitoring().evaluateEvery().multipliedBy(STEPS_A_WINDOW);
    }

    /** One moment; a number that is unknown is NaN. */
    record Point(Instant at, double requestsPerSecond, double errorRatio, double p50, double p90, double p99) {}

    @Override
    public void evaluate(Instant now) {
        SeriesStore store = engine.store();
        String requests = MetricCatalog.REQUESTS.name();
        double all = sum(store.increases(requests, Map.of(), now, window));
        double errors =
                sum(store.increases(requests, Map.of("outcome", RequestOutcome.SERVER_ERROR.word()), now, window));
        SortedMap<Double, Double> buckets = new TreeMap<>();
        for (MetricSample bucket :
                store.increases(MetricCatalog.REQUEST_DURATION.name() + "_bucket", Map.of(), now, window)) {
            String bound = bucket.labels().getOrDefault("le", "+Inf");
            buckets.merge(
                    bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound),
                    bucket.value(),
                    Double::sum);
        }
        Point point = new Point(
                now,
                all * 1000 / covered(now).toMillis(),
                all > 0 ? errors / all : Double.NaN,
                1000 * HistogramQuantile.of(0.5, buckets),
                1000 * HistogramQuantile.of(0.9, buckets),
                1000 * HistogramQuantile.of(0.99, buckets));
        synchronized (points) {
            points.addLast(point);
            if (points.size() > POINTS) {
                points.removeFirst();
            }
        }
    }

    /** The time that an increase over the window spans: back to the last evaluation before the window, if there is one. */
    private Duration covered(Instant now) {
        Instant start = now.minus(window);
        return points().stream()
                .map(Point::at)
                .filter(at -> !at.isAfter(start))
                .reduce((earlier, later) -> later)
                .map(at -> Duration.between(at, now))
                .orElse(window);
    }

    List<Point> points() {
        synchronized (points) {
            return List.copyOf(points);
        }
    }

    private static double sum(List<MetricSample> samples) {
        return samples.stream().mapToDouble(MetricSample::value).sum();
    }
}
