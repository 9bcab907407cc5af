package io.github.modelwarden.core.rendering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/**
 * Builds an HTML page: no script, nothing fetched, readable on a phone and in print. Whatever comes from data is
 * escaped. Not thread-safe.
 */
public final class Html {

    private final StringBuilder text = new StringBuilder();

    private Html() {}

    /**
     * Begins a page in the look of all reports.
     *
     * @param title what the page is about
     * @return the page, up to the start of its body
     */
    public static Html page(String title) {
        return new Html()
                .raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .element("title", "", title)
                .raw("<style>\n" + css() + "</style>\n</head>\n<body>\n");
    }

    private static String css() {
        try (InputStream in = Objects.requireNonNull(Html.class.getResourceAsStream("report.css"), "report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends the page.
     *
     * @return the text of the page
     */
    public String end() {
        return raw("</body>\n</html>\n").text.toString();
    }

    /**
     * Escapes text for content and attributes.
     *
     * @param data any text
     * @return the text as HTML
     */
    public static String escape(String data) {
        return data.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /**
     * Adds markup as it is.
     *
     * @param markup HTML or SVG; must not hold data
     * @return this
     */
    public Html raw(String markup) {
        text.append(markup);
        return this;
    }

    /**
     * Adds an element that holds nothing but text.
     *
     * @param name the element
     * @param cssClass its classes, may be empty
     * @param data its text
     * @return this
     */
    public Html element(String name, String cssClass, String data) {
        text.append('<').append(name);
        if (!cssClass.isEmpty()) {
            text.append(" class=\"").append(cssClass).append('"');
        }
        text.append('>').append(escape(data)).append("</").append(name).append(">\n");
        return this;
    }

    /**
     * Adds a paragraph for a note that is written without capital and full stop.
     *
     * @param note what a reader should know
     * @return this
     */
    public Html note(String note) {
        return element("p", "soft", note.substring(0, 1).toUpperCase(Locale.ROOT) + note.substring(1) + ".");
    }
}
