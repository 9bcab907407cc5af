package io.github.modelwarden.alerting;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Checks that the packages of this module share; each throws {@link IllegalArgumentException} with what it got and wanted. */
public final class Checks {

    private static final Pattern METRIC = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
    private static final Duration SHORTEST_WINDOW = Duration.ofSeconds(1);

    private Checks() {}

    /**
     * Requires the name of a metric.
     *
     * @param name letters, digits, {@code _} and {@code :}, no digit first
     */
    public static void metricName(String name) {
        if (!METRIC.matcher(name).matches()) {
            throw new IllegalArgumentException("expected a metric name (letters, digits, '_' and ':', no digit first)"
                    + " but got '" + name + "'");
        }
    }

    /**
     * Requires the name of a label.
     *
     * @param name letters, digits and {@code _}, no digit first
     */
    public static void labelName(String name) {
        if (!LABEL.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "expected a label name (letters, digits and '_', no digit first) but got '" + name + "'");
        }
    }

    /**
     * Requires the names of labels.
     *
     * @param labels labels with their values
     * @return an unmodifiable copy, sorted by name
     */
    public static Map<String, String> labels(Map<String, String> labels) {
        labels.keySet().forEach(Checks::labelName);
        return Collections.unmodifiableMap(new TreeMap<>(labels));
    }

    /**
     * Adds a label.
     *
     * @param labels labels
     * @param label one more
     * @param value its value
     * @return a copy, sorted by name
     */
    public static Map<String, String> with(Map<String, String> labels, String label, String value) {
        Map<String, String> more = new TreeMap<>(labels);
        more.put(label, value);
        return more;
    }

    /**
     * Requires labels that tell groups apart.
     *
     * @param labels at least one, each once
     * @return an unmodifiable copy
     */
    public static List<String> groupBy(List<String> labels) {
        labels.forEach(Checks::labelName);
        if (labels.isEmpty() || labels.stream().distinct().count() != labels.size()) {
            throw new IllegalArgumentException("groupBy: expected at least one label, each once, but got " + labels
                    + "; [model] gives one alert a model");
        }
        return List.copyOf(labels);
    }

    /**
     * Requires a window.
     *
     * @param window at least one second
     */
    public static void window(Duration window) {
        if (window.compareTo(SHORTEST_WINDOW) < 0) {
            throw new IllegalArgumentException("window: expected at least 1s but got " + window);
        }
    }

    /**
     * Multiplies a window.
     *
     * @param window a window
     * @param factor above 0
     * @return the product in whole milliseconds, at least one second
     */
    public static Duration scaleWindow(Duration window, double factor) {
        Duration scaled = scale(window, factor);
        return scaled.compareTo(SHORTEST_WINDOW) < 0 ? SHORTEST_WINDOW : scaled;
    }

    /**
     * Multiplies a duration.
     *
     * @param duration a duration
     * @param factor above 0
     * @return the product in whole milliseconds
     */
    public static Duration scale(Duration duration, double factor) {
        return Duration.ofMillis(Math.round(duration.toMillis() * factor));
    }
}
