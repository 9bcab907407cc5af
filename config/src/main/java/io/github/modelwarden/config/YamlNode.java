package io.github.modelwarden.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value of a YAML file with its place. The type of an unquoted scalar is that of YAML 1.2: {@code yes}, {@code no}
 * and {@code on} are text, only {@code true} and {@code false} are booleans. Immutable.
 */
public final class YamlNode {

    private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern BOOL = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern NUMBER = Pattern.compile(
            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
    private static final int SHOWN = 60;

    private final YamlPlace place;
    private final YamlPlace keyPlace;
    private final @Nullable String text;
    private final boolean plain;
    private final @Nullable List<YamlNode> elements;
    private final @Nullable Map<String, YamlNode> entries;

    private YamlNode(
            YamlPlace place,
            YamlPlace keyPlace,
            @Nullable String text,
            boolean plain,
            @Nullable List<YamlNode> elements,
            @Nullable Map<String, YamlNode> entries) {
        this.place = place;
        this.keyPlace = keyPlace;
        this.text = text;
        this.plain = plain;
        this.elements = elements;
        this.entries = entries;
    }

    static YamlNode scalar(YamlPlace place, String text, boolean plain) {
        return new YamlNode(place, place, text, plain, null, null);
    }

    static YamlNode list(YamlPlace place, List<YamlNode> elements) {
        return new YamlNode(place, place, null, false, elements, null);
    }

    static YamlNode map(YamlPlace place, Map<String, YamlNode> entries) {
        return new YamlNode(place, place, null, false, null, entries);
    }

    YamlNode withKey(YamlPlace keyPlace) {
        return new YamlNode(place, keyPlace, text, plain, elements, entries);
    }

    YamlPlace place() {
        return place;
    }

    YamlPlace keyPlace() {
        return keyPlace;
    }

    /** {@return true if this is nothing: an empty value, {@code ~} or {@code null}} */
    public boolean isNull() {
        return text != null && plain && NULL.matcher(text).matches();
    }

    /** {@return true if this is a mapping} */
    public boolean isMap() {
        return entries != null;
    }

    /**
     * The mapping that this is.
     *
     * @return the mapping
     * @throws ConfigException if this is something else
     */
    public YamlMap asMap() {
        if (entries == null) {
            throw wrongType("a mapping of keys to values");
        }
        return new YamlMap(this, entries);
    }

    /**
     * The elements of the list that this is.
     *
     * @return the elements in order, unmodifiable
     * @throws ConfigException if this is something else
     */
    public List<YamlNode> asList() {
        if (elements == null) {
            throw wrongType("a list");
        }
        return List.copyOf(elements);
    }

    /**
     * The text that this is.
     *
     * @return the text, not blank
     * @throws ConfigException if this is a number, a boolean, nothing, blank, a list or a mapping
     */
    public String asString() {
        String word = asWord();
        if (plain && (BOOL.matcher(word).matches() || NUMBER.matcher(word).matches())) {
            throw error(
                    "expected text" + named() + " but got " + describe() + "; put quotes around it if text is meant");
        }
        return word;
    }

    /**
     * A name out of the user's data, such as a category or a class: any scalar as it is written, so that {@code 1} and
     * {@code true} need no quotes.
     *
     * @return the text, not blank
     * @throws ConfigException if this is nothing, blank, a list or a mapping
     */
    public String asWord() {
        if (text == null || isNull()) {
            throw wrongType("text");
        }
        if (text.isBlank()) {
            throw error("expected text" + named() + " but it is blank");
        }
        return text;
    }

    /** Any scalar as it is written; quoted, it may be blank. */
    String asText() {
        return text != null && !plain ? text : asWord();
    }

    /**
     * The number that this is.
     *
     * @return the number, finite
     * @throws ConfigException if this is something else, infinite or not a number
     */
    public double asNumber() {
        if (text == null || !plain || !NUMBER.matcher(text).matches()) {
            throw wrongType("a number");
        }
        double number = text.indexOf('n') >= 0 || text.indexOf('N') >= 0 ? Double.NaN : Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw wrongType("a finite number");
        }
        return number;
    }

    /**
     * The whole number that this is.
     *
     * @return the number
     * @throws ConfigException if this is something else, or does not fit into 64 bits
     */
    public long asInteger() {
        if (text == null || !plain || !INTEGER.matcher(text).matches()) {
            throw wrongType("a whole number");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw wrongType("a whole number of at most 64 bits");
        }
    }

    /**
     * The boolean that this is.
     *
     * @return true or false
     * @throws ConfigException if this is something else, also {@code yes} or {@code no}
     */
    public boolean asBool() {
        if (text == null || !plain || !BOOL.matcher(text).matches()) {
            throw wrongType("true or false");
        }
        return text.charAt(0) == 't' || text.charAt(0) == 'T';
    }

    /**
     * The duration that this is.
     *
     * @return the duration, at least zero
     * @throws ConfigException if this is something else
     */
    public Duration asDuration() {
        if (text == null || isNull()) {
            throw wrongType("a duration such as 5m");
        }
        String written = text;
        return checked(() -> ConfigDurations.parse(written));
    }

    /** Reads this as the key of a mapping. */
    String asKey() {
        if (text == null || isNull() || text.isBlank()) {
            throw error("expected a name as the key but got " + describe());
        }
        return text;
    }

    /**
     * Runs a check or a constructor, and gives its complaint the place of this value.
     *
     * @param <T> the type of the result
     * @param supplier what to run
     * @return its result
     * @throws ConfigException if the supplier throws an {@link IllegalArgumentException}
     */
    public <T> T checked(Supplier<T> supplier) {
        try {
            return supplier.get();
        } catch (IllegalArgumentException e) {
            throw error(Objects.requireNonNullElse(e.getMessage(), "this value is not valid") + path());
        }
    }

    /**
     * An error at the place of this value.
     *
     * @param sentence what is wrong, what was expected and what to do next
     * @return the error, to be thrown
     */
    public ConfigException error(String sentence) {
        return new ConfigException(place.source(), place.line(), place.column(), sentence);
    }

    ConfigException wrongType(String wanted) {
        return error("expected " + wanted + named() + " but got " + describe());
    }

    private String named() {
        return place.path().isEmpty() ? "" : " for '" + place.path() + "'";
    }

    private String path() {
        return place.path().isEmpty() ? "" : " (in '" + place.path() + "')";
    }

    private String describe() {
        if (entries != null) {
            return "a mapping";
        }
        if (elements != null) {
            return "a list";
        }
        if (isNull()) {
            return "nothing";
        }
        String value = text == null ? "" : text;
        String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "..." : value;
        String oneLine = shown.replace("\n", "\\n");
        if (plain && BOOL.matcher(value).matches()) {
            return "the boolean " + oneLine;
        }
        return plain && NUMBER.matcher(value).matches() ? "the number " + oneLine : "the text '" + oneLine + "'";
    }
}
