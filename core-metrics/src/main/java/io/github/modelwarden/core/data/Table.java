package io.github.modelwarden.core.data;

import io.github.modelwarden.core.rendering.NameList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Columns of equal length, found by name, never by position. Immutable. */
public final class Table {

    private final Map<String, Column> columns;
    private final int rowCount;

    private Table(Map<String, Column> columns, int rowCount) {
        this.columns = columns;
        this.rowCount = rowCount;
    }

    /**
     * Creates a table.
     *
     * @param columns the columns; at least one, names unique, lengths equal
     * @return the table
     * @throws IllegalArgumentException if a condition above does not hold
     */
    public static Table of(Collection<? extends Column> columns) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("table: expected at least one column but got none");
        }
        Map<String, Column> byName = new LinkedHashMap<>();
        int rows = columns.iterator().next().size();
        for (Column column : columns) {
            if (byName.put(column.name(), column) != null) {
                throw new IllegalArgumentException(
                        "table: two columns are named '" + column.name() + "'; rename one of them");
            }
            if (column.size() != rows) {
                throw new IllegalArgumentException("table: column '" + column.name() + "' has " + column.size()
                        + " rows where the others have " + rows);
            }
        }
        return new Table(byName, rows);
    }

    /**
     * Turns rows into columns.
     *
     * @param schema the schema of all rows
     * @param rows the rows, in order
     * @return a table with one column a feature
     */
    public static Table ofRows(Schema schema, List<Row> rows) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            int index = i;
            Feature feature = schema.features().get(i);
            if (feature.type() == FeatureType.NUMERIC) {
                columns.add(NumericColumn.of(
                        feature.name(),
                        rows.stream().mapToDouble(row -> row.number(index)).toArray()));
            } else {
                List<@Nullable String> values = new ArrayList<>(rows.size());
                for (Row row : rows) {
                    values.add(row.category(index));
                }
                columns.add(CategoricalColumn.of(feature.name(), values));
            }
        }
        return of(columns);
    }

    /** {@return the number of rows} */
    public int rowCount() {
        return rowCount;
    }

    /** {@return the column names in order} */
    public List<String> columnNames() {
        return List.copyOf(columns.keySet());
    }

    /**
     * Tells whether a column is there.
     *
     * @param name a column name
     * @return true if the table has it
     */
    public boolean has(String name) {
        return columns.containsKey(name);
    }

    /**
     * Finds a column.
     *
     * @param name the column's name
     * @return the column
     * @throws IllegalArgumentException if the table has no such column
     */
    public Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException(
                    "table: expected a column '" + name + "' but the columns are " + NameList.of(columns.keySet()));
        }
        return column;
    }

    /**
     * Finds a numeric column.
     *
     * @param name the column's name
     * @return the column
     * @throws IllegalArgumentException if it is missing or categorical
     */
    public NumericColumn numeric(String name) {
        if (column(name) instanceof NumericColumn numeric) {
            return numeric;
        }
        throw new IllegalArgumentException("table: expected column '" + name + "' to be numeric but it is categorical");
    }

    /**
     * Finds a categorical column.
     *
     * @param name the column's name
     * @return the column
     * @throws IllegalArgumentException if it is missing or numeric
     */
    public CategoricalColumn categorical(String name) {
        if (column(name) instanceof CategoricalColumn categorical) {
            return categorical;
        }
        throw new IllegalArgumentException("table: expected column '" + name + "' to be categorical but it is numeric");
    }

    /**
     * Picks rows.
     *
     * @param rows row indices, in the order wanted
     * @return a table of those rows
     */
    public Table select(int... rows) {
        return of(columns.values().stream().map(column -> column.select(rows)).toList());
    }

    /**
     * Picks a run of rows.
     *
     * @param from first row, included
     * @param to last row, excluded
     * @return a table of those rows
     */
    public Table slice(int from, int to) {
        return select(IntStream.range(from, to).toArray());
    }

    /**
     * One row under a schema. Columns the schema does not name are left out; features the table lacks are missing.
     *
     * @param schema names, types and order of the features
     * @param index row index from 0
     * @return the row
     */
    public Row row(Schema schema, int index) {
        Row.Builder row = Row.builder(schema);
        for (Feature feature : schema.features()) {
            if (!has(feature.name())) {
                continue;
            }
            if (feature.type() == FeatureType.NUMERIC) {
                row.set(feature.name(), numeric(feature.name()).value(index));
            } else {
                row.set(feature.name(), categorical(feature.name()).value(index));
            }
        }
        return row.build();
    }
}
