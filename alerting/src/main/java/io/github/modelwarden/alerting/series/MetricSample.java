package io.github.modelwarden.alerting.series;

import io.github.modelwarden.alerting.Checks;
import io.github.modelwarden.alerting.SeriesNames;
import io.github.modelwarden.core.Measurement;
import java.util.List;
import java.util.Map;

/**
 * The value of one series at one moment, named as in the Prometheus exposition: counters end in {@code _total},
 * histograms come as {@code _bucket} with the label {@code le}, {@code _count} and {@code _sum}.
 *
 * @param name name of the series
 * @param labels its labels
 * @param value its value; may be NaN for a gauge
 */
public record MetricSample(String name, Map<String, String> labels, double value) {

    public MetricSample {
        Checks.metricName(name);
        labels = Map.copyOf(labels);
    }

    /**
     * The samples of a measurement: its value, and the number of samples it rests on, which a rule's minimum is compared
     * with when there is no other count.
     *
     * @param measurement a measurement
     * @return two samples
     */
    public static List<MetricSample> of(Measurement measurement) {
        return List.of(
                new MetricSample(measurement.name(), measurement.labels(), measurement.value()),
                new MetricSample(
                        measurement.name() + SeriesNames.SAMPLE_COUNT,
                        measurement.labels(),
                        measurement.sampleCount()));
    }
}
