package io.github.modelwarden.tabular;

import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.NumericColumn;
import java.util.Arrays;

/** Cells of a numeric column. What is no finite number becomes missing and is counted. */
final class NumberConverter implements ColumnConverter {

    private final String name;
    private final int column;
    private final CellRules rules;

    NumberConverter(String name, int column, CellRules rules) {
        this.name = name;
        this.column = column;
        this.rules = rules;
    }

    @Override
    public Column convert(Cells cells, Tally tally) {
        double[] numbers = cells.numbers[column];
        return NumericColumn.adopt(name, numbers == null ? parsed(cells, tally) : stored(numbers, cells, tally));
    }

    private double[] parsed(Cells cells, Tally tally) {
        double[] values = new double[cells.rows];
        byte[] bytes = cells.bytes;
        boolean wordsFirst = rules.missingWords().hasNumbers();
        boolean careful = false;
        int odd = 0;
        int quoted = 0;
        int tooLong = 0;
        int cell = column;
        for (int row = 0; row < values.length; row++, cell += cells.columns) {
            int start = cells.starts[cell];
            int end = cells.ends[cell] & ~Cells.QUOTED;
            // marks make an end large; once a text has failed to parse, all are looked at first, as failing is slow
            boolean isOdd = end >= Cells.NESTED
                    || (careful && !NumberText.matches(bytes, start, end))
                    || (wordsFirst && rules.isMissing(bytes, start, end));
            double value = isOdd ? Double.NaN : NumberText.parse(bytes, start, end);
            double size = Math.abs(value);
            if (!(size <= Double.MAX_VALUE)) {
                value = Double.NaN;
                CellKind kind = rules.kind(cells, cell);
                tally.countOdd(kind, cells, row, column);
                careful |= kind == CellKind.TEXT || kind == CellKind.TIMESTAMP;
                odd++;
            } else {
                quoted += end == cells.ends[cell] ? 0 : 1;
                tooLong += size >= NumberText.LARGEST_EXACT && rules.kind(cells, cell) == CellKind.LONG_NUMBER ? 1 : 0;
            }
            values[row] = value;
        }
        int asText = cells.dialect.quotedIsText() ? quoted : 0;
        tally.count(CellKind.NUMBER_AS_TEXT, asText);
        tally.count(CellKind.LONG_NUMBER, tooLong);
        tally.count(CellKind.NUMBER, values.length - odd - asText - tooLong);
        return values;
    }

    private double[] stored(double[] numbers, Cells cells, Tally tally) {
        double[] values = Arrays.copyOf(numbers, cells.rows);
        int odd = 0;
        int large = 0;
        for (int row = 0; row < values.length; row++) {
            large += Math.abs(values[row]) >= NumberText.LARGEST_EXACT ? 1 : 0;
            if (!(Math.abs(values[row]) <= Double.MAX_VALUE)) {
                tally.countOdd(Double.isNaN(values[row]) ? CellKind.MISSING : CellKind.INFINITE, cells, row, column);
                values[row] = Double.NaN;
                odd++;
            }
        }
        tally.count(CellKind.NUMBER, values.length - odd);
        tally.countLarge(large);
        return values;
    }
}
