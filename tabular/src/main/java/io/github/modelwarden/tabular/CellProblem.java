package io.github.modelwarden.tabular;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Cells of a numeric column that hold something else. Each of them is missing in the blocks, so a verdict on the column
 * would rest on fewer values than the file has.
 *
 * @param kind what the cells hold
 * @param count how many there are, at least 1
 * @param firstRow row of the first one, from 1, not counting the header
 * @param firstLine its line from 1 in a text file; empty for Parquet
 * @param firstText its text, shortened when long, in double quotes where the format says that it is text; empty for a
 *     sensitive column
 */
public record CellProblem(Kind kind, long count, long firstRow, OptionalLong firstLine, Optional<String> firstText) {

    /** The kinds of problem. */
    public enum Kind {
        /** Text, a date, a truth value or a nested value where a number is expected. */
        TEXT("is not a number", "are not numbers"),
        /** A number without an end: written as infinity, or too large for a double. */
        INFINITE("is infinite", "are infinite");

        private final String one;
        private final String many;

        Kind(String one, String many) {
            this.one = one;
            this.many = many;
        }
    }

    public CellProblem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(firstLine, "firstLine");
        Objects.requireNonNull(firstText, "firstText");
        if (!(count >= 1)) {
            throw new IllegalArgumentException("cell problem: expected a count of at least 1 but got " + count);
        }
    }

    /** {@return a sentence without the column's name, such as {@code 3 cells are not numbers, the first is 'abc' in line 7}} */
    public String sentence() {
        String text = firstText.map(word -> "'" + word + "'").orElse("one not shown, since the column is sensitive,");
        String where = firstLine.isPresent() ? "line " + firstLine.getAsLong() : "row " + firstRow;
        return count == 1
                ? "1 cell " + kind.one + ": " + text + " in " + where
                : count + " cells " + kind.many + ", the first is " + text + " in " + where;
    }
}
