package io.github.modelwarden.core.performance;

import java.util.Arrays;
import java.util.Locale;

/** What a model predicts. */
public enum ModelKind {
    /** One of two classes. */
    BINARY,
    /** One of several classes. */
    MULTICLASS,
    /** A number. */
    REGRESSION;

    /** {@return the word used in reports and JSON} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a kind by its word.
     *
     * @param word {@code binary}, {@code multiclass} or {@code regression}
     * @return the kind
     * @throws IllegalArgumentException if there is none of that name
     */
    public static ModelKind ofWord(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("model kind '" + word + "': expected one of "
                        + Arrays.stream(values()).map(ModelKind::word).toList()));
    }
}
