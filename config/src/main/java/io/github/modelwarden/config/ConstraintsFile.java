package io.github.modelwarden.config;

import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.quality.Constraint;
import io.github.modelwarden.core.quality.ConstraintSet;
import io.github.modelwarden.core.quality.EpochUnit;
import io.github.modelwarden.core.quality.ReferenceCount;
import io.github.modelwarden.core.quality.Severity;
import io.github.modelwarden.core.quality.Suggestion;
import io.github.modelwarden.core.quality.Tolerance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads and writes files with constraints on a table.
 *
 * <pre>{@code
 * table:
 *   # a table without rows tells nothing
 *   rows: {min: 1, severity: critical}                # and max
 *   duplicates:
 *     # no row was repeated among 7 043 reference rows
 *     - {tolerance: 0.01, reference: {count: 0, rows: 7043}, severity: warning}
 *     - {key: [customerID], severity: critical}       # no value of customerID twice
 *   unexpected_columns: {besides: [notes], severity: warning}
 *   freshness: {max_age: 6h, severity: critical}      # of the newest event that the program knows
 * columns:
 *   TotalCharges:
 *     present: {severity: critical}
 *     type: {is: numeric, reference: {count: 0, rows: 7032}, severity: critical}
 *     # 11 of 7 043 reference rows (0.156 %) had no value
 *     missing: {tolerance: 0.01157, reference: {count: 11, rows: 7043}, severity: critical}
 *     range: {min: 18.8, max: 8684.8, reference: {count: 0, rows: 7032}, severity: warning}
 *     distinct: {min: 2, severity: critical}
 *   Contract:
 *     categories: {allowed: [Month-to-month, One year, Two year], severity: warning}
 *   signed_at:
 *     freshness: {max_age: 2d, unit: seconds, severity: warning}
 * }</pre>
 *
 * Every entry may be left out. {@code tolerance} is the share of rows that may break the constraint, 0 if left out;
 * {@code severity} is {@code warning} or {@code critical}, the latter if left out. An entry without {@code reference} is a
 * rule: a larger share fails. One with {@code reference} says how often the same was seen in reference data, and fails only
 * if chance does not explain the difference (see {@link Tolerance}); to turn it into a rule, remove {@code reference} and
 * set {@code tolerance}. Comments are not read.
 */
public final class ConstraintsFile {

    private ConstraintsFile() {}

    /**
     * Reads a file.
     *
     * @param file the file, UTF-8
     * @return its constraints
     * @throws ConfigException if the file cannot be read or is wrong
     */
    public static ConstraintSet read(Path file) {
        return parse(YamlDocument.text(file), file.toString());
    }

    /**
     * Parses the text of a file.
     *
     * @param text the YAML
     * @param source what errors call it
     * @return its constraints
     * @throws ConfigException if the text is wrong
     */
    public static ConstraintSet parse(String text, String source) {
        YamlMap root = YamlDocument.parse(text, source).onlyKeys("table", "columns");
        List<Constraint> constraints = new ArrayList<>();
        root.optionalMap("table").ifPresent(table -> constraints.addAll(table(table)));
        root.optionalMap("columns").ifPresent(columns -> {
            for (String name : columns.keys()) {
                constraints.addAll(column(name, columns.map(name)));
            }
        });
        return root.node().checked(() -> ConstraintSet.of(constraints));
    }

    /**
     * Writes constraints so that {@link #parse} gives them back.
     *
     * @param constraints the constraints
     * @return the YAML
     */
    public static String write(ConstraintSet constraints) {
        return ConstraintsWriter.write(constraints, constraint -> Optional.empty());
    }

    /**
     * Writes suggested constraints, each below its reason as a comment.
     *
     * @param suggestions the suggestions
     * @return the YAML
     * @throws IllegalArgumentException if the constraints do not go together
     */
    public static String write(List<Suggestion> suggestions) {
        Map<Constraint, String> reasons = new HashMap<>();
        suggestions.forEach(suggestion -> reasons.put(suggestion.constraint(), suggestion.reason()));
        return ConstraintsWriter.write(
                Suggestion.constraints(suggestions), constraint -> Optional.ofNullable(reasons.get(constraint)));
    }

    private static List<Constraint> table(YamlMap table) {
        table.onlyKeys("rows", "duplicates", "unexpected_columns", "freshness");
        List<Constraint> constraints = new ArrayList<>();
        table.optionalMap("rows").ifPresent(rows -> constraints.add(rows(rows)));
        if (table.has("duplicates")) {
            table.list("duplicates").forEach(entry -> constraints.add(duplicates(entry.asMap())));
        }
        table.optionalMap("unexpected_columns").ifPresent(columns -> constraints.add(unexpected(columns)));
        table.optionalMap("freshness")
                .ifPresent(fresh -> constraints.add(fresh(Optional.empty(), fresh.onlyKeys("max_age", "severity"))));
        return table.node().checked(() -> ConstraintSet.of(constraints)).constraints();
    }

    private static Constraint rows(YamlMap map) {
        map.onlyKeys("min", "max", "severity");
        long min = map.integer("min", 0);
        long max = map.integer("max", Long.MAX_VALUE);
        Severity severity = severity(map);
        return map.node().checked(() -> new Constraint.Volume(min, max, severity));
    }

