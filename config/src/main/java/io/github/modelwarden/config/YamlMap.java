package io.github.modelwarden.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of a YAML file with typed reads. Every read names the place of what it refuses. A key whose value is
 * nothing is an error, not a missing key. Immutable.
 */
public final class YamlMap {

    private final YamlNode node;
    private final Map<String, YamlNode> entries;

    YamlMap(YamlNode node, Map<String, YamlNode> entries) {
        this.node = node;
        this.entries = entries;
    }

    /** {@return this mapping as a value with its place} */
    public YamlNode node() {
        return node;
    }

    /** {@return the keys in the order of the file} */
    public Set<String> keys() {
        return java.util.Collections.unmodifiableSet(entries.keySet());
    }

    /**
     * Tells whether a key is there.
     *
     * @param key a key
     * @return true if it is, whatever its value
     */
    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /**
     * Refuses every key but the given ones.
     *
     * @param known the keys that may be there
     * @return this
     * @throws ConfigException at the first other key, with the closest known key as a suggestion
     */
    public YamlMap onlyKeys(String... known) {
        for (Map.Entry<String, YamlNode> entry : entries.entrySet()) {
            if (!List.of(known).contains(entry.getKey())) {
                String closest = ClosestWord.to(entry.getKey(), List.of(known));
                String next =
                        closest == null ? "expected " + String.join(", ", known) : "did you mean '" + closest + "'?";
                YamlPlace place = entry.getValue().keyPlace();
                throw new ConfigException(
                        place.source(), place.line(), place.column(), "unknown key '" + entry.getKey() + "'; " + next);
            }
        }
        return this;
    }

    /**
     * A value that must be there.
     *
     * @param key its key
     * @return the value
     * @throws ConfigException if the key is missing
     */
    public YamlNode required(String key) {
        YamlNode value = entries.get(key);
        if (value == null) {
            String closest = ClosestWord.to(key, entries.keySet());
            throw node.error("the key '" + key + "' is missing"
                    + (node.place().path().isEmpty()
                            ? ""
                            : " in '" + node.place().path() + "'")
                    + (closest == null ? "; add it" : "; there is '" + closest + "': is that what is meant?"));
        }
        return value;
    }

