package io.github.modelwarden.core.quality;

/** What a check says of a constraint, or of all of them. */
public enum Verdict {
    /** The data keeps the constraint, or breaks it no more than is tolerated or chance explains. */
    PASSED("passed"),
    /** The data cannot tell: too few rows, or something that the check needs is not there. */
    INCONCLUSIVE("inconclusive"),
    /** The data breaks the constraint. */
    FAILED("failed");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** {@return the word used in reports} */
    public String word() {
        return word;
    }
}
