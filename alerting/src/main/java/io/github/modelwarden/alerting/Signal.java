package io.github.modelwarden.alerting;

import io.github.modelwarden.config.ConfigDurations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a rule looks at: a number for each group of label values, computed over a window. Immutable.
 *
 * <p>A signal is evaluated once for each distinct combination of the {@link #groupBy} labels.
 */
public sealed interface Signal {

    /** {@return the labels that tell groups, and so alerts, apart} */
    List<String> groupBy();

    /** {@return how far back the signal looks; at least one second} */
    Duration window();

    /**
     * The signal over another window.
     *
     * @param window the window, at least one second
     * @return the changed signal
     */
    Signal over(Duration window);

    /**
     * The signal over another window.
     *
     * @param window the window, for example {@code 5m}
     * @return the changed signal
     */
    default Signal over(String window) {
        return over(ConfigDurations.parse(window));
    }

    /**
     * The signal with other groups.
     *
     * @param labels the labels that tell groups apart
     * @return the changed signal
     */
    Signal by(String... labels);

    /**
     * The signal restricted to series with a label value.
     *
     * @param label a label
     * @param value the value it must have
     * @return the changed signal
     */
    Signal where(String label, String value);

    /** {@return the names of the series that the signal is computed from in process} */
    Set<String> seriesNames();

    /**
     * Does one of three things, according to the kind of signal.
     *
     * @param <T> the type of the result
     * @param ratio for a ratio
     * @param quantile for a quantile
     * @param gauge for a gauge
     * @return what the chosen function gives
     */
    <T> T match(Function<Ratio, T> ratio, Function<Quantile, T> quantile, Function<Gauge, T> gauge);

    /** The signal with its window, and the window in the names of recorded series, scaled. */
    default Signal scaledBy(double factor) {
        return over(Checks.scaleWindow(window(), factor));
    }

    /**
     * A weighted sum of counter increases over another: {@code Σ w·increase / Σ w·increase}. There is no value where the
     * denominator is 0.
     *
     * @param numerator the terms above the line
     * @param denominator the terms below the line
     * @param groupBy the labels that tell groups apart
     * @param window how far back increases are taken
     */
    record Ratio(List<Term> numerator, List<Term> denominator, List<String> groupBy, Duration window)
            implements Signal {

        public Ratio {
            numerator = List.copyOf(numerator);
            denominator = List.copyOf(denominator);
            groupBy = Checks.groupBy(groupBy);
            Checks.window(window);
            if (numerator.isEmpty() || denominator.isEmpty()) {
                throw new IllegalArgumentException("ratio: expected at least one term in numerator and denominator"
                        + " but got " + numerator.size() + " and " + denominator.size());
            }
        }

        @Override
        public Ratio over(Duration window) {
            return new Ratio(numerator, denominator, groupBy, window);
        }

        @Override
        public Ratio by(String... labels) {
            return new Ratio(numerator, denominator, List.of(labels), window);
        }

        @Override
        public Ratio where(String label, String value) {
            return new Ratio(
                    numerator.stream().map(term -> term.where(label, value)).toList(),
                    denominator.stream().map(term -> term.where(label, value)).toList(),
                    groupBy,
                    window);
        }

        @Override
        public Set<String> seriesNames() {
            Set<String> names = new TreeSet<>();
            numerator.forEach(term -> names.add(term.metric()));
            denominator.forEach(term -> names.add(term.metric()));
            return names;
        }

        @Override
        public <T> T match(Function<Ratio, T> ratio, Function<Quantile, T> quantile, Function<Gauge, T> gauge) {
            return ratio.apply(this);
        }
    }

    /**
     * A quantile of a histogram, interpolated within its bucket as Prometheus does.
     *
     * @param metric name of the histogram, without {@code _bucket}
     * @param q the quantile, above 0 and below 1
     * @param where label values that a series must have
     * @param groupBy the labels that tell groups apart
     * @param window how far back observations are taken
     */
    record Quantile(String metric, double q, Map<String, String> where, List<String> groupBy, Duration window)
            implements Signal {

        public Quantile {
            Checks.metricName(metric);
            where = Checks.labels(where);
            groupBy = Checks.groupBy(groupBy);
            Checks.window(window);
            if (!(q > 0 && q < 1)) {
                throw new IllegalArgumentException("quantile of '" + metric
                        + "': expected q above 0 and below 1 but got " + q + "; 0.99 is the 99th percentile");
            }
        }

        @Override
        public Quantile over(Duration window) {
            return new Quantile(metric, q, where, groupBy, window);
        }

        @Override
        public Quantile by(String... labels) {
            return new Quantile(metric, q, where, List.of(labels), window);
        }

        @Override
        public Quantile where(String label, String value) {
            return new Quantile(metric, q, Checks.with(where, label, value), groupBy, window);
        }

        @Override
        public Set<String> seriesNames() {
            return Set.of(metric + "_bucket", metric + "_count");
        }

        @Override
        public <T> T match(Function<Ratio, T> ratio, Function<Quantile, T> quantile, Function<Gauge, T> gauge) {
            return quantile.apply(this);
        }
    }

    /**
     * A gauge. Where a group has several series, the worst one counts.
     *
     * @param metric name of the gauge in process, for example {@code ml_feature_psi}
     * @param recorded name of the series that a recording rule of Prometheus computes over the whole fleet, if there is
     *     one; exporters use it in place of the metric
     * @param aggregation how the samples in the window become one value
     * @param where label values that a series must have
     * @param groupBy the labels that tell groups apart
     * @param window the window that the gauge describes, and over which samples are aggregated
     */
    record Gauge(
            String metric,
            Optional<String> recorded,
            Aggregation aggregation,
            Map<String, String> where,
            List<String> groupBy,
            Duration window)
            implements Signal {

        public Gauge {
            Checks.metricName(metric);
            recorded.ifPresent(Checks::metricName);
            Objects.requireNonNull(aggregation, "aggregation");
            where = Checks.labels(where);
            groupBy = Checks.groupBy(groupBy);
            Checks.window(window);
        }

        /**
         * Names the recorded series.
         *
         * @param series its name, for example {@code model_version_feature:ml_feature_psi:1h}
         * @return the changed signal
         */
        public Gauge recordedAs(String series) {
            return new Gauge(metric, Optional.of(series), aggregation, where, groupBy, window);
        }

        /**
         * Sets how samples become one value.
         *
         * @param how the aggregation
         * @return the changed signal
         */
        public Gauge aggregated(Aggregation how) {
            return new Gauge(metric, recorded, how, where, groupBy, window);
        }

        @Override
        public Gauge over(Duration window) {
            return new Gauge(metric, recorded, aggregation, where, groupBy, window);
        }

        @Override
        public Gauge by(String... labels) {
            return new Gauge(metric, recorded, aggregation, where, List.of(labels), window);
        }

        @Override
        public Gauge where(String label, String value) {
            return new Gauge(metric, recorded, aggregation, Checks.with(where, label, value), groupBy, window);
        }

        @Override
        public Set<String> seriesNames() {
            return Set.of(metric, metric + SeriesNames.SAMPLE_COUNT);
        }

        @Override
        public Gauge scaledBy(double factor) {
            Duration scaled = Checks.scaleWindow(window, factor);
            Optional<String> name = recorded.map(series -> RecordedNames.rewindow(series, window, scaled));
            return new Gauge(metric, name, aggregation, where, groupBy, scaled);
        }

        @Override
        public <T> T match(Function<Ratio, T> ratio, Function<Quantile, T> quantile, Function<Gauge, T> gauge) {
            return gauge.apply(this);
        }
    }
}
