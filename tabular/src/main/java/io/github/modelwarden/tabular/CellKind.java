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
    TEXT(5),
    /** A number that its format says is text: no sign of a numeric column, but a number in one. */
    NUMBER_AS_TEXT(6),
    /** A whole number with more digits than a double keeps, as identifiers have. */
    LONG_NUMBER(7);

    /** The number of kinds. */
    static final int COUNT = 8;

    private final int index;

    CellKind(int index) {
        this.index = index;
    }

    /** A number of its own from 0 on. */
    int index() {
        return index;
    }
}
