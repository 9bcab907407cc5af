package io.github.modelwarden.tabular;

import io.github.modelwarden.core.data.Column;
import java.util.List;

/**
 * Some rows, converted.
 *
 * @param rows the number of rows
 * @param columns the columns that are not left out
 * @param tallies what the cells hold, for each planned column
 */
record Block(int rows, List<Column> columns, List<Tally> tallies) {

    Block {
        columns = List.copyOf(columns);
        tallies = List.copyOf(tallies);
    }
}
