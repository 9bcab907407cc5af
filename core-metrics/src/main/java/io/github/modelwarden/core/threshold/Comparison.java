package io.github.modelwarden.core.threshold;

import java.util.Arrays;
import java.util.Locale;

/** How a value is compared with a wanted one. */
public enum Comparison {
    /** Equal. */
    EQ,
    /** Not equal. */
    NOT_EQ,
    /** Greater. */
    GT,
    /** Greater or equal. */
    GTE,
    /** Less. */
    LT,
    /** Less or equal. */
    LTE;

    /** {@return the word used in files: eq, not_eq, gt, gte, lt or lte} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a comparison by its word.
     *
     * @param word eq, not_eq, gt, gte, lt or lte
     * @return the comparison
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Comparison ofWord(String word) {
        return Arrays.stream(values())
                .filter(comparison -> comparison.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("comparison '" + word + "': expected one of "
                        + Arrays.stream(values()).map(Comparison::word).toList()));
    }
}
