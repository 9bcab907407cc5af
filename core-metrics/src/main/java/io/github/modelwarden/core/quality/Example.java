package io.github.modelwarden.core.quality;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * A row that breaks a constraint.
 *
 * @param row its number; the first row of the data is 1
 * @param value what stands there, as text; empty if nothing does, or if the column's values are not to be shown
 */
public record Example(long row, Optional<String> value) {

    /** At most this many examples are kept of a constraint, those with the smallest row numbers. */
    public static final int MAX = 5;

    static final Comparator<Example> BY_ROW =
            Comparator.comparingLong(Example::row).thenComparing(example -> example.value.orElse(""));

    public Example {
        Objects.requireNonNull(value, "value");
    }

    static Example of(long row, String value) {
        return new Example(row, Optional.of(value));
    }

    static Example empty(long row) {
        return new Example(row, Optional.empty());
    }
}
