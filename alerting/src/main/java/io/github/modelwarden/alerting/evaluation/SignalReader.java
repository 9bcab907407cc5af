package io.github.modelwarden.alerting.evaluation;

import static io.github.modelwarden.core.catalog.MetricCatalog.FEATURE_OBSERVATIONS;
import static io.github.modelwarden.core.catalog.MetricCatalog.MODEL_INFO;

import io.github.modelwarden.alerting.Aggregation;
import io.github.modelwarden.alerting.AlertRule;
import io.github.modelwarden.alerting.SeriesNames;
import io.github.modelwarden.alerting.Signal;
import io.github.modelwarden.alerting.Term;
import io.github.modelwarden.alerting.series.HistogramQuantile;
import io.github.modelwarden.alerting.series.MetricSample;
import io.github.modelwarden.alerting.series.SeriesStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Computes the values of signals from stored samples, with the meaning that the exported PromQL has. */
public final class SignalReader {

    private final AlertRule rule;
    private final SeriesStore store;
    private final Instant now;

    private SignalReader(AlertRule rule, SeriesStore store, Instant now) {
        this.rule = rule;
        this.store = store;
        this.now = now;
    }

    /**
     * Computes a rule's signal.
     *
     * @param rule the rule
     * @param store the samples
     * @param now end of the window
     * @return a value for each group that has one; the number of samples comes from the rule's {@code minimum.metric} if
     *     that is in the store, else from the denominator, the histogram, the observations of the feature, or the count
     *     that came with a measurement, in this order
     */
    public static List<SignalValue> read(AlertRule rule, SeriesStore store, Instant now) {
        SignalReader reader = new SignalReader(rule, store, now);
        return rule.signal().match(reader::ratio, reader::quantile, reader::gauge);
    }

    /** The versions that {@code ml_model_info} lists, by model. */
    static Map<String, Set<String>> servingVersions(SeriesStore store, Instant now) {
        Map<String, Set<String>> serving = new HashMap<>();
        for (MetricSample info : store.latest(MODEL_INFO.name(), Map.of(), now)) {
            String model = info.labels().get("model");
            String version = info.labels().get("version");
            if (model != null && version != null && info.value() == 1) {
                serving.computeIfAbsent(model, name -> new HashSet<>()).add(version);
            }
        }
        return serving;
    }

    private List<SignalValue> ratio(Signal.Ratio ratio) {
        Map<Map<String, String>, Double> below = weighted(ratio.denominator(), false);
        Map<Map<String, String>, Double> counts = counts(() -> weighted(ratio.denominator(), true));
        Map<Map<String, String>, Double> above = weighted(ratio.numerator(), false);
        List<SignalValue> values = new ArrayList<>();
        below.forEach((group, denominator) -> {
            Double numerator = above.get(group);
            if (numerator != null) {
                double value = denominator > 0 ? numerator / denominator : Double.NaN;
                values.add(new SignalValue(group, value, denominator > 0 ? count(counts, group) : 0));
            }
        });
        return judgeable(values);
    }

    /** Weighted sums by group. A series that was never incremented is absent, not 0: any sibling keeps its group. */
    private Map<Map<String, String>, Double> weighted(List<Term> terms, boolean unweighted) {
        Map<Map<String, String>, Double> sums = new LinkedHashMap<>();
        Set<Map<String, String>> everywhere = new HashSet<>();
        boolean first = true;
        for (Term term : terms) {
            Set<Map<String, String>> siblings =
                    sum(increases(term.metric(), Map.of())).keySet();
            siblings.forEach(group -> sums.merge(group, 0.0, Double::sum));
            double weight = unweighted ? 1 : term.weight();
            sum(increases(term.metric(), term.where()))
                    .forEach((group, increase) -> sums.merge(group, weight * increase, Double::sum));
            if (first) {
                everywhere.addAll(siblings);
            } else {
                everywhere.retainAll(siblings);
            }
            first = false;
        }
        sums.keySet().retainAll(everywhere);
        return sums;
    }

    private List<SignalValue> quantile(Signal.Quantile quantile) {
        Map<Map<String, String>, SortedMap<Double, Double>> buckets = new LinkedHashMap<>();
        for (MetricSample bucket : increases(quantile.metric() + "_bucket", quantile.where())) {
            String bound = bucket.labels().getOrDefault("le", "");
            if (!bound.isEmpty()) {
                double upper = bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
                buckets.computeIfAbsent(pick(bucket.labels(), rule.groupBy()), group -> new TreeMap<>())
                        .merge(upper, bucket.value(), Double::sum);
            }
        }
        Map<Map<String, String>, Double> counts =
                counts(() -> sum(increases(quantile.metric() + "_count", quantile.where())));
        List<SignalValue> values = new ArrayList<>();
        buckets.forEach((group, cumulative) -> values.add(
                new SignalValue(group, HistogramQuantile.of(quantile.q(), cumulative), count(counts, group))));
        return judgeable(values);
    }

