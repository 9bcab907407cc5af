package io.github.modelwarden.retraining;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.StringJoiner;

/**
 * How good a model version was on rows it was not trained on.
 *
 * @param rows number of labelled rows it was judged on
 * @param positives how many of them are positive
 * @param values the metrics that were defined; unmodifiable
 */
public record ValidationMetrics(long rows, long positives, Map<ModelMetric, Double> values) {

    public ValidationMetrics {
        if (rows < 0 || positives < 0 || positives > rows) {
            throw new IllegalArgumentException("validation metrics: expected 0 <= positives <= rows but got "
                    + positives + " positives in " + rows + " rows");
        }
        Map<ModelMetric, Double> copy = new EnumMap<>(ModelMetric.class);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
    }

    /**
     * Computes all metrics.
     *
     * @param scores scores of the validation rows
     * @param threshold decision threshold
     * @param positive the truth; same length
     * @return the metrics
     */
    public static ValidationMetrics of(double[] scores, double threshold, boolean[] positive) {
        Map<ModelMetric, Double> values = new EnumMap<>(ModelMetric.class);
        for (ModelMetric metric : ModelMetric.values()) {
            metric.of(scores, threshold, positive).ifPresent(value -> values.put(metric, value));
        }
        long positives = 0;
        for (boolean isPositive : positive) {
            positives += isPositive ? 1 : 0;
        }
        return new ValidationMetrics(positive.length, positives, values);
    }

    /**
     * One metric.
     *
     * @param metric which one
     * @return its value; empty if it was not defined on the validation rows
     */
    public OptionalDouble value(ModelMetric metric) {
        Double value = values.get(metric);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** {@return one line, for example {@code rows=1200 positives=310 f1=0.61 auc=0.84}; {@link #parse} reads it back} */
    public String toText() {
        StringJoiner text = new StringJoiner(" ");
        text.add("rows=" + rows).add("positives=" + positives);
        values.forEach((metric, value) -> text.add(metric.word() + "=" + value));
        return text.toString();
    }

    /**
     * Reads what {@link #toText} wrote.
     *
     * @param text the line
     * @return the metrics
     * @throws IllegalArgumentException if the line is not of that form
     */
    public static ValidationMetrics parse(String text) {
        long rows = 0;
        long positives = 0;
        Map<ModelMetric, Double> values = new EnumMap<>(ModelMetric.class);
        for (String part : text.split(" ", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        "validation metrics: expected name=value but got '" + part + "' in '" + text + "'");
            }
            String name = part.substring(0, equals);
            String value = part.substring(equals + 1);
            switch (name) {
                case "rows" -> rows = Long.parseLong(value);
                case "positives" -> positives = Long.parseLong(value);
                default -> values.put(ModelMetric.ofWord(name), Double.parseDouble(value));
            }
        }
        return new ValidationMetrics(rows, positives, values);
    }
}
