package io.github.modelwarden.conformance;

import io.github.modelwarden.core.threshold.BatchNormalAnomaly;
import io.github.modelwarden.core.threshold.Bounds;
import io.github.modelwarden.core.threshold.Comparison;
import io.github.modelwarden.core.threshold.Offset;
import io.github.modelwarden.core.threshold.StandardDeviationThreshold;
import io.github.modelwarden.core.threshold.ThresholdCondition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers to the cases of thresholds on metrics. */
final class ThresholdAnswers {

    private ThresholdAnswers() {}

    static Map<String, Answerer> answerers() {
        return Map.of(
                "threshold_condition", ThresholdAnswers::conditions,
                "threshold_constant", ThresholdAnswers::constant,
                "threshold_standard_deviation", ThresholdAnswers::standardDeviation,
                "anomaly_batch_normal", ThresholdAnswers::batchNormal);
    }

    private static Map<String, @Nullable Object> conditions(ReferenceCase asked) throws IOException {
        List<Boolean> results = new ArrayList<>();
        for (JsonNode row : asked.inputs().at("rows")) {
            results.add(holds(row));
        }
        return new Values().put("results", results).asMap();
    }

    /** A row with an {@code op} and a {@code value}, or with several comparisons by name, all of which must hold. */
    private static boolean holds(JsonNode row) {
        double actual = row.path("actual").asDouble();
        if (row.has("op")) {
            return holds(row.path("op").asString(), row.path("value"), row, actual);
        }
        boolean holds = true;
        for (Comparison comparison : Comparison.values()) {
            if (row.has(comparison.word())) {
                holds &= holds(comparison.word(), row.path(comparison.word()), row, actual);
            }
        }
        for (String word : new String[] {"is_in", "not_in"}) {
            holds &= !row.has(word) || holds(word, row.path(word), row, actual);
        }
        return holds;
    }

    private static boolean holds(String op, JsonNode value, JsonNode row, double actual) {
        if (op.equals("is_in") || op.equals("not_in")) {
            boolean found = value.valueStream().anyMatch(one -> holds("eq", one, row, actual));
            return found == op.equals("is_in");
        }
        JsonNode wanted = value.isObject() ? value.path("value") : value;
        JsonNode tolerances = value.isObject() ? value : row;
        if (!wanted.isNumber()) {
            throw new IllegalArgumentException("value: expected a number but got " + wanted);
        }
        return ThresholdCondition.of(Comparison.ofWord(word(op)), wanted.asDouble())
                .withRelative(tolerances.path("relative").asDouble(0))
                .withAbsolute(tolerances.path("absolute").asDouble(0))
                .holds(actual);
    }

    private static String word(String op) {
        return switch (op) {
            case "==", "=" -> "eq";
            case "!=", "ne", "neq" -> "not_eq";
            case ">" -> "gt";
            case ">=", "ge" -> "gte";
            case "<" -> "lt";
            case "<=", "le" -> "lte";
            default -> op;
        };
    }

    /** A limit of a case: a number, or null for none. Anything else is refused, as a truth value or a text. */
    private static OptionalDouble limit(Convention params, String... names) {
        for (String name : names) {
            if (params.has(name)) {
                JsonNode value = params.at(name);
                boolean infinite = value.isString() && value.asString().endsWith("Infinity");
                if (!value.isNumber() && !infinite) {
                    throw new IllegalArgumentException(name + ": expected a number or null but got " + value);
                }
                return OptionalDouble.of(infinite ? Double.parseDouble(value.asString()) : value.asDouble());
            }
        }
        return OptionalDouble.empty();
    }

    private static Map<String, @Nullable Object> constant(ReferenceCase asked) throws IOException {
        OptionalDouble lower = limit(asked.params(), "lower", "lower_bound");
        OptionalDouble upper = limit(asked.params(), "upper", "upper_bound");
        boolean open = lower.isEmpty() && upper.isEmpty();
        double[] values = asked.inputs().has("values") ? asked.inputs().numbers("values") : new double[0];
        int from = asked.params().at("interval").path(0).asInt(0);
        int to = Math.min(values.length, asked.params().at("interval").path(1).asInt(values.length));
        // the API wants a limit to one side at least; without one, nothing is outside
        int[] breaches = open ? new int[0] : new Bounds(lower, upper).breaches(values);
        return new Values()
                .put("lower", lower)
                .put("upper", upper)
                .put(
                        "anomaly_indices",
                        Arrays.stream(breaches).filter(i -> i >= from && i < to).toArray())
                .asMap();
    }

    /** Each side by itself: a range whose sides coincide is no range to the API. */
    private static Map<String, @Nullable Object> standardDeviation(ReferenceCase asked) throws IOException {
        Convention params = asked.params();
        int ddof = params.whole(0, "ddof");
        if (ddof != 0 && ddof != 1) {
            throw new Unanswerable(
                    "the API divides by the number of chunks, or by one less, but not by " + ddof + " less");
        }
        OptionalDouble lower = limit(params, "lower_multiplier", "std_lower_multiplier");
        OptionalDouble upper = limit(params, "upper_multiplier", "std_upper_multiplier");
        Offset offset = offset(params);
        StandardDeviationThreshold threshold =
                StandardDeviationThreshold.withDefaults().withOffset(offset).withSampleDeviation(ddof == 1);
        StandardDeviationThreshold below = lower.isPresent() ? threshold.withLower(lower.getAsDouble()) : threshold;
        StandardDeviationThreshold above = upper.isPresent() ? threshold.withUpper(upper.getAsDouble()) : threshold;
        Values values = new Values().put("lower", (Object) null).put("upper", (Object) null);
        if (!asked.inputs().has("values")) {
            return values.asMap();
        }
        double[] chunks = asked.inputs().numbers("values");
        if (lower.isPresent()) {
            values.put("lower", below.withoutUpper().bounds(chunks).lower());
        }
        if (upper.isPresent()) {
            values.put("upper", above.withoutLower().bounds(chunks).upper());
        }
        return values.asMap();
    }

    private static Offset offset(Convention params) {
        String word = params.text("offset_from").replace("np.", "").replace("numpy.", "");
        if (word.isEmpty()) {
            return Offset.MEAN;
        }
        return Arrays.stream(Offset.values())
                .filter(offset -> offset.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new Unanswerable("the API does not measure from the " + word + " of the chunks"));
    }

    private static Map<String, @Nullable Object> batchNormal(ReferenceCase asked) throws IOException {
        Convention params = asked.params();
        double[] values = asked.inputs().numbers("values");
        JsonNode interval = params.at("interval");
        boolean included = params.flag(false, "include_interval", "includeInterval")
                || params.says("statistics", "all values", "including the interval");
        int[] anomalies = BatchNormalAnomaly.withDefaults()
                .withFactors(
                        limit(params, "lower").orElse(Double.POSITIVE_INFINITY),
                        limit(params, "upper").orElse(Double.POSITIVE_INFINITY))
                .withIntervalIncluded(included)
                .anomalies(values, interval.path(0).asInt(0), interval.path(1).asInt(values.length));
        return new Values().put("anomaly_indices", anomalies).asMap();
    }
}
