package io.github.modelwarden.micrometer;

import io.github.modelwarden.core.catalog.MetricCatalog;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.profile.Baseline;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Exports one model's monitoring into a Micrometer registry. Call {@link #serve} when a model version takes over and
 * record through the {@link ServedVersion} it returns.
 *
 * <p>The counters of the last {@value #KEPT_VERSIONS} versions stay registered, so that a scrape after a switch still sees
 * what the former version counted last; older ones are removed to keep the number of series bounded. Thread-safe.
 */
public final class ModelMonitor {

    static final int KEPT_VERSIONS = 2;

    /** Request duration bounds; 0.5 s is the alert threshold of the latency rule. */
    private static final List<Duration> DURATION_BOUNDS = List.of(
            Duration.ofMillis(1),
            Duration.ofMillis(2),
            Duration.ofMillis(5),
            Duration.ofMillis(10),
            Duration.ofMillis(25),
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofMillis(2500),
            Duration.ofSeconds(5));

    private final MeterRegistry registry;
    private final Schema schema;
    private final MultiGauge info;
    private final WindowGauges gauges;
    private final Deque<ServedVersion> versions = new ArrayDeque<>();

    private ModelMonitor(MeterRegistry registry, Schema schema) {
        this.registry = registry;
        this.schema = schema;
        this.info = Meters.multiGauge(registry, MetricCatalog.MODEL_INFO);
        this.gauges = new WindowGauges(registry, schema.model());
    }

    /**
     * Creates a monitor.
     *
     * @param registry where meters are registered
     * @param schema the model's schema
     * @return the monitor; nothing is exported before {@link #serve}
     */
    public static ModelMonitor create(MeterRegistry registry, Schema schema) {
        return new ModelMonitor(Objects.requireNonNull(registry, "registry"), Objects.requireNonNull(schema, "schema"));
    }

    /**
     * Makes a version the serving one: registers its counters, every bin at 0, exports its baseline and drops the gauges
     * of the version before. Serving the current version again changes nothing.
     *
     * @param version the version
     * @param baseline its baseline
     * @param framework what it was trained with, for {@code ml_model_info}
     * @return the recorder of this version
     */
    public synchronized ServedVersion serve(String version, Baseline baseline, String framework) {
        ServedVersion current = versions.peekLast();
        if (current != null
                && current.version().equals(version)
                && current.baselineId().equals(baseline.id())) {
            return current;
        }
        versions.removeIf(served -> {
            boolean again = served.version().equals(version);
            if (again) {
                served.remove();
            }
            return again;
        });
        if (current != null) {
            current.dropBaseline();
        }
        ServedVersion served = new ServedVersion(registry, schema, version, baseline, DURATION_BOUNDS);
        versions.addLast(served);
        while (versions.size() > KEPT_VERSIONS) {
            versions.removeFirst().remove();
        }
        info.register(
                List.of(MultiGauge.Row.of(
                        Tags.of(
                                "model",
                                schema.model(),
                                "version",
                                version,
                                "baseline",
                                baseline.id(),
                                "framework",
                                framework),
                        1)),
                true);
        gauges.clear();
        return served;
    }

    /**
     * Finds the recorder of a version, for what arrives late, such as ground truth of a replaced version.
     *
     * @param version a version
     * @return its recorder; empty if it was never served or is no longer kept
     */
    public synchronized Optional<ServedVersion> served(String version) {
        return versions.stream()
                .filter(served -> served.version().equals(version))
                .findFirst();
    }

    /** {@return the gauges of the in-process evaluator: drift and performance of the current window} */
    public WindowGauges gauges() {
        return gauges;
    }
}