    /**
     * A value that may be there.
     *
     * @param key its key
     * @return the value, empty if the key is missing
     */
    public Optional<YamlNode> optional(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    private <T> @Nullable T read(String key, Function<YamlNode, T> type) {
        YamlNode value = entries.get(key);
        return value == null ? null : type.apply(value);
    }

    /**
     * A text that must be there.
     *
     * @param key its key
     * @return the text, not blank
     * @throws ConfigException if the key is missing or its value is not text
     */
    public String string(String key) {
        return required(key).asString();
    }

    /**
     * A text that may be there.
     *
     * @param key its key
     * @return the text, empty if the key is missing
     * @throws ConfigException if the value is not text
     */
    public Optional<String> optionalString(String key) {
        return optional(key).map(YamlNode::asString);
    }

    /**
     * A text with a default.
     *
     * @param key its key
     * @param missing what to answer if the key is missing
     * @return the text
     * @throws ConfigException if the value is not text
     */
    public String string(String key, String missing) {
        return optionalString(key).orElse(missing);
    }

    /**
     * A name out of the user's data, any scalar as it is written.
     *
     * @param key its key
     * @return the text, not blank
     * @throws ConfigException if the key is missing or its value is not a scalar
     */
    public String word(String key) {
        return required(key).asWord();
    }

    /**
     * One of some words.
     *
     * @param key its key
     * @param words the words to choose from
     * @return the chosen word
     * @throws ConfigException if the key is missing or its value is not among the words
     */
    public String choice(String key, List<String> words) {
        YamlNode value = required(key);
        String word = value.asWord();
        if (!words.contains(word)) {
            String closest = ClosestWord.to(word, words);
            throw value.error("expected one of " + String.join(", ", words) + " for '"
                    + value.place().path() + "' but got '" + word + "'"
                    + (closest == null ? "" : "; did you mean '" + closest + "'?"));
        }
        return word;
    }

    /**
     * A number that must be there.
     *
     * @param key its key
     * @return the number, finite
     * @throws ConfigException if the key is missing or its value is not a number
     */
    public double number(String key) {
        return required(key).asNumber();
    }

    /**
     * A number with a default.
     *
     * @param key its key
     * @param missing what to answer if the key is missing
     * @return the number
     * @throws ConfigException if the value is not a finite number
     */
    public double number(String key, double missing) {
        Double value = read(key, YamlNode::asNumber);
        return value == null ? missing : value;
    }

    /**
     * A whole number that must be there.
     *
     * @param key its key
     * @return the number
     * @throws ConfigException if the key is missing or its value is not a whole number
     */
    public long integer(String key) {
        return required(key).asInteger();
    }

    /**
     * A whole number with a default.
     *
     * @param key its key
     * @param missing what to answer if the key is missing
     * @return the number
     * @throws ConfigException if the value is not a whole number
     */
    public long integer(String key, long missing) {
        Long value = read(key, YamlNode::asInteger);
        return value == null ? missing : value;
    }

    /**
     * A boolean with a default.
     *
     * @param key its key
     * @param missing what to answer if the key is missing
     * @return the boolean
     * @throws ConfigException if the value is not {@code true} or {@code false}
     */
    public boolean bool(String key, boolean missing) {
        Boolean value = read(key, YamlNode::asBool);
        return value == null ? missing : value;
    }

    /**
     * A duration that must be there.
     *
     * @param key its key
     * @return the duration, at least zero
     * @throws ConfigException if the key is missing or its value is not a duration
     */
    public Duration duration(String key) {
        return required(key).asDuration();
    }

    /**
     * A duration with a default.
     *
     * @param key its key
     * @param missing what to answer if the key is missing
     * @return the duration
     * @throws ConfigException if the value is not a duration
     */
    public Duration duration(String key, Duration missing) {
        return optional(key).map(YamlNode::asDuration).orElse(missing);
    }

    /**
     * A mapping that must be there.
     *
     * @param key its key
     * @return the mapping
     * @throws ConfigException if the key is missing or its value is not a mapping
     */
    public YamlMap map(String key) {
        return required(key).asMap();
    }

    /**
     * A mapping that may be there.
     *
     * @param key its key
     * @return the mapping, empty if the key is missing
     * @throws ConfigException if the value is not a mapping
     */
    public Optional<YamlMap> optionalMap(String key) {
        return optional(key).map(YamlNode::asMap);
    }

    /**
     * A list that must be there.
     *
     * @param key its key
     * @return the elements
     * @throws ConfigException if the key is missing or its value is not a list
     */
    public List<YamlNode> list(String key) {
        return required(key).asList();
    }

    /**
     * A list of text.
     *
     * @param key its key
     * @return the texts, empty if the key is missing
     * @throws ConfigException if the value is not a list of text
     */
    public List<String> stringList(String key) {
        return optional(key)
                .map(value -> value.asList().stream().map(YamlNode::asString).toList())
                .orElse(List.of());
    }

    /**
     * A list of names out of the user's data, any scalars as they are written.
     *
     * @param key its key
     * @return the names, empty if the key is missing
     * @throws ConfigException if the value is not a list of scalars
     */
    public List<String> wordList(String key) {
        return optional(key)
                .map(value -> value.asList().stream().map(YamlNode::asWord).toList())
                .orElse(List.of());
    }

    /**
     * A mapping of names to names out of the user's data.
     *
     * @param key its key
     * @return the names in the order of the file, empty if the key is missing
     * @throws ConfigException if the value is not a mapping of scalars
     */
    public Map<String, String> wordMap(String key) {
        Map<String, String> words = new LinkedHashMap<>();
        optionalMap(key).ifPresent(map -> map.entries.forEach((name, value) -> words.put(name, value.asWord())));
        return java.util.Collections.unmodifiableMap(words);
    }
}
