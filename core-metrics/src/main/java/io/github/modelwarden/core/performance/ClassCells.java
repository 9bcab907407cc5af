package io.github.modelwarden.core.performance;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.NumericColumn;
import org.jspecify.annotations.Nullable;

/** Reads a column as class names; whole numbers without decimals, so that 1 and 1.0 are one class. */
final class ClassCells {

    private static final int CACHED = 256;

    private final Column column;
    private final @Nullable String[] names = new @Nullable String[CACHED];

    ClassCells(Column column) {
        this.column = column;
    }

    /** {@return the class of a row, null if missing} */
    @Nullable
    String at(int row) {
        if (column instanceof CategoricalColumn categorical) {
            return categorical.value(row);
        }
        double value = ((NumericColumn) column).value(row);
        if (value >= 0 && value < CACHED && value == (int) value) {
            int whole = (int) value;
            String known = names[whole];
            if (known == null) {
                known = Integer.toString(whole);
                names[whole] = known;
            }
            return known;
        }
        return Double.isNaN(value) ? null : name(value);
    }

    private static String name(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
