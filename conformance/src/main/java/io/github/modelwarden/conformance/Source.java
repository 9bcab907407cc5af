package io.github.modelwarden.conformance;

import java.util.Locale;

/**
 * Where a case comes from: {@code owner/repository@commit:path}, a library and its version, or {@code golden:} and
 * what the values were computed on.
 *
 * @param text the source as the case states it
 */
record Source(String text) {

    private static final String GOLDEN = "golden:";

    /** {@return the repository's name in lower case; {@code golden} for values computed with SciPy and scikit-learn} */
    String library() {
        if (text.startsWith(GOLDEN)) {
            return "golden";
        }
        int at = text.indexOf('@') >= 0 ? text.indexOf('@') : text.indexOf(':');
        String name = at < 0 ? text : text.substring(0, at);
        // "MOA 2024.07.0 CusumDM run here" names a library without a repository
        String repository = name.contains("/") ? name.substring(name.lastIndexOf('/') + 1) : name;
        return repository.split(" ", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** {@return what a table calls the source} */
    String title() {
        return text.startsWith(GOLDEN) ? "SciPy, scikit-learn, NumPy" : text.isBlank() ? "not stated" : library();
    }

    boolean mentions(String word) {
        return text.toLowerCase(Locale.ROOT).contains(word);
    }
}
