package io.github.modelwarden.core.estimation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The metrics of a classifier on one window, estimated or realised. A metric whose denominator is 0 has no value.
 *
 * @param metrics the metrics that have a value, in the order of their declaration; unmodifiable
 */
public record ClassificationPerformance(Map<ClassificationMetric, Estimate> metrics) {

    public ClassificationPerformance {
        Map<ClassificationMetric, Estimate> copy = new EnumMap<>(ClassificationMetric.class);
        copy.putAll(metrics);
        metrics = Collections.unmodifiableMap(copy);
    }

    /**
     * The metrics once labels are known, by the same formulas as the estimates.
     *
     * @param scores scores, higher meaning more positive; not changed
     * @param predicted which rows were predicted positive; not changed
     * @param actual which rows are actually positive; not changed
     * @return the metrics
     * @throws IllegalArgumentException if lengths differ, there is no row, or a score is NaN
     */
    public static ClassificationPerformance realised(double[] scores, boolean[] predicted, boolean[] actual) {
        double[] certain = new double[actual.length];
        for (int i = 0; i < certain.length; i++) {
            certain[i] = actual[i] ? 1 : 0;
        }
        return expected(scores, predicted, certain);
    }

    /** The metrics expected when each row is positive with its probability. */
    static ClassificationPerformance expected(double[] scores, boolean[] predicted, double[] probabilities) {
        if (scores.length == 0 || scores.length != predicted.length || scores.length != probabilities.length) {
            throw new IllegalArgumentException(
                    "performance: expected at least one row and as many predictions and labels"
                            + " as scores but got " + scores.length + " scores, " + predicted.length
                            + " predictions and "
                            + probabilities.length + " labels");
        }
        Map<ClassificationMetric, Estimate> metrics = new EnumMap<>(ClassificationMetric.class);
        ExpectedConfusion.of(predicted, probabilities).putInto(metrics);
        ExpectedRocAuc.of(scores, probabilities).ifPresent(auc -> metrics.put(ClassificationMetric.ROC_AUC, auc));
        return new ClassificationPerformance(metrics);
    }

    /**
     * One metric.
     *
     * @param metric which
     * @return its value; empty if its denominator is 0
     */
    public Optional<Estimate> get(ClassificationMetric metric) {
        return Optional.ofNullable(metrics.get(metric));
    }

    /**
     * What a metric did on chunks of the reference: mean ± 3 standard deviations, clipped to [0, 1].
     *
     * @param chunks the realised performance on each chunk
     * @param metric which metric
     * @return the band; empty if there are fewer than 2 chunks or the metric has no value on one of them
     */
    public static Optional<MetricBand> referenceBand(
            List<ClassificationPerformance> chunks, ClassificationMetric metric) {
        double[] values = chunks.stream()
                .flatMap(chunk -> chunk.get(metric).stream())
                .mapToDouble(Estimate::value)
                .toArray();
        return values.length < Math.max(2, chunks.size())
                ? Optional.empty()
                : Optional.of(MetricBand.ofReferenceChunks(values).clip(0, 1));
    }
}
