package io.github.modelwarden.tabular;

/** What a format says about the cells of a column before they are looked at. */
enum Storage {
    /** Nothing: each cell is looked at. */
    CELLS,
    /** They are numbers. */
    NUMBERS,
    /** They are texts, which may be timestamps. */
    TEXTS,
    /** They are truth values, identifiers or members of a list of names. */
    NAMES,
    /** They are dates or times. */
    TIMES,
    /** They are lists, objects, bytes or something else that is neither number nor category. */
    OTHER
}
