package io.github.modelwarden.dashboards;

import java.util.regex.Pattern;

/**
 * What a panel is called and what it is good for.
 *
 * @param id identity of the panel in every target: lower-case letters, digits and {@code -}, starting with a letter
 * @param title a few words
 * @param description one or two sentences: what is shown, and what to make of it
 */
public record Heading(String id, String title, String description) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

    public Heading {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "panel '" + id + "': expected an id of lower-case letters, digits and '-', starting with a letter");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("panel '" + id + "': expected a title but it is blank");
        }
        if (description.isBlank()) {
            throw new IllegalArgumentException("panel '" + id
                    + "': expected a description but it is blank; say in a sentence or two what the panel is good for");
        }
    }
}
