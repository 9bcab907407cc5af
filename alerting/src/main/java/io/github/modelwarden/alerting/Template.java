package io.github.modelwarden.alerting;

import java.util.Collection;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with {@code {name}} placeholders: {@code value}, {@code threshold} and the labels of the group. */
public record Template(String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z_][a-zA-Z0-9_]*)}");

    /**
     * A template.
     *
     * @param text the text
     * @return the template
     */
    public static Template of(String text) {
        return new Template(text);
    }

    /**
     * Requires that every placeholder can be filled.
     *
     * @param rule id of the rule, for the message
     * @param labels the labels of the group
     * @throws IllegalArgumentException naming the placeholder that cannot
     */
    public void requireKnown(String rule, Collection<String> labels) {
        PLACEHOLDER.matcher(text).results().map(match -> match.group(1)).forEach(name -> {
            if (!name.equals("value") && !name.equals("threshold") && !labels.contains(name)) {
                throw new IllegalArgumentException("rule '" + rule + "': the text names {" + name
                        + "}, but expected {value}, {threshold} or a label of groupBy " + labels);
            }
        });
    }

    /**
     * Replaces the placeholders.
     *
     * @param replacement the text for a name
     * @return the filled text
     */
    public String fill(UnaryOperator<String> replacement) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll((MatchResult match) -> Matcher.quoteReplacement(replacement.apply(match.group(1))));
    }
}
