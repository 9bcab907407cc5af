package io.github.modelwarden.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes scalars, one-line collections and comments that every YAML reader takes for the same text. */
public final class YamlText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_]|[A-Za-z_][A-Za-z0-9_./ -]*[A-Za-z0-9_./-]");
    private static final Set<String> RESERVED = Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

    private YamlText() {}

    /**
     * A text, in quotes where a reader would take it for something else without.
     *
     * @param text any text
     * @return the scalar, on one line
     */
    public static String scalar(String text) {
        if (PLAIN.matcher(text).matches() && !RESERVED.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (printable(c)) {
                        quoted.appendCodePoint(c);
                    } else {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean printable(int c) {
        return c >= 0x20
                && !(c >= 0x7f && c < 0xa0)
                && !(c >= 0xd800 && c <= 0xdfff)
                && c != 0x2028
                && c != 0x2029
                && c != 0xfeff
                && c != 0xfffe
                && c != 0xffff;
    }

    /**
     * A list of texts in brackets.
     *
     * @param texts any texts
     * @return the list, on one line
     */
    public static String list(Collection<String> texts) {
        return texts.stream().map(YamlText::scalar).collect(Collectors.joining(", ", "[", "]"));
    }

    /**
     * A map of texts in braces.
     *
     * @param texts any texts by any names, in their order
     * @return the map, on one line
     */
    public static String map(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(entry -> scalar(entry.getKey()) + ": " + scalar(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** All digits of a finite number. */
    static String number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    /** A text on one line. */
    static String comment(String text) {
        return text.codePoints()
                .map(c -> printable(c) ? c : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
