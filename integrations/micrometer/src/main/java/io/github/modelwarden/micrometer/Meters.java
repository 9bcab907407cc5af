package io.github.modelwarden.micrometer;

import io.github.modelwarden.core.catalog.MetricDefinition;
import io.github.modelwarden.core.catalog.MetricType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;

/** Builds meters whose Prometheus names are those of the catalog. */
final class Meters {

    private Meters() {}

    /** The Micrometer name that a Prometheus registry turns into the catalog's name. */
    static String name(MetricDefinition metric) {
        String name = metric.name();
        if (metric.type() == MetricType.COUNTER) {
            name = name.substring(0, name.length() - "_total".length());
        } else if (metric.type() == MetricType.HISTOGRAM) {
            name = name.substring(0, name.length() - "_seconds".length());
        }
        return name.replace('_', '.');
    }

    static MultiGauge multiGauge(MeterRegistry registry, MetricDefinition metric) {
        return MultiGauge.builder(name(metric)).description(metric.help()).register(registry);
    }

    static Timer timer(MeterRegistry registry, MetricDefinition metric, List<Duration> bounds, String... tags) {
        return Timer.builder(name(metric))
                .description(metric.help())
                .tags(tags)
                .serviceLevelObjectives(bounds.toArray(Duration[]::new))
                .register(registry);
    }
}
