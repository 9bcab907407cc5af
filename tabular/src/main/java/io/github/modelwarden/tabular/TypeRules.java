package io.github.modelwarden.tabular;

import java.util.Optional;

/** Tells from counts of cells what a column holds, and says why. */
final class TypeRules {

    /** A tenth of the present cells may be of another kind. */
    private static final int TOLERANCE = 10;

    private TypeRules() {}

    /** The kind that a format gives a column, empty if its cells decide. */
    static Optional<ColumnKind> stored(Storage storage) {
        return switch (storage) {
            case NUMBERS -> Optional.of(ColumnKind.NUMERIC);
            case NAMES -> Optional.of(ColumnKind.CATEGORICAL);
            case TIMES -> Optional.of(ColumnKind.TIMESTAMP);
            case OTHER -> Optional.of(ColumnKind.UNSUPPORTED);
            case CELLS, TEXTS -> Optional.empty();
        };
    }

    /** The kind of a column whose cells decide. */
    static ColumnKind inferred(Storage storage, Tally tally) {
        long present = tally.present();
        if (storage == Storage.CELLS && isNearly(tally.numbers(), present)) {
            return ColumnKind.NUMERIC;
        }
        if (present > 0 && isNearly(tally.cells(CellKind.TIMESTAMP), present)) {
            return ColumnKind.TIMESTAMP;
        }
        return tally.cells(CellKind.NESTED) > 0 ? ColumnKind.UNSUPPORTED : ColumnKind.CATEGORICAL;
    }

    private static boolean isNearly(long count, long present) {
        return (present - count) * TOLERANCE <= present;
    }

    /** Why a column is what it is, in words. */
    static String reason(PlannedColumn column, Tally tally) {
        return switch (column.source()) {
            case DECLARED -> "declared as " + column.kind().word();
            case STORED -> "stored as " + column.stored().typeName();
            case INFERRED -> inferredReason(column, tally);
        };
    }

    private static String inferredReason(PlannedColumn column, Tally tally) {
        long present = tally.present();
        if (present == 0) {
            return "no cell has a value";
        }
        return switch (column.kind()) {
            case NUMERIC -> share(tally.numbers(), present) + " numbers";
            case TIMESTAMP -> share(tally.cells(CellKind.TIMESTAMP), present) + " dates or timestamps";
            case UNSUPPORTED -> share(tally.cells(CellKind.NESTED), present) + " objects or lists";
            case CATEGORICAL ->
                column.stored().storage() == Storage.TEXTS
                        ? "stored as " + column.stored().typeName()
                        : share(tally.others(), present) + " not numbers";
        };
    }

    private static String share(long count, long present) {
        return count + " of " + present + " present cells are";
    }
}
