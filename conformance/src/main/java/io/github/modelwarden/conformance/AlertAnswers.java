package io.github.modelwarden.conformance;

import io.github.modelwarden.alerting.series.HistogramQuantile;
import io.github.modelwarden.core.binning.BinEdges;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers to the cases of quantiles and alert rules as Prometheus evaluates them. */
final class AlertAnswers {

    private AlertAnswers() {}

    static Map<String, Answerer> answerers() {
        return Map.of(
                "histogram_quantile", AlertAnswers::histogramQuantile,
                "quantile_linear", AlertAnswers::quantile,
                "alert_rule_for", asked -> new AlertReplay(asked).values());
    }

    /** Prometheus answers a quantile outside of 0 to 1 with an infinity; the API has no such quantile. */
    private static @Nullable Double outside(double q) {
        if (q >= 0 && q <= 1) {
            return null;
        }
        return q < 0 ? Double.NEGATIVE_INFINITY : q > 1 ? Double.POSITIVE_INFINITY : Double.NaN;
    }

    private static Map<String, @Nullable Object> histogramQuantile(ReferenceCase asked) throws IOException {
        double q = asked.params().number(Double.NaN, "q");
        TreeMap<Double, Double> buckets = new TreeMap<>();
        for (JsonNode bucket : asked.inputs().at("cumulative_buckets")) {
            buckets.merge(bound(bucket.path(0)), bucket.path(1).asDouble(), Double::sum);
        }
        Double outside = outside(q);
        double total =
                buckets.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return new Values()
                .put("value", outside == null || total == 0 ? HistogramQuantile.of(q, buckets) : (double) outside)
                .asMap();
    }

    private static double bound(JsonNode bound) {
        return bound.isNumber()
                ? bound.asDouble()
                : Double.parseDouble(bound.asString().replace("Infinity", "Inf").replace("Inf", "Infinity"));
    }

    private static Map<String, @Nullable Object> quantile(ReferenceCase asked) throws IOException {
        if (asked.params().has("interpolation") && !asked.params().says("interpolation", "linear", "type 7")) {
            throw new Unanswerable("the API interpolates quantiles linearly");
        }
        double q = asked.params().number(Double.NaN, "q");
        Double outside = outside(q);
        List<Double> values = new ArrayList<>();
        JsonNode samples = asked.inputs().at("samples");
        double[][] rows = samples.path(0).isArray()
                ? asked.inputs().rows("samples")
                : new double[][] {asked.inputs().numbers("samples")};
        for (double[] row : rows) {
            double[] sorted = row.clone();
            Arrays.sort(sorted);
            values.add(
                    sorted.length == 0
                            ? Double.NaN
                            : outside == null ? BinEdges.quantile(sorted, q) : (double) outside);
        }
        return new Values()
                .put("values", values)
                .put("value", values.isEmpty() ? null : values.get(0))
                .asMap();
    }
}
