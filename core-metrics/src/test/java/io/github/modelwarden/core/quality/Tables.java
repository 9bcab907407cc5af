package io.github.modelwarden.core.quality;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small tables. */
final class Tables {

    private Tables() {}

    static Table of(Column... columns) {
        return Table.of(List.of(columns));
    }

    static NumericColumn numbers(String name, double... values) {
        return NumericColumn.of(name, values);
    }

    static CategoricalColumn words(String name, @Nullable String... values) {
        return CategoricalColumn.of(name, Arrays.asList(values));
    }

    /** A column of so many of one number, then so many of another. */
    static NumericColumn runs(String name, int many, double value, int more, double other) {
        double[] values = new double[many + more];
        Arrays.fill(values, 0, many, value);
        Arrays.fill(values, many, many + more, other);
        return NumericColumn.adopt(name, values);
    }

    /** A column of so many of one category, then so many of another. */
    static CategoricalColumn runs(String name, int many, @Nullable String value, int more, @Nullable String other) {
        List<@Nullable String> values = new ArrayList<>(Collections.nCopies(many, value));
        values.addAll(Collections.nCopies(more, other));
        return CategoricalColumn.of(name, values);
    }

    /** Another column in place of that of its name, or after the others. */
    static Table with(Table table, Column column) {
        List<Column> columns = new ArrayList<>();
        for (String name : table.columnNames()) {
            columns.add(name.equals(column.name()) ? column : table.column(name));
        }
        if (!table.has(column.name())) {
            columns.add(column);
        }
        return Table.of(columns);
    }

    static Table without(Table table, String column) {
        return Table.of(table.columnNames().stream()
                .filter(name -> !name.equals(column))
                .map(table::column)
                .toList());
    }
}
