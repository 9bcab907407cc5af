package io.github.modelwarden.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The convention of a case: its parameters, stated as numbers, truth values or words. */
record Convention(JsonNode node) {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");
    private static final Pattern WHOLE = Pattern.compile("(?<![\\d.])\\d+(?![\\d.])");

    /** Whether a parameter is there and not null. */
    boolean has(String name) {
        JsonNode value = node.path(name);
        return !value.isMissingNode() && !value.isNull();
    }

    JsonNode at(String name) {
        return node.path(name);
    }

    /** A parameter as text in lower case; empty without it. */
    String text(String name) {
        JsonNode value = node.path(name);
        if (!has(name)) {
            return "";
        }
        return (value.isString() ? value.asString() : value.toString()).toLowerCase(Locale.ROOT);
    }

    /** Whether a parameter contains one of the words, which are in lower case. */
    boolean says(String name, String... words) {
        String text = text(name);
        return Arrays.stream(words).anyMatch(text::contains);
    }

    /** The first of the parameters that is there, as a number. */
    OptionalDouble number(String... names) {
        for (String name : names) {
            if (has(name)) {
                return OptionalDouble.of(number(name, node.path(name)));
            }
        }
        return OptionalDouble.empty();
    }

    private static double number(String name, JsonNode value) {
        if (value.isNumber()) {
            return value.asDouble();
        }
        if (value.isString()) {
            try {
                return Double.parseDouble(value.asString());
            } catch (NumberFormatException e) {
                // told below
            }
        }
        throw new IllegalArgumentException("parameter '" + name + "': expected a number but got " + value);
    }

    double number(double otherwise, String... names) {
        return number(names).orElse(otherwise);
    }

    /** The first of the parameters that is there, as a whole number. */
    int whole(int otherwise, String... names) {
        double number = number(otherwise, names);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "parameter '" + names[0] + "': expected a whole number but got " + number);
        }
        return (int) number;
    }

    /** The first of the parameters that is there, as a truth value. */
    boolean flag(boolean otherwise, String... names) {
        for (String name : names) {
            if (has(name)) {
                return !List.of("false", "0", "no", "none").contains(text(name));
            }
        }
        return otherwise;
    }

    /** A list of texts; empty without it. */
    List<String> texts(String name) {
        return node.path(name).valueStream().map(JsonNode::asString).toList();
    }

    /** The first number in a text, or the first behind an arrow where there is one. */
    static OptionalDouble numberIn(String text) {
        int arrow = text.indexOf("->");
        Matcher matcher = NUMBER.matcher(arrow < 0 ? text : text.substring(arrow + 2));
        return matcher.find() ? OptionalDouble.of(Double.parseDouble(matcher.group())) : OptionalDouble.empty();
    }

    /** The first whole number in a text that stands alone. */
    static int wholeIn(String text, int otherwise) {
        Matcher matcher = WHOLE.matcher(text);
        return matcher.find() ? Integer.parseInt(matcher.group()) : otherwise;
    }
}
