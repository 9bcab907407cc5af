package io.github.modelwarden.core.quality;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.NumericColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of a block as the constraints want to see it: as numbers or as categories, whatever the reader made of it. */
final class Cells {

    private final Column original;
    private final Column view;
    private final long firstRow;

    private Cells(Column original, Column view, long firstRow) {
        this.original = original;
        this.view = view;
        this.firstRow = firstRow;
    }

    /**
     * Views a column.
     *
     * @param wanted the type wanted
     * @param firstRow number of the column's first row
     */
    static Cells of(Column column, FeatureType wanted, long firstRow) {
        if (column.type() == wanted) {
            return new Cells(column, column, firstRow);
        }
        return new Cells(
                column,
                column instanceof CategoricalColumn categories ? numbers(categories) : categories(column),
                firstRow);
    }

    private static NumericColumn numbers(CategoricalColumn column) {
        double[] byCode =
                column.categories().stream().mapToDouble(Cells::parsed).toArray();
        double[] values = new double[column.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.isMissing(row) ? Double.NaN : byCode[column.code(row)];
        }
        return NumericColumn.adopt(column.name(), values);
    }

    /** The decimal number that a text is, NaN if it is none. */
    private static double parsed(String text) {
        String trimmed = text.strip();
        for (int i = 0; i < trimmed.length(); i++) {
            if ("0123456789+-.eE".indexOf(trimmed.charAt(i)) < 0) {
                return Double.NaN;
            }
        }
        try {
            double number = Double.parseDouble(trimmed);
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static CategoricalColumn categories(Column column) {
        List<@Nullable String> texts = new ArrayList<>(column.size());
        for (int row = 0; row < column.size(); row++) {
            double value = ((NumericColumn) column).value(row);
            texts.add(Double.isNaN(value) ? null : text(value));
        }
        return CategoricalColumn.of(column.name(), texts);
    }

    /** All digits of a number; without exponent unless it is very large or small. */
    static String text(double number) {
        double size = Math.abs(number);
        if (number == Math.rint(number) && size < 1e15) {
            return Long.toString((long) number);
        }
        return size < 1e-6 || size >= 1e15
                ? Double.toString(number)
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    int size() {
        return original.size();
    }

    /** The number of a row of this block in the data. */
    long rowNumber(int row) {
        return firstRow + row;
    }

    /** Whether the cell has no value at all. */
    boolean missing(int row) {
        return original.isMissing(row);
    }

    /** Whether the cell has a value of the other type. */
    boolean foreign(int row) {
        return view != original
                && !original.isMissing(row)
                && (view.isMissing(row) || view.type() == FeatureType.CATEGORICAL);
    }

    /** What stands in a cell that is not missing. */
    String text(int row) {
        if (original instanceof NumericColumn numeric) {
            return text(numeric.value(row));
        }
        String value = ((CategoricalColumn) original).value(row);
        return value == null ? "" : value;
    }

    FeatureType type() {
        return view.type();
    }

    NumericColumn numbers() {
        return (NumericColumn) view;
    }

    CategoricalColumn categories() {
        return (CategoricalColumn) view;
    }
}