    private static Constraint duplicates(YamlMap map) {
        map.onlyKeys("key", "tolerance", "reference", "severity");
        List<String> key = map.wordList("key");
        Tolerance tolerance = tolerance(map);
        Severity severity = severity(map);
        return map.node().checked(() -> new Constraint.NoDuplicates(key, tolerance, severity));
    }

    private static Constraint unexpected(YamlMap map) {
        map.onlyKeys("besides", "severity");
        List<String> besides = map.wordList("besides");
        Severity severity = severity(map);
        return map.node().checked(() -> new Constraint.NoUnexpectedColumns(besides, severity));
    }

    private static Constraint fresh(Optional<String> column, YamlMap map) {
        EpochUnit unit = map.has("unit") ? choice(map, "unit", EpochUnit.values(), EpochUnit::word) : EpochUnit.SECONDS;
        Severity severity = severity(map);
        YamlNode maxAge = map.required("max_age");
        return maxAge.checked(() -> new Constraint.Fresh(column, maxAge.asDuration(), unit, severity));
    }

    private static List<Constraint> column(String name, YamlMap column) {
        column.onlyKeys("present", "type", "missing", "range", "categories", "distinct", "freshness");
        List<Constraint> constraints = new ArrayList<>();
        for (String kind : column.keys()) {
            YamlMap map = column.map(kind);
            constraints.add(
                    switch (kind) {
                        case "present" -> present(name, map);
                        case "type" -> type(name, map);
                        case "missing" -> missing(name, map);
                        case "range" -> range(name, map);
                        case "categories" -> categories(name, map);
                        case "distinct" -> distinct(name, map);
                        default -> fresh(Optional.of(name), map.onlyKeys("max_age", "unit", "severity"));
                    });
        }
        if (constraints.isEmpty()) {
            throw column.node()
                    .error("the column '" + name + "' has no constraint; give it one, or name it in"
                            + " 'table.unexpected_columns.besides' if it may be there");
        }
        return column.node().checked(() -> ConstraintSet.of(constraints)).constraints();
    }

    private static Constraint present(String column, YamlMap map) {
        map.onlyKeys("severity");
        return new Constraint.Present(column, severity(map));
    }

    private static Constraint type(String column, YamlMap map) {
        map.onlyKeys("is", "tolerance", "reference", "severity");
        FeatureType type = choice(map, "is", FeatureType.values(), FeatureType::word);
        return new Constraint.OfType(column, type, tolerance(map), severity(map));
    }

    private static Constraint missing(String column, YamlMap map) {
        map.onlyKeys("tolerance", "reference", "severity");
        return new Constraint.NotMissing(column, tolerance(map), severity(map));
    }

    private static Constraint range(String column, YamlMap map) {
        map.onlyKeys("min", "max", "tolerance", "reference", "severity");
        double min = map.number("min", Double.NEGATIVE_INFINITY);
        double max = map.number("max", Double.POSITIVE_INFINITY);
        Tolerance tolerance = tolerance(map);
        Severity severity = severity(map);
        return map.node().checked(() -> new Constraint.InRange(column, min, max, tolerance, severity));
    }

    private static Constraint categories(String column, YamlMap map) {
        map.onlyKeys("allowed", "tolerance", "reference", "severity");
        YamlNode allowed = map.required("allowed");
        List<String> categories =
                allowed.asList().stream().map(YamlNode::asText).toList();
        Tolerance tolerance = tolerance(map);
        Severity severity = severity(map);
        return allowed.checked(() -> new Constraint.InCategories(column, categories, tolerance, severity));
    }

    private static Constraint distinct(String column, YamlMap map) {
        map.onlyKeys("min", "reference", "severity");
        YamlNode min = map.required("min");
        int fewest = (int) Math.max(0, Math.min(Integer.MAX_VALUE, min.asInteger()));
        Optional<ReferenceCount> reference = reference(map);
        Severity severity = severity(map);
        return min.checked(() -> new Constraint.NotConstant(column, fewest, reference, severity));
    }

    private static Tolerance tolerance(YamlMap map) {
        double share = map.number("tolerance", 0);
        Optional<ReferenceCount> reference = reference(map);
        YamlNode node = map.optional("tolerance").orElse(map.node());
        return node.checked(() -> new Tolerance(share, reference));
    }

    private static Optional<ReferenceCount> reference(YamlMap map) {
        return map.optionalMap("reference").map(reference -> {
            reference.onlyKeys("count", "rows");
            long count = reference.integer("count");
            long rows = reference.integer("rows");
            return reference.node().checked(() -> new ReferenceCount(count, rows));
        });
    }

    private static Severity severity(YamlMap map) {
        return map.has("severity") ? choice(map, "severity", Severity.values(), Severity::word) : Severity.CRITICAL;
    }

    private static <E> E choice(YamlMap map, String key, E[] values, Function<E, String> word) {
        List<String> words = Arrays.stream(values).map(word).toList();
        return values[words.indexOf(map.choice(key, words))];
    }
}
