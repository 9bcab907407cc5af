package io.github.modelwarden.tabular;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A file whose columns are known and whose rows can be read any number of times. */
interface TableSource extends AutoCloseable {

    /** All columns in the order of the file. */
    List<StoredColumn> columns();

    /** The separator between cells, empty unless the format is CSV. */
    Optional<Character> delimiter();

    /** An empty place for rows. */
    Cells newCells();

    /** A reader of the planned columns, at the first row. */
    CellReader open(Plan plan);

    /**
     * Hands out rows from the start of the file and from some places further down.
     *
     * @param columns the columns to look at
     * @param sink gets the rows, the first ones first
     */
    void sample(List<PlannedColumn> columns, Consumer<Cells> sink);

    @Override
    default void close() {}
}
