package io.github.modelwarden.tabular;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells from counts of cells what a column holds, and says why. */
final class TypeRules {

    /** A tenth of the present cells may be of another kind. */
    private static final int TOLERANCE = 10;

    private static final Set<String> INTEGERS = Set.of("BIGINT", "HUGEINT", "UBIGINT", "UHUGEINT");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?(\\d{1,3}(\\.\\d{3})+|\\d+)(,\\d+)?");

    private static final String LOST = "too long for a number to keep every digit";
    private static final String MAY_BE_LOST = "2^53 or more in size and may have lost digits";

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
            return areIdentifiers(tally) ? ColumnKind.CATEGORICAL : ColumnKind.NUMERIC;
        }
        if (present > 0 && isNearly(tally.cells(CellKind.TIMESTAMP), present)) {
            return ColumnKind.TIMESTAMP;
        }
        return tally.cells(CellKind.NESTED) > 0 ? ColumnKind.UNSUPPORTED : ColumnKind.CATEGORICAL;
    }

    /** Whether whole numbers would become others, so that those who tell rows apart by them were deceived. */
    private static boolean areIdentifiers(Tally tally) {
        return tally.cells(CellKind.LONG_NUMBER) * TOLERANCE > tally.present();
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
            case NUMERIC -> share(tally.numbers(), present, "a number", "numbers");
            case TIMESTAMP ->
                share(tally.cells(CellKind.TIMESTAMP), present, "a date or timestamp", "dates or timestamps");
            case UNSUPPORTED -> share(tally.cells(CellKind.NESTED), present, "an object or list", "objects or lists");
            case CATEGORICAL ->
                areIdentifiers(tally)
                        ? share(
                                tally.cells(CellKind.LONG_NUMBER),
                                present,
                                "a whole number with more digits than a number keeps, as identifiers have",
                                "whole numbers with more digits than a number keeps, as identifiers have")
                        : column.stored().storage() == Storage.TEXTS
                                ? "stored as " + column.stored().typeName()
                                : share(tally.others(), present, "no number", "not numbers");
        };
    }

    /** What to do about cells that are read otherwise than they look, as a part of a sentence. */
    static Optional<String> advice(PlannedColumn column, Tally tally) {
        if (column.kind() == ColumnKind.NUMERIC) {
            return lostDigits(column, tally)
                    .map(lost -> lost + "; declare the column categorical in a schema if it holds identifiers");
        }
        if (column.kind() != ColumnKind.CATEGORICAL || column.source() != TypeSource.INFERRED) {
            return Optional.empty();
        }
        if (areIdentifiers(tally)) {
            return Optional.of("declare the column numeric in a schema if they are quantities");
        }
        boolean commas = tally.examples().stream().anyMatch(example -> example.indexOf(',') >= 0)
                && tally.examples().stream().allMatch(TypeRules::hasDecimalComma);
        return commas
                ? Optional.of("they look like numbers with a decimal comma, so write them with a decimal point")
                : Optional.empty();
    }

    private static Optional<String> lostDigits(PlannedColumn column, Tally tally) {
        if (tally.cells(CellKind.LONG_NUMBER) > 0) {
            return Optional.of(share(tally.cells(CellKind.LONG_NUMBER), tally.present(), LOST, LOST));
        }
        return tally.large() > 0 && INTEGERS.contains(column.stored().typeName())
                ? Optional.of(share(tally.large(), tally.present(), MAY_BE_LOST, MAY_BE_LOST))
                : Optional.empty();
    }

    /** Whether a text is a number in the way of many languages, such as {@code -1.234,5}; also one without a comma. */
    private static boolean hasDecimalComma(String text) {
        return DECIMAL_COMMA.matcher(text).matches();
    }

    private static String share(long count, long present, String one, String many) {
        return count + " of " + present + (present == 1 ? " present cell" : " present cells")
                + (count == 1 ? " is " + one : " are " + many);
    }
}
