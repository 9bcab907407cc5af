package io.github.modelwarden.tabular;

import io.github.modelwarden.core.data.FeatureType;
import java.util.Optional;

/** What a column of a file holds. Only numbers and categories come in blocks. */
public enum ColumnKind {
    /** Numbers on a scale. */
    NUMERIC("numeric"),
    /** Names, texts and truth values. */
    CATEGORICAL("categorical"),
    /** Dates and times: left out of the blocks, since a timestamp always moves on. */
    TIMESTAMP("timestamp"),
    /** Values that are neither, such as lists, objects and bytes: left out of the blocks. */
    UNSUPPORTED("unsupported");

    private final String word;

    ColumnKind(String word) {
        this.word = word;
    }

    /** {@return the word used in reports} */
    public String word() {
        return word;
    }

    /** {@return the type of the column in a block, empty for a column that is left out} */
    public Optional<FeatureType> featureType() {
        return switch (this) {
            case NUMERIC -> Optional.of(FeatureType.NUMERIC);
            case CATEGORICAL -> Optional.of(FeatureType.CATEGORICAL);
            case TIMESTAMP, UNSUPPORTED -> Optional.empty();
        };
    }

    static ColumnKind of(FeatureType type) {
        return switch (type) {
            case NUMERIC -> NUMERIC;
            case CATEGORICAL -> CATEGORICAL;
        };
    }
}
