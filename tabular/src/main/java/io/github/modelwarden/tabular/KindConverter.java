package io.github.modelwarden.tabular;

import io.github.modelwarden.core.data.Column;
import org.jspecify.annotations.Nullable;

/** Cells of a column that is left out: only counted, so that a wrong guess about the column is noticed. */
final class KindConverter implements ColumnConverter {

    private final int column;
    private final CellRules rules;

    KindConverter(int column, CellRules rules) {
        this.column = column;
        this.rules = rules;
    }

    @Override
    public @Nullable Column convert(Cells cells, Tally tally) {
        double[] numbers = cells.numbers[column];
        for (int row = 0; row < cells.rows; row++) {
            tally.count(numbers == null ? rules.kind(cells, row * cells.columns + column) : kind(numbers[row]));
        }
        return null;
    }

    private static CellKind kind(double number) {
        return Double.isNaN(number) ? CellKind.MISSING : CellKind.NUMBER;
    }
}
