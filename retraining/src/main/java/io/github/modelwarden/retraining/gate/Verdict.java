package io.github.modelwarden.retraining.gate;

import java.util.Arrays;
import java.util.Locale;

/** What the promotion gate says about a challenger. */
public enum Verdict {
    /** The challenger is better beyond chance and passes every floor. */
    PROMOTE,
    /** The challenger is not better by an amount that matters, or fails a floor. */
    REJECT,
    /** The hold-out is too small to tell. */
    INCONCLUSIVE;

    /** {@return the word used in reports and JSON} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a verdict by its word.
     *
     * @param word {@code promote}, {@code reject} or {@code inconclusive}
     * @return the verdict
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Verdict ofWord(String word) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("verdict '" + word + "': expected one of "
                        + Arrays.stream(values()).map(Verdict::word).toList()));
    }
}
