package io.github.modelwarden.tabular;

import io.github.modelwarden.core.data.Column;
import org.jspecify.annotations.Nullable;

/** Turns the cells of one column into a column of a block, and counts what they hold. Used by one thread at a time. */
sealed interface ColumnConverter permits NumberConverter, CategoryConverter, KindConverter {

    /**
     * Converts all rows.
     *
     * @param cells the rows
     * @param tally gets the counts of these rows
     * @return the column, null if it is left out of blocks
     */
    @Nullable
    Column convert(Cells cells, Tally tally);

    /** Collects examples from the first rows until the tally has enough. */
    static void addExamples(Cells cells, int column, CellRules rules, Tally tally) {
        for (int row = 0; row < Math.min(cells.rows, 256) && tally.wantsExamples(); row++) {
            double[] numbers = cells.numbers[column];
            int cell = row * cells.columns + column;
            if (numbers != null) {
                if (!Double.isNaN(numbers[row])) {
                    tally.addExample(Tally.shown(numbers[row]));
                }
            } else if (rules.kind(cells, cell) != CellKind.MISSING) {
                tally.addExample(cells.text(cell));
            }
        }
    }
}
