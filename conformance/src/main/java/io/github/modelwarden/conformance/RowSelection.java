package io.github.modelwarden.conformance;

import java.util.LinkedHashSet;
import java.util.Set;

/** The rows of a data set that a case takes, given in words: a range, or conditions on columns. */
final class RowSelection {

    /** Decides about a row. */
    interface Condition {
        boolean holds(DataSet data, int row);
    }

    private final Condition condition;
    private final Set<String> columns;

    RowSelection(Condition condition, Set<String> columns) {
        this.condition = condition;
        this.columns = new LinkedHashSet<>(columns);
    }

    /**
     * Understands a selection: nothing or {@code all}; {@code 0..9999} with both ends; {@code first 100 rows}; comparisons
     * such as {@code yr == 0}, {@code Contract != "One year"} or {@code 12 <= tenure < 24}; {@code mnth in [1, 2]};
     * {@code x is null}; joined by {@code and}, {@code or}, {@code not} and parentheses.
     *
     * @throws Unanswerable if it is something else
     */
    static RowSelection parse(String text) {
        return new SelectionParser(text).parse();
    }

    /** {@return the columns that must be read to decide} */
    Set<String> columns() {
        return columns;
    }

    boolean takes(DataSet data, int row) {
        return condition.holds(data, row);
    }
}
