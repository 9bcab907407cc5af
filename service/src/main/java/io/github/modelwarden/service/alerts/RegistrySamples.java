package io.github.modelwarden.service.alerts;

import io.github.modelwarden.alerting.series.MetricSample;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads the model's metrics as Prometheus would scrape them, without the detour over text. */
@Component
final class RegistrySamples {

    private static final String PREFIX = "ml_";

    private final PrometheusMeterRegistry registry;

    RegistrySamples(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    List<MetricSample> read() {
        List<MetricSample> samples = new ArrayList<>();
        for (MetricSnapshot snapshot : registry.getPrometheusRegistry().scrape(name -> name.startsWith(PREFIX))) {
            String name = snapshot.getMetadata().getPrometheusName();
            if (snapshot instanceof CounterSnapshot counter) {
                counter.getDataPoints()
                        .forEach(point -> add(samples, name + "_total", point.getLabels(), point.getValue()));
            } else if (snapshot instanceof GaugeSnapshot gauge) {
                gauge.getDataPoints().forEach(point -> add(samples, name, point.getLabels(), point.getValue()));
            } else if (snapshot instanceof InfoSnapshot info) {
                info.getDataPoints().forEach(point -> add(samples, name + "_info", point.getLabels(), 1));
            } else if (snapshot instanceof HistogramSnapshot histogram) {
                histogram.getDataPoints().forEach(point -> addHistogram(samples, name, point));
            }
        }
        return samples;
    }

    private static void addHistogram(
            List<MetricSample> samples, String name, HistogramSnapshot.HistogramDataPointSnapshot point) {
        ClassicHistogramBuckets buckets = point.getClassicBuckets();
        long cumulative = 0;
        for (int i = 0; i < buckets.size(); i++) {
            cumulative += buckets.getCount(i);
            Map<String, String> labels = new HashMap<>(labels(point.getLabels()));
            labels.put("le", bound(buckets.getUpperBound(i)));
            samples.add(new MetricSample(name + "_bucket", labels, (double) cumulative));
        }
        add(samples, name + "_count", point.getLabels(), (double) cumulative);
        add(samples, name + "_sum", point.getLabels(), point.getSum());
    }

    private static String bound(double bound) {
        return bound == Double.POSITIVE_INFINITY ? "+Inf" : Double.toString(bound);
    }

    private static void add(List<MetricSample> samples, String name, Labels labels, double value) {
        samples.add(new MetricSample(name, labels(labels), value));
    }

    private static Map<String, String> labels(Labels labels) {
        Map<String, String> map = new HashMap<>();
        labels.forEach(label -> map.put(label.getName(), label.getValue()));
        return map;
    }
}
