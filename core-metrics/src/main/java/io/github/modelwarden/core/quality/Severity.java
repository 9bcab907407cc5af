package io.github.modelwarden.core.quality;

/** How bad a broken constraint is. */
public enum Severity {
    /** Worth a look. */
    WARNING("warning"),
    /** The data must not be used before somebody has looked. */
    CRITICAL("critical");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** {@return the word used in files and reports} */
    public String word() {
        return word;
    }
}
