package io.github.modelwarden.micrometer;

import io.github.modelwarden.core.catalog.MetricDefinition;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.Map;

/**
 * The gauges of one metric. A series that stays is only given its new value: Micrometer's own multi-gauge removes and
 * registers it again, and a scrape at that very moment finds the metric twice and fails. Not thread-safe for publishing.
 */
final class GaugeFamily {

    private final MeterRegistry registry;
    private final MetricDefinition metric;
    private final Map<Tags, Reading> readings = new HashMap<>();

    GaugeFamily(MeterRegistry registry, MetricDefinition metric) {
        this.registry = registry;
        this.metric = metric;
    }

    /** Replaces the series: exactly these are exported from now on. */
    void publish(Map<Tags, Double> values) {
        values.forEach((tags, value) -> {
            Reading reading = readings.get(tags);
            if (reading == null) {
                readings.put(tags, registered(tags, value));
            } else {
                reading.value = value;
            }
        });
        // what is gone goes last, so that a metric with other series left is never without any
        readings.entrySet().removeIf(entry -> {
            boolean gone = !values.containsKey(entry.getKey());
            if (gone) {
                registry.remove(entry.getValue().gauge);
            }
            return gone;
        });
    }

    private Reading registered(Tags tags, double value) {
        Reading reading = new Reading(value);
        reading.gauge = Gauge.builder(Meters.name(metric), reading, r -> r.value)
                .description(metric.help())
                .tags(tags)
                .strongReference(true)
                .register(registry);
        return reading;
    }

    private static final class Reading {

        private volatile double value;

        @SuppressWarnings("NullAway.Init")
        private Gauge gauge;

        Reading(double value) {
            this.value = value;
        }
    }
}
