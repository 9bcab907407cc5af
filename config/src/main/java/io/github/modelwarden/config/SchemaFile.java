package io.github.modelwarden.config;

import io.github.modelwarden.core.data.CategoricalFeature;
import io.github.modelwarden.core.data.Feature;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.Label;
import io.github.modelwarden.core.data.NumericFeature;
import io.github.modelwarden.core.data.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads schema files.
 *
 * <pre>{@code
 * model: churn
 * features:
 *   - {name: customer_age, type: numeric, min: 18, max: 120}
 *   - {name: contract, type: categorical, categories: [month_to_month, one_year, two_year]}
 * label: {name: churn, positive: churn, negative: stay}
 * score: churn_score              # optional: the column with the model's score
 * ignore: [customer_id]           # optional: columns that are not features
 * replay: {reference: 0.5, first: {contract: month_to_month}}   # optional
 * }</pre>
 *
 * A feature may also say {@code required: false} (a missing value is then counted, not refused) and
 * {@code sensitive: true} (its values never appear in logs).
 */
public final class SchemaFile {

    private static final List<String> TYPES = List.of(FeatureType.NUMERIC.word(), FeatureType.CATEGORICAL.word());

    private SchemaFile() {}

    /**
     * Reads a schema file.
     *
     * @param file the file, UTF-8
     * @return what it says
     * @throws ConfigException if the file cannot be read or is wrong
     */
    public static SchemaDocument read(Path file) {
        return parse(YamlDocument.text(file), file.toString());
    }

    /**
     * Parses the text of a schema file.
     *
     * @param text the YAML
     * @param source what errors call it
     * @return what it says
     * @throws ConfigException if the text is wrong
     */
    public static SchemaDocument parse(String text, String source) {
        YamlMap root =
                YamlDocument.parse(text, source).onlyKeys("model", "features", "label", "score", "ignore", "replay");
        String model = root.word("model");
        List<Feature> features =
                root.list("features").stream().map(SchemaFile::feature).toList();
        Label label = label(root.map("label"));
        Schema schema = root.node().checked(() -> Schema.of(model, features, label));
        Optional<String> score = root.optional("score").map(YamlNode::asWord);
        List<String> ignored = root.wordList("ignore");
        Optional<Replay> replay = root.optionalMap("replay").map(SchemaFile::replay);
        return root.node().checked(() -> new SchemaDocument(schema, score, ignored, replay));
    }

    private static Feature feature(YamlNode node) {
        YamlMap map = node.asMap().onlyKeys("name", "type", "categories", "min", "max", "required", "sensitive");
        String name = map.word("name");
        boolean required = map.bool("required", true);
        boolean sensitive = map.bool("sensitive", false);
        if (map.choice("type", TYPES).equals(FeatureType.NUMERIC.word())) {
            refuse(map, name, "categories", FeatureType.CATEGORICAL);
            double min = map.number("min", Double.NEGATIVE_INFINITY);
            double max = map.number("max", Double.POSITIVE_INFINITY);
            return node.checked(() -> new NumericFeature(name, min, max, required, sensitive));
        }
        refuse(map, name, "min", FeatureType.NUMERIC);
        refuse(map, name, "max", FeatureType.NUMERIC);
        List<String> categories = map.wordList("categories");
        return node.checked(() -> new CategoricalFeature(name, categories, required, sensitive));
    }

    private static void refuse(YamlMap map, String feature, String key, FeatureType owner) {
        map.optional(key).ifPresent(value -> {
            throw value.error("feature '" + feature + "': '" + key + "' belongs to " + owner.word()
                    + " features only; remove it or change the type to " + owner.word());
        });
    }

    private static Label label(YamlMap map) {
        map.onlyKeys("name", "positive", "negative");
        String name = map.word("name");
        String positive = map.word("positive");
        String negative = map.word("negative");
        return map.node().checked(() -> new Label(name, positive, negative));
    }

    private static Replay replay(YamlMap map) {
        map.onlyKeys("reference", "first");
        YamlNode reference = map.required("reference");
        double share = reference.asNumber();
        return reference.checked(() -> new Replay(share, map.wordMap("first")));
    }
}
