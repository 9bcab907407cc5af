package io.github.modelwarden.drift.rendering;

/** Builds HTML text; whatever comes from data is escaped. */
final class Html {

    private final StringBuilder text = new StringBuilder();

    static String escape(String data) {
        return data.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Adds markup as it is. */
    Html raw(String markup) {
        text.append(markup);
        return this;
    }

    /** Adds an element that holds nothing but text. */
    Html element(String name, String cssClass, String data) {
        text.append('<').append(name);
        if (!cssClass.isEmpty()) {
            text.append(" class=\"").append(cssClass).append('"');
        }
        text.append('>').append(escape(data)).append("</").append(name).append(">\n");
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
