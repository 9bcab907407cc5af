package io.github.modelwarden.micrometer;

import io.github.modelwarden.core.catalog.MetricCatalog;
import io.github.modelwarden.core.catalog.MetricDefinition;
import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.report.DriftReport;
import io.github.modelwarden.drift.report.FeatureDrift;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Gauges of the in-process evaluator. What is unknown is not exported: a metric without a value has no series, so that a
 * rule over it sees no data instead of a number nobody measured. Thread-safe.
 */
public final class WindowGauges {

    private static final List<MetricDefinition> DRIFT = List.of(
            MetricCatalog.FEATURE_PSI,
            MetricCatalog.FEATURE_PSI_P_VALUE,
            MetricCatalog.FEATURE_KS,
            MetricCatalog.FEATURE_KS_P_VALUE,
            MetricCatalog.FEATURE_JS_DIVERGENCE,
            MetricCatalog.FEATURE_WASSERSTEIN,
            MetricCatalog.FEATURE_DRIFTED);

    private static final List<MetricDefinition> PERFORMANCE = List.of(
            MetricCatalog.MODEL_F1,
            MetricCatalog.MODEL_PRECISION,
            MetricCatalog.MODEL_RECALL,
            MetricCatalog.MODEL_ACCURACY,
            MetricCatalog.MODEL_ROC_AUC,
            MetricCatalog.LABEL_COVERAGE);

    private final String model;
    private final Map<String, GaugeFamily> gauges = new LinkedHashMap<>();

    WindowGauges(MeterRegistry registry, String model) {
        this.model = model;
        for (MetricDefinition metric : DRIFT) {
            gauges.put(metric.name(), new GaugeFamily(registry, metric));
        }
        for (MetricDefinition metric : PERFORMANCE) {
            gauges.put(metric.name(), new GaugeFamily(registry, metric));
        }
    }

    /**
     * Replaces the drift gauges by those of a report.
     *
     * @param version the model version the report is about
     * @param window the window's length as a label, for example {@code 1h}
     * @param report the report; statistics of inconclusive features are not exported
     */
    public synchronized void publishDrift(String version, String window, DriftReport report) {
        Map<String, Map<Tags, Double>> rows = new LinkedHashMap<>();
        DRIFT.forEach(metric -> rows.put(metric.name(), new LinkedHashMap<>()));
        for (FeatureDrift feature : report.features()) {
            if (feature.inconclusive()) {
                continue;
            }
            Tags tags = Tags.of("model", model, "version", version, "feature", feature.feature(), "window", window);
            for (TestStatistic test : feature.tests()) {
                add(rows, "ml_feature_" + test.name(), OptionalDouble.of(test.value()), tags);
                add(rows, "ml_feature_" + test.name() + "_p_value", test.pValue(), tags);
            }
            add(rows, MetricCatalog.FEATURE_DRIFTED.name(), OptionalDouble.of(feature.drifted() ? 1 : 0), tags);
        }
        rows.forEach(this::publish);
    }

    /**
     * Replaces the performance gauges.
     *
     * @param version the model version
     * @param window the window's length as a label
     * @param values values by metric, as defined in the catalog; an empty value is not exported
     * @throws IllegalArgumentException if a metric is not a performance gauge
     */
    public synchronized void publishPerformance(
            String version, String window, Map<MetricDefinition, OptionalDouble> values) {
        Tags tags = Tags.of("model", model, "version", version, "window", window);
        for (MetricDefinition metric : values.keySet()) {
            if (!PERFORMANCE.contains(metric)) {
                throw new IllegalArgumentException("'" + metric.name()
                        + "' is not a performance gauge; expected one of "
                        + PERFORMANCE.stream().map(MetricDefinition::name).toList());
            }
        }
        for (MetricDefinition metric : PERFORMANCE) {
            Map<Tags, Double> rows = new LinkedHashMap<>();
            OptionalDouble value = values.getOrDefault(metric, OptionalDouble.empty());
            value.ifPresent(v -> rows.put(tags, v));
            publish(metric.name(), rows);
        }
    }

    synchronized void clear() {
        gauges.keySet().forEach(name -> publish(name, Map.of()));
    }

    private static void add(Map<String, Map<Tags, Double>> rows, String metric, OptionalDouble value, Tags tags) {
        Map<Tags, Double> known = rows.get(metric);
        if (known != null && value.isPresent()) {
            known.put(tags, value.getAsDouble());
        }
    }

    private void publish(String metric, Map<Tags, Double> rows) {
        GaugeFamily gauge = gauges.get(metric);
        if (gauge != null) {
            gauge.publish(rows);
        }
    }
}
