package io.github.modelwarden.conformance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects the values of an answer. */
final class Values {

    private static final Pattern AT_THRESHOLD = Pattern.compile("drift_at_threshold_(\\d+)_(\\d+)");

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    Values put(String key, @Nullable Object value) {
        values.put(key, value);
        return this;
    }

    /** A value, null where it is undefined. */
    Values put(String key, OptionalDouble value) {
        return put(key, orNull(value));
    }

    Values putAll(Map<String, ? extends @Nullable Object> more) {
        values.putAll(more);
        return this;
    }

    /** A distance under the names that cases have for it, and whether it reaches a threshold. */
    Values putDistance(ReferenceCase asked, String name, double distance) {
        put(name, distance);
        for (String key : new String[] {"distance", "statistic", "value", "score"}) {
            values.putIfAbsent(key, distance);
        }
        OptionalDouble threshold = asked.params().number("threshold", "alert_threshold");
        if (threshold.isPresent()) {
            put("drift", distance >= threshold.getAsDouble());
        }
        for (String key : asked.keys()) {
            Matcher matcher = AT_THRESHOLD.matcher(key);
            if (matcher.matches()) {
                put(key, distance >= Double.parseDouble(matcher.group(1) + "." + matcher.group(2)));
            }
        }
        return this;
    }

    /** A p-value, and whether it is below the level. */
    Values putPValue(ReferenceCase asked, @Nullable Double pValue) {
        put("p_value", pValue);
        if (pValue != null) {
            boolean below = pValue < asked.params().number(0.05, "alpha", "threshold", "significance");
            put("drift", below).put("reject", below);
        }
        return this;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Map<String, @Nullable Object> asMap() {
        return values;
    }

    static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }

    /** What a computation gives, or null where the API refuses it because the value is undefined. */
    static <T> @Nullable T orUndefined(Supplier<T> computation) {
        try {
            return computation.get();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
