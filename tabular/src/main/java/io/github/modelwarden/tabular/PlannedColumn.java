package io.github.modelwarden.tabular;

/**
 * How a scan reads a column.
 *
 * @param index its position in the file
 * @param name its name in the blocks
 * @param stored the column as the file has it
 * @param kind what it is taken for
 * @param source who says so
 */
record PlannedColumn(int index, String name, StoredColumn stored, ColumnKind kind, TypeSource source) {

    PlannedColumn withKind(ColumnKind other) {
        return new PlannedColumn(index, name, stored, other, source);
    }

    /** Whether the values come as numbers from the file, not as text. */
    boolean isReadAsNumbers() {
        return stored.storage() == Storage.NUMBERS && kind == ColumnKind.NUMERIC;
    }

    /** Whether nothing is wanted from a value but that it is there. */
    boolean isReadAsNothing() {
        return stored.storage() == Storage.OTHER && kind == ColumnKind.UNSUPPORTED;
    }

    ColumnConverter converter(CellRules rules) {
        return switch (kind) {
            case NUMERIC -> new NumberConverter(name, index, rules);
            case CATEGORICAL -> new CategoryConverter(name, index, rules);
            case TIMESTAMP, UNSUPPORTED -> new KindConverter(index, rules);
        };
    }
}
