package io.github.modelwarden.retraining.policy;

import io.github.modelwarden.config.YamlDocument;
import io.github.modelwarden.config.YamlMap;
import io.github.modelwarden.config.YamlNode;
import io.github.modelwarden.retraining.ModelMetric;
import io.github.modelwarden.retraining.gate.DataGate;
import io.github.modelwarden.retraining.gate.PromotionGate;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads policy files.
 *
 * <pre>{@code
 * apiVersion: modelwarden/v1
 * model: churn
 * mode: auto                       # auto | approve | advise
 * triggers:
 *   anyOf:
 *     - performance: {metric: f1, drop: 0.05, floor: 0.6, confidence: 0.95, minMatured: 500}
 *     - drift: {features: 2, share: 0.3, persist: 3 of 5, unlessPerformance: {metric: f1, drop: 0.02, minMatured: 500}}
 *     - schedule: 30d
 *     - maxAge: 90d
 *     - manual
 * guards: {cooldown: 7d, minMatured: 5000, minPositives: 200, maxLabelSilence: 1d, backoffAfterRejects: 3}
 * window: 60d
 * gate:
 *   metric: f1
 *   alpha: 0.05
 *   margin: 0
 *   relevantEffect: 0.02
 *   minRows: 200
 *   minPositives: 30
 *   minAuc: 0.6
 * dataGate: {minRows: 500, minOfEachClass: 50, missingRise: 0.1, unseenShare: 0.05, stuckRise: 0.5, outsideShare: 0.05}
 * }</pre>
 *
 * A trigger entry names one trigger; {@code anyOf} and {@code allOf} can be nested. {@code guards}, {@code gate} and
 * {@code dataGate} may be left out, in whole or in part; {@code features} and {@code share} of drift too (one feature, no
 * share), but one of {@code drop} and {@code floor} has to be there.
 */
public final class PolicyFile {

    private static final String API_VERSION = "modelwarden/v1";
    private static final List<String> MODES = words(RetrainingPolicy.Mode.values());
    private static final List<String> METRICS =
            Arrays.stream(ModelMetric.values()).map(ModelMetric::word).toList();
    private static final List<String> GATE_METRICS = List.of("f1", "auc", "accuracy");
    private static final Pattern K_OF_N = Pattern.compile("([0-9]{1,4}) +of +([0-9]{1,4})");
    private static final int MAX_DEPTH = 10;

    private PolicyFile() {}

    /**
     * Reads a policy file.
     *
     * @param file the file, UTF-8
     * @return the policy
     * @throws io.github.modelwarden.config.ConfigException if the file cannot be read or is wrong, with line and column
     */
    public static RetrainingPolicy read(Path file) {
        return parse(YamlDocument.text(file), file.toString());
    }

    /**
     * Parses the text of a policy file.
     *
     * @param text the YAML
     * @param source what errors call it
     * @return the policy
     * @throws io.github.modelwarden.config.ConfigException if the text is wrong, with line and column
     */
    public static RetrainingPolicy parse(String text, String source) {
        YamlMap root = YamlDocument.parse(text, source)
                .onlyKeys("apiVersion", "model", "mode", "triggers", "guards", "window", "gate", "dataGate");
        root.choice("apiVersion", List.of(API_VERSION));
        String model = root.word("model");
        RetrainingPolicy.Mode mode =
                RetrainingPolicy.Mode.valueOf(root.choice("mode", MODES).toUpperCase(Locale.ROOT));
        Trigger trigger = trigger(root.required("triggers"), 0);
        Guards guards = root.optionalMap("guards").map(PolicyFile::guards).orElseGet(Guards::withDefaults);
        PromotionGate gate = root.optionalMap("gate").map(PolicyFile::gate).orElseGet(PromotionGate::withDefaults);
        DataGate dataGate =
                root.optionalMap("dataGate").map(PolicyFile::dataGate).orElseGet(DataGate::withDefaults);
        YamlNode window = root.required("window");
        return window.checked(
                () -> new RetrainingPolicy(model, mode, trigger, guards, dataGate, gate, window.asDuration()));
    }

    private static Trigger trigger(YamlNode node, int depth) {
        if (depth > MAX_DEPTH) {
            throw node.error("triggers are nested more than " + MAX_DEPTH + " deep; flatten them");
        }
        if (!node.isMap()) {
            if (node.asString().equals("manual")) {
                return new Trigger.Manual();
            }
            throw node.error(
                    "expected a trigger such as 'schedule: 30d' or the word manual but got '" + node.asString() + "'");
        }
        YamlMap map = node.asMap().onlyKeys("anyOf", "allOf", "schedule", "maxAge", "performance", "drift");
        if (map.keys().size() != 1) {
            throw node.error("expected exactly one trigger here but got " + map.keys()
                    + "; put several into a list under anyOf or allOf");
        }
        String word = map.keys().iterator().next();
        YamlNode value = map.required(word);
        return value.checked(() -> switch (word) {
            case "anyOf" -> new Trigger.AnyOf(triggers(value, depth));
            case "allOf" -> new Trigger.AllOf(triggers(value, depth));
            case "schedule" -> new Trigger.Schedule(value.asDuration());
            case "maxAge" -> new Trigger.MaxAge(value.asDuration());
            case "performance" -> performance(value.asMap());
            default -> drift(value.asMap());
        });
    }

