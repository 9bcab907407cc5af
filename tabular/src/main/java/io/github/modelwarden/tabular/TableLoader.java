package io.github.modelwarden.tabular;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Collects the blocks of a small file into one table. */
final class TableLoader implements Consumer<Table> {

    /** Blocks and the table stand in memory together for a moment, and the caller needs room too. */
    private static final int SHARE_OF_MEMORY = 4;

    private static final int TEXT_OVERHEAD = 56;

    private final Path file;
    private final Map<String, FeatureType> types;
    private final List<Table> blocks = new ArrayList<>();
    private final long mostBytes;
    private long bytes;
    private int rows;

    TableLoader(Path file, Map<String, FeatureType> types) {
        this(file, types, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
    }

    TableLoader(Path file, Map<String, FeatureType> types, long mostBytes) {
        this.file = file;
        this.types = types;
        this.mostBytes = mostBytes;
    }

    @Override
    public void accept(Table block) {
        long numeric =
                types.values().stream().filter(FeatureType.NUMERIC::equals).count();
        bytes += block.rowCount() * (numeric * Double.BYTES + (types.size() - numeric) * Integer.BYTES);
        bytes += texts(block);
        if (bytes > mostBytes) {
            throw TabularException.of(
                    file,
                    "does not fit into memory: more than " + (mostBytes >> 20)
                            + " MiB of values; scan it block by block, read fewer columns, or give Java more memory (-Xmx)");
        }
        blocks.add(block);
        rows = Math.addExact(rows, block.rowCount());
    }

    private long texts(Table block) {
        long length = 0;
        for (Map.Entry<String, FeatureType> column : types.entrySet()) {
            if (column.getValue() == FeatureType.CATEGORICAL) {
                for (String category : block.categorical(column.getKey()).categories()) {
                    length += TEXT_OVERHEAD + category.length();
                }
            }
        }
        return length;
    }

    Table table() {
        if (types.isEmpty()) {
            throw TabularException.of(file, "has no numeric and no categorical column; declare the type of one");
        }
        List<Column> columns = new ArrayList<>();
        types.forEach((name, type) -> columns.add(
                switch (type) {
                    case NUMERIC -> numeric(name);
                    case CATEGORICAL -> categorical(name);
                }));
        return Table.of(columns);
    }

    private Column numeric(String name) {
        double[] values = new double[rows];
        int at = 0;
        for (Table block : blocks) {
            NumericColumn column = block.numeric(name);
            for (int row = 0; row < column.size(); row++) {
                values[at++] = column.value(row);
            }
        }
        return NumericColumn.adopt(name, values);
    }

    private Column categorical(String name) {
        int[] codes = new int[rows];
        List<String> dictionary = new ArrayList<>();
        Map<String, Integer> known = new HashMap<>();
        int at = 0;
        for (Table block : blocks) {
            CategoricalColumn column = block.categorical(name);
            int[] recoded = column.categories().stream()
                    .mapToInt(category -> known.computeIfAbsent(category, added -> {
                        dictionary.add(added);
                        return dictionary.size() - 1;
                    }))
                    .toArray();
            for (int row = 0; row < column.size(); row++) {
                int code = column.code(row);
                codes[at++] = code == CategoricalColumn.MISSING ? CategoricalColumn.MISSING : recoded[code];
            }
        }
        return CategoricalColumn.ofCodes(name, codes, dictionary);
    }
}
