package io.github.modelwarden.cli.input;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.tabular.TableFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Draws rows at random while a table passes: each row of the file has the same chance, whatever its size. */
final class RowSample implements Consumer<Table> {

    private static final int SIZE = 20_000;
    private static final long SEED = 20_260_101;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Map<String, FeatureType> types = new LinkedHashMap<>();
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private long seen;

    @Override
    public void accept(Table block) {
        List<Column> columns = block.columnNames().stream().map(block::column).toList();
        columns.forEach(column -> types.putIfAbsent(column.name(), column.type()));
        for (int row = 0; row < block.rowCount(); row++) {
            seen++;
            if (rows.size() < SIZE) {
                rows.add(row(columns, row));
            } else {
                long place = random.nextLong(seen);
                if (place < SIZE) {
                    rows.set((int) place, row(columns, row));
                }
            }
        }
    }

    private static @Nullable Object[] row(List<Column> columns, int row) {
        @Nullable Object[] cells = new @Nullable Object[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = columns.get(i) instanceof NumericColumn numeric
                    ? (Double) numeric.value(row)
                    : ((CategoricalColumn) columns.get(i)).value(row);
        }
        return cells;
    }

    /** Draws rows of a file. */
    static Table of(TableFile file) {
        return file.scan(types -> new RowSample()).consumer().table();
    }

    /** {@return the drawn rows} */
    Table table() {
        List<Column> columns = new ArrayList<>();
        int index = 0;
        for (Map.Entry<String, FeatureType> entry : types.entrySet()) {
            int column = index++;
            if (entry.getValue() == FeatureType.NUMERIC) {
                columns.add(NumericColumn.adopt(
                        entry.getKey(),
                        rows.stream()
                                .mapToDouble(row -> row[column] instanceof Double value ? value : Double.NaN)
                                .toArray()));
            } else {
                List<@Nullable String> values = new ArrayList<>();
                rows.forEach(row -> values.add((String) row[column]));
                columns.add(CategoricalColumn.of(entry.getKey(), values));
            }
        }
        return Table.of(columns);
    }
}
