package io.github.modelwarden.alerting;

import static io.github.modelwarden.core.catalog.MetricCatalog.FEATURE_PSI;
import static io.github.modelwarden.core.catalog.MetricCatalog.LABELED_PREDICTIONS;
import static io.github.modelwarden.core.catalog.MetricCatalog.REQUESTS;
import static io.github.modelwarden.core.catalog.MetricCatalog.REQUEST_DURATION;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The usual signals, to be adjusted with {@code over}, {@code by} and {@code where}. */
public final class Signals {

    private static final List<String> MODEL = List.of("model");
    private static final List<String> VERSION = List.of("model", "version");
    private static final List<String> FEATURE = List.of("model", "version", "feature");

    private Signals() {}

    /** {@return the share of requests that ended in a server error, by model, over 5 minutes} */
    public static Signal.Ratio errorRate() {
        return new Signal.Ratio(
                List.of(Term.of(REQUESTS.name()).where("outcome", "server_error")),
                List.of(Term.of(REQUESTS.name())),
                MODEL,
                Duration.ofMinutes(5));
    }

    /**
     * A quantile of the duration of requests in seconds, by model, over 10 minutes.
     *
     * @param q the quantile, for example 0.99
     * @return the signal
     */
    public static Signal.Quantile latency(double q) {
        return new Signal.Quantile(REQUEST_DURATION.name(), q, Map.of(), MODEL, Duration.ofMinutes(10));
    }

    /**
     * The population stability index of a feature, by model and version, over one hour.
     *
     * @param feature the feature's name
     * @return the signal
     */
    public static Signal.Gauge psi(String feature) {
        Duration window = Duration.ofHours(1);
        return gauge(FEATURE_PSI.name())
                .recordedAs(RecordedNames.psi(window))
                .where("feature", feature)
                .over(window)
                .by(FEATURE.toArray(new String[0]));
    }

    /** {@return F1 = 2tp/(2tp + fp + fn) of the labelled predictions, by model and version, over 24 hours} */
    public static Signal.Ratio f1() {
        Term twiceTruePositives = labeled("tp").times(2);
        return quality(List.of(twiceTruePositives), List.of(twiceTruePositives, labeled("fp"), labeled("fn")));
    }

    /** {@return precision = tp/(tp + fp) of the labelled predictions, by model and version, over 24 hours} */
    public static Signal.Ratio precision() {
        return quality(List.of(labeled("tp")), List.of(labeled("tp"), labeled("fp")));
    }

    /** {@return recall = tp/(tp + fn) of the labelled predictions, by model and version, over 24 hours} */
    public static Signal.Ratio recall() {
        return quality(List.of(labeled("tp")), List.of(labeled("tp"), labeled("fn")));
    }

    private static Signal.Ratio quality(List<Term> numerator, List<Term> denominator) {
        return new Signal.Ratio(numerator, denominator, VERSION, Duration.ofHours(24));
    }

    private static Term labeled(String outcome) {
        return Term.of(LABELED_PREDICTIONS.name()).where("outcome", outcome);
    }

    /**
     * The newest value of a gauge, by model and version, over 5 minutes.
     *
     * @param metric the gauge's name
     * @return the signal
     */
    public static Signal.Gauge gauge(String metric) {
        return new Signal.Gauge(metric, Optional.empty(), Aggregation.LAST, Map.of(), VERSION, Duration.ofMinutes(5));
    }
}
