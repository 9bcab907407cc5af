package io.github.modelwarden.tabular;

/** The formats that {@link TableFile} reads. */
public enum FileFormat {
    /** Cells between separators, one row a line, a header line first (RFC 4180 and its usual relatives). */
    CSV("CSV"),
    /** Apache Parquet. */
    PARQUET("Parquet"),
    /** One JSON object a line. */
    JSON_LINES("JSON lines");

    private final String word;

    FileFormat(String word) {
        this.word = word;
    }

    /** {@return the name used in reports} */
    public String word() {
        return word;
    }
}
