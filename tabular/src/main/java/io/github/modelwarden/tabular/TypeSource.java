package io.github.modelwarden.tabular;

/** Where the type of a column comes from. */
public enum TypeSource {
    /** The caller said so. */
    DECLARED("declared"),
    /** The file says so: Parquet keeps a type for each column. */
    STORED("stored"),
    /** Its cells look like it. */
    INFERRED("inferred");

    private final String word;

    TypeSource(String word) {
        this.word = word;
    }

    /** {@return the word used in reports} */
    public String word() {
        return word;
    }
}
