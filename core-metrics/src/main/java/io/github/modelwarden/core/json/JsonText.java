package io.github.modelwarden.core.json;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as JSON text (RFC 8259): maps with text keys, lists, texts, numbers, truth values, null and optionals of
 * these. A number that is not finite is undefined and written as {@code null}, so every text parses everywhere. Objects
 * keep the order of their map. Lists of plain values stand on one line, everything else is indented by two spaces.
 */
public final class JsonText {

    private static final String STEP = "  ";

    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    /**
     * Writes a value.
     *
     * @param value the value; an empty optional is written as null
     * @return the text, ending with a line break
     * @throws IllegalArgumentException if the value, or one inside it, is of another kind
     */
    public static String of(@Nullable Object value) {
        JsonText json = new JsonText();
        json.write(value, "");
        return json.text.append('\n').toString();
    }

    private void write(@Nullable Object value, String indent) {
        Object plain = unwrapped(value);
        if (plain instanceof Map<?, ?> map) {
            object(map, indent);
        } else if (plain instanceof List<?> list) {
            array(list, indent);
        } else if (plain instanceof String string) {
            quote(string);
        } else if (plain instanceof Number number) {
            number(number);
        } else if (plain == null || plain instanceof Boolean) {
            text.append(plain);
        } else {
            throw new IllegalArgumentException("JSON: expected a map, list, text, number, truth value or null but got "
                    + plain.getClass().getName() + "; convert it first");
        }
    }

    private static @Nullable Object unwrapped(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return unwrapped(optional.orElse(null));
        }
        if (value instanceof OptionalDouble optional) {
            return optional.isPresent() ? (Double) optional.getAsDouble() : null;
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? (Long) optional.getAsLong() : null;
        }
        return value;
    }

    private void object(Map<?, ?> map, String indent) {
        String inner = indent + STEP;
        String separator = "{\n";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            text.append(separator).append(inner);
            quote(String.valueOf(entry.getKey()));
            text.append(": ");
            write(entry.getValue(), inner);
            separator = ",\n";
        }
        text.append(map.isEmpty() ? "{}" : "\n" + indent + "}");
    }

    private void array(List<?> list, String indent) {
        boolean flat = list.stream().map(JsonText::unwrapped).noneMatch(v -> v instanceof Map || v instanceof List);
        String inner = indent + STEP;
        text.append('[');
        for (Iterator<?> items = list.iterator(); items.hasNext(); ) {
            text.append(flat ? "" : "\n" + inner);
            write(items.next(), inner);
            text.append(items.hasNext() ? flat ? ", " : "," : "");
        }
        text.append(flat ? "]" : "\n" + indent + "]");
    }

    private void number(Number number) {
        boolean floating = number instanceof Double || number instanceof Float;
        double value = number.doubleValue();
        if (floating && !Double.isFinite(value)) {
            text.append("null");
        } else {
            text.append(number);
        }
    }

    private void quote(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ' || (Character.isSurrogate(c) && !paired(string, i))) {
                        hex(c);
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    /** A surrogate alone is no character and could not be encoded. */
    private static boolean paired(String string, int i) {
        return Character.isHighSurrogate(string.charAt(i))
                ? i + 1 < string.length() && Character.isLowSurrogate(string.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(string.charAt(i - 1));
    }

    private void hex(char c) {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(Character.forDigit((c >> shift) & 0xF, 16));
        }
    }
}
