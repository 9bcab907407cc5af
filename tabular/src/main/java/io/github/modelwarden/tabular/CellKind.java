package io.github.modelwarden.tabular;

/** What a single cell holds. */
enum CellKind {
    /** Nothing, blanks or a missing word. */
    MISSING(0),
    /** A finite number. */
    NUMBER(1),
    /** A word for infinity, or a number too large for a double. */
    INFINITE(2),
    /** A date or a timestamp. */
    TIMESTAMP(3),
    /** An object or a list. */
    NESTED(4),
    /** Anything else. */
    TEXT(5);

    /** The number of kinds. */
    static final int COUNT = 6;

    private final int index;

    CellKind(int index) {
        this.index = index;
    }

    /** A number of its own from 0 on. */
    int index() {
        return index;
    }
}
