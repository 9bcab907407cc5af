package io.github.modelwarden.alerting;

import io.github.modelwarden.config.ConfigException;
import io.github.modelwarden.config.YamlDocument;
import io.github.modelwarden.config.YamlMap;
import io.github.modelwarden.config.YamlNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads and writes rule files: a list of rules, or a mapping with the list under {@code rules}.
 *
 * <pre>{@code
 * rules:
 *   - id: api_error_rate
 *     title: API error rate
 *     signal:
 *       kind: ratio                 # or quantile, gauge
 *       window: 5m
 *       groupBy: [model]
 *       numerator: [{metric: ml_requests_total, where: {outcome: server_error}}]
 *       denominator: [{metric: ml_requests_total}]
 *     minimum: {count: 20}
 *     condition: {op: gt, levels: {critical: 0.05}}
 *     for: 0s
 *     keepFiringFor: 5m
 *     evaluateEvery: 30s
 *     noData: ok                    # or keep, alert, separate
 *     unit: ratio
 *     summary: "{model}: {value} of requests failed (limit {threshold})"
 * }</pre>
 */
public final class RuleFile {

    private RuleFile() {}

    /**
     * Reads a rule file.
     *
     * @param file the file, UTF-8
     * @return its rules
     * @throws ConfigException if the file cannot be read or is wrong
     */
    public static RuleSet read(Path file) {
        return parse(YamlDocument.text(file), file.toString());
    }

    /**
     * Parses the text of a rule file.
     *
     * @param text the YAML
     * @param source what errors call it
     * @return its rules
     * @throws ConfigException if the text is wrong
     */
    public static RuleSet parse(String text, String source) {
        YamlNode root = YamlDocument.parseNode(text, source);
        List<YamlNode> nodes = root.isMap() ? root.asMap().onlyKeys("rules").list("rules") : root.asList();
        Map<String, AlertRule> byId = new HashMap<>();
        List<AlertRule> rules = nodes.stream()
                .map(node -> {
                    AlertRule rule = rule(node.asMap());
                    if (byId.put(rule.id(), rule) != null) {
                        throw node.error("the rule '" + rule.id() + "' is defined twice; give one another id");
                    }
                    return rule;
                })
                .toList();
        return new RuleSet(rules);
    }

    /**
     * Writes rules so that {@link #parse} gives them back.
     *
     * @param rules the rules
     * @return the YAML
     */
    public static String write(RuleSet rules) {
        return RuleWriter.write(rules);
    }

    private static AlertRule rule(YamlMap map) {
        map.onlyKeys(
                "id",
                "title",
                "signal",
                "minimum",
                "condition",
                "for",
                "keepFiringFor",
                "evaluateEvery",
                "noData",
                "unit",
                "labels",
                "summary",
                "description",
                "runbook",
                "dashboard");
        String id = map.string("id");
        String title = map.string("title", id);
        Signal signal = signal(map.map("signal"));
        Minimum minimum = map.optionalMap("minimum").map(RuleFile::minimum).orElse(Minimum.NONE);
        Condition condition = condition(map.map("condition"));
        Timing timing = map.node()
                .checked(() -> new Timing(
                        map.duration("for", Timing.DEFAULT.lasting()),
                        map.duration("keepFiringFor", Timing.DEFAULT.keepFiringFor()),
                        map.duration("evaluateEvery", Timing.DEFAULT.evaluateEvery())));
        NoData noData = map.has("noData") ? choice(map, "noData", NoData.class) : NoData.OK;
        Presentation presentation = map.node()
                .checked(() -> new Presentation(
                        map.string("unit", AlertBuilder.DEFAULT_UNIT),
                        map.wordMap("labels"),
                        map.string("summary", AlertBuilder.defaultSummary(title)),
                        map.optionalString("description"),
                        map.optionalString("runbook"),
                        map.optionalString("dashboard")));
        return map.node()
                .checked(() -> new AlertRule(id, title, signal, minimum, condition, timing, noData, presentation));
    }

    private static Signal signal(YamlMap map) {
        return switch (map.choice("kind", List.of("ratio", "quantile", "gauge"))) {
            case "ratio" -> ratio(map);
            case "quantile" -> quantile(map);
            default -> gauge(map);
        };
    }

    private static Signal ratio(YamlMap map) {
        map.onlyKeys("kind", "window", "groupBy", "where", "numerator", "denominator");
        List<Term> numerator = terms(map, "numerator");
        List<Term> denominator = terms(map, "denominator");
        Signal signal = map.node()
                .checked(() ->
                        new Signal.Ratio(numerator, denominator, map.stringList("groupBy"), map.duration("window")));
        for (Map.Entry<String, String> label : map.wordMap("where").entrySet()) {
            signal = signal.where(label.getKey(), label.getValue());
        }
        return signal;
    }

    private static List<Term> terms(YamlMap map, String key) {
        return map.list(key).stream()
                .map(node -> {
                    YamlMap term = node.asMap().onlyKeys("metric", "where", "weight");
                    return node.checked(
                            () -> new Term(term.string("metric"), term.wordMap("where"), term.number("weight", 1)));
                })
                .toList();
    }

    private static Signal quantile(YamlMap map) {
        map.onlyKeys("kind", "window", "groupBy", "where", "metric", "q");
        return map.node()
                .checked(() -> new Signal.Quantile(
                        map.string("metric"),
                        map.number("q"),
                        map.wordMap("where"),
                        map.stringList("groupBy"),
                        map.duration("window")));
    }

    private static Signal gauge(YamlMap map) {
        map.onlyKeys("kind", "window", "groupBy", "where", "metric", "recorded", "over");
        Aggregation aggregation = map.has("over") ? choice(map, "over", Aggregation.class) : Aggregation.LAST;
        return map.node()
                .checked(() -> new Signal.Gauge(
                        map.string("metric"),
                        map.optionalString("recorded"),
                        aggregation,
                        map.wordMap("where"),
                        map.stringList("groupBy"),
                        map.duration("window")));
    }

    private static Minimum minimum(YamlMap map) {
        map.onlyKeys("count", "metric");
        long count = map.integer("count");
        Optional<String> metric = map.optionalString("metric");
        return map.node().checked(() -> new Minimum(count, metric));
    }

    private static Condition condition(YamlMap map) {
        map.onlyKeys("op", "levels");
        Comparison op = choice(map, "op", Comparison.class);
        YamlMap levels = map.map("levels")
                .onlyKeys(Arrays.stream(Severity.values()).map(Severity::word).toArray(String[]::new));
        Map<Severity, Double> thresholds = new HashMap<>();
        for (Severity severity : Severity.values()) {
            if (levels.has(severity.word())) {
                thresholds.put(severity, levels.number(severity.word()));
            }
        }
        return map.node().checked(() -> new Condition(op, thresholds));
    }

    private static <E extends Enum<E>> E choice(YamlMap map, String key, Class<E> type) {
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        return Enum.valueOf(type, map.choice(key, words).toUpperCase(Locale.ROOT));
    }
}
