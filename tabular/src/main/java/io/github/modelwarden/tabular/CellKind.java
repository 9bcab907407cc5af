package io.github.modelwarden.tabular;

/** What a single cell holds. */
enum CellKind {
    /** Nothing, blanks or a missing word. */
    MISSING,
    /** A finite number. */
    NUMBER,
    /** A word for infinity, or a number too large for a double. */
    INFINITE,
    /** A date or a timestamp. */
    TIMESTAMP,
    /** An object or a list. */
    NESTED,
    /** Anything else. */
    TEXT;

    private static final CellKind[] ALL = values();

    static int count() {
        return ALL.length;
    }
}