    /** Leaves out what has no value and would not even count as a group with too few samples. */
    private List<SignalValue> judgeable(List<SignalValue> values) {
        return values.stream()
                .filter(value -> !Double.isNaN(value.value())
                        || value.count() < rule.minimum().count())
                .toList();
    }

    private List<SignalValue> gauge(Signal.Gauge gauge) {
        DoubleBinaryOperator worst = rule.condition().op().upward() ? Math::max : Math::min;
        Map<Map<String, String>, Double> values = new LinkedHashMap<>();
        gaugeValues(gauge)
                .forEach((labels, value) -> values.merge(
                        pick(labels, rule.groupBy()),
                        value,
                        (a, b) -> Double.isNaN(a) ? b : Double.isNaN(b) ? a : worst.applyAsDouble(a, b)));
        Map<Map<String, String>, Double> counts = counts(() -> gaugeCounts(gauge));
        return values.entrySet().stream()
                .map(entry -> new SignalValue(entry.getKey(), entry.getValue(), count(counts, entry.getKey())))
                .toList();
    }

    private Map<Map<String, String>, Double> gaugeValues(Signal.Gauge gauge) {
        Map<Map<String, String>, Double> values = new LinkedHashMap<>();
        if (gauge.aggregation() == Aggregation.LAST) {
            store.latest(gauge.metric(), gauge.where(), now)
                    .forEach(sample -> values.put(sample.labels(), sample.value()));
        } else {
            store.samples(gauge.metric(), gauge.where(), now, gauge.window())
                    .forEach((labels, samples) -> values.put(labels, aggregate(gauge.aggregation(), samples)));
        }
        return values;
    }

    /** As {@code avg_over_time} and its like: a NaN makes the mean NaN, and is no smallest or largest value. */
    private static double aggregate(Aggregation aggregation, double[] samples) {
        if (aggregation == Aggregation.AVG) {
            return Arrays.stream(samples).average().orElse(Double.NaN);
        }
        double[] numbers =
                Arrays.stream(samples).filter(value -> !Double.isNaN(value)).toArray();
        return aggregation == Aggregation.MIN
                ? Arrays.stream(numbers).min().orElse(Double.NaN)
                : Arrays.stream(numbers).max().orElse(Double.NaN);
    }

    private Map<Map<String, String>, Double> gaugeCounts(Signal.Gauge gauge) {
        Map<String, String> where = pick(gauge.where(), rule.groupBy());
        if (rule.groupBy().contains("feature")) {
            Map<Map<String, String>, Double> observed = sum(increases(FEATURE_OBSERVATIONS.name(), where));
            if (!observed.isEmpty()) {
                return observed;
            }
        }
        return sum(store.latest(gauge.metric() + SeriesNames.SAMPLE_COUNT, gauge.where(), now));
    }

    /** The samples that each group rests on, null where nothing needs to be counted. */
    private @Nullable Map<Map<String, String>, Double> counts(Supplier<Map<Map<String, String>, Double>> otherwise) {
        if (rule.minimum().count() == 0) {
            return null;
        }
        if (rule.minimum().metric().isPresent()) {
            String metric = rule.minimum().metric().get();
            Map<String, String> where = rule.signal()
                    .match(ratio -> Map.of(), Signal.Quantile::where, gauge -> pick(gauge.where(), rule.groupBy()));
            Map<Map<String, String>, Double> counted =
                    sum(SeriesNames.isCounter(metric) ? increases(metric, where) : store.latest(metric, where, now));
            if (!counted.isEmpty()) {
                return counted;
            }
        }
        return otherwise.get();
    }

    private static double count(@Nullable Map<Map<String, String>, Double> counts, Map<String, String> group) {
        return counts == null ? Double.POSITIVE_INFINITY : counts.getOrDefault(group, 0.0);
    }

    private List<MetricSample> increases(String name, Map<String, String> where) {
        return store.increases(name, where, now, rule.signal().window());
    }

    private Map<Map<String, String>, Double> sum(List<MetricSample> samples) {
        Map<Map<String, String>, Double> sums = new LinkedHashMap<>();
        samples.forEach(sample -> sums.merge(pick(sample.labels(), rule.groupBy()), sample.value(), Double::sum));
        return sums;
    }

    private static Map<String, String> pick(Map<String, String> labels, Collection<String> names) {
        Map<String, String> picked = new TreeMap<>(labels);
        picked.keySet().retainAll(names);
        return picked;
    }
}