    private static List<Trigger> triggers(YamlNode list, int depth) {
        return list.asList().stream().map(node -> trigger(node, depth + 1)).toList();
    }

    private static PerformanceDrop performance(YamlMap map) {
        map.onlyKeys("metric", "drop", "floor", "confidence", "minMatured");
        ModelMetric metric = ModelMetric.ofWord(map.choice("metric", METRICS));
        return map.node()
                .checked(() -> new PerformanceDrop(
                        metric,
                        optionalNumber(map, "drop"),
                        optionalNumber(map, "floor"),
                        map.number("confidence", 0.95),
                        map.integer("minMatured")));
    }

    private static OptionalDouble optionalNumber(YamlMap map, String key) {
        return map.has(key) ? OptionalDouble.of(map.number(key)) : OptionalDouble.empty();
    }

    private static Trigger drift(YamlMap map) {
        map.onlyKeys("features", "share", "persist", "unlessPerformance");
        YamlNode persist = map.required("persist");
        Matcher matcher = K_OF_N.matcher(persist.asString());
        if (!matcher.matches()) {
            throw persist.error("expected 'k of n' such as '3 of 5' but got '" + persist.asString() + "'");
        }
        int k = Integer.parseInt(matcher.group(1));
        int n = Integer.parseInt(matcher.group(2));
        Optional<PerformanceDrop> unless = map.optionalMap("unlessPerformance").map(PolicyFile::performance);
        int features = intOf(map, "features", 1);
        return persist.checked(() -> new Trigger.DriftPersists(features, map.number("share", 0), k, n, unless));
    }

    private static Guards guards(YamlMap map) {
        map.onlyKeys("cooldown", "minMatured", "minPositives", "maxLabelSilence", "backoffAfterRejects");
        Guards defaults = Guards.withDefaults();
        return map.node()
                .checked(() -> new Guards(
                        map.duration("cooldown", defaults.cooldown()),
                        map.integer("minMatured", defaults.minMatured()),
                        map.integer("minPositives", defaults.minPositives()),
                        map.duration("maxLabelSilence", defaults.maxLabelSilence()),
                        intOf(map, "backoffAfterRejects", defaults.backoffAfterRejects())));
    }

    private static PromotionGate gate(YamlMap map) {
        map.onlyKeys("metric", "alpha", "margin", "relevantEffect", "minRows", "minPositives", "minAuc", "resamples");
        PromotionGate defaults = PromotionGate.withDefaults();
        ModelMetric metric =
                map.has("metric") ? ModelMetric.ofWord(map.choice("metric", GATE_METRICS)) : defaults.metric();
        return map.node()
                .checked(() -> new PromotionGate(
                        metric,
                        map.number("alpha", defaults.alpha()),
                        map.number("margin", defaults.margin()),
                        map.number("relevantEffect", defaults.relevantEffect()),
                        intOf(map, "minRows", defaults.minRows()),
                        intOf(map, "minPositives", defaults.minPositives()),
                        map.number("minAuc", defaults.minAuc()),
                        intOf(map, "resamples", defaults.resamples())));
    }

    private static DataGate dataGate(YamlMap map) {
        map.onlyKeys("minRows", "minOfEachClass", "missingRise", "unseenShare", "stuckRise", "outsideShare");
        DataGate defaults = DataGate.withDefaults();
        return map.node()
                .checked(() -> new DataGate(
                        intOf(map, "minRows", defaults.minRows()),
                        intOf(map, "minOfEachClass", defaults.minOfEachClass()),
                        map.number("missingRise", defaults.maxMissingRise()),
                        map.number("unseenShare", defaults.maxUnseenShare()),
                        map.number("stuckRise", defaults.maxStuckRise()),
                        map.number("outsideShare", defaults.maxOutsideShare())));
    }

    private static int intOf(YamlMap map, String key, int missing) {
        long value = map.integer(key, missing);
        if (value != (int) value) {
            throw map.required(key)
                    .error("expected a whole number below 2147483648 for '" + key + "' but got " + value);
        }
        return (int) value;
    }

    private static List<String> words(RetrainingPolicy.Mode[] modes) {
        return Arrays.stream(modes).map(m -> m.name().toLowerCase(Locale.ROOT)).toList();
    }
}
