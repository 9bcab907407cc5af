package io.github.modelwarden.spark;

import org.jspecify.annotations.Nullable;

/**
 * Where a table keeps what the model answered. What has no column is counted as missing.
 *
 * @param score name of the numeric column with the model's score; null if there is none
 * @param predicted name of the text column with the predicted class; null if there is none
 */
public record OutputColumns(
        @Nullable String score, @Nullable String predicted) {

    public OutputColumns {
        requireName("score", score);
        requireName("predicted class", predicted);
    }

    /** {@return a table without the model's output} */
    public static OutputColumns none() {
        return new OutputColumns(null, null);
    }

    private static void requireName(String what, @Nullable String column) {
        if (column != null && column.isBlank()) {
            throw new IllegalArgumentException(
                    "output columns: expected the name of the column of the " + what + ", or null, but got a blank");
        }
    }
}
