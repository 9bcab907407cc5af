package io.github.modelwarden.tabular;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads the rows of a query into cells: numbers as they are, everything else as text. */
final class ParquetReader implements CellReader {

    private static final byte[] NOTHING = new byte[0];

    private final Path file;
    private final DuckDb database;
    private final ResultSet result;
    private final List<PlannedColumn> columns;
    private final long totalRows;
    private final long totalBytes;
    private long row = 1;
    private int textLength;

    ParquetReader(ParquetSource source, ResultSet result, Plan plan) {
        this.file = source.file();
        this.database = source.database();
        this.totalRows = source.rows();
        this.totalBytes = source.size();
        this.result = result;
        this.columns = plan.columns();
    }

    @Override
    public boolean read(Cells cells) {
        cells.rows = 0;
        cells.firstRow = row;
        textLength = 0;
        for (PlannedColumn column : columns) {
            if ((column.isReadAsNumbers() || column.isReadAsNothing()) && cells.numbers[column.index()] == null) {
                cells.numbers[column.index()] = new double[cells.maxRows];
            }
        }
        try {
            while (cells.rows < cells.maxRows && textLength < TextReader.MOST_BYTES && result.next()) {
                readRow(cells);
                cells.rows++;
            }
        } catch (SQLException e) {
            throw database.unreadable(e);
        }
        row += cells.rows;
        if (cells.rows == 0) {
            requireAllRows();
        }
        return cells.rows > 0;
    }

    private void requireAllRows() {
        if (row - 1 != totalRows) {
            throw TabularException.of(
                    file,
                    "has " + totalRows + (totalRows == 1 ? " row" : " rows") + " by its footer but gave " + (row - 1)
                            + "; it is damaged or was changed while it was read, copy or write it again");
        }
    }

    private void readRow(Cells cells) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            int column = columns.get(i).index();
            double[] numbers = cells.numbers[column];
            if (numbers != null) {
                double value = result.getDouble(i + 1);
                numbers[cells.rows] = result.wasNull() ? Double.NaN : value;
            } else {
                byte[] text = result.getBytes(i + 1);
                putText(cells, cells.rows * cells.columns + column, text == null ? NOTHING : text);
            }
        }
    }

    private void putText(Cells cells, int cell, byte[] utf8) {
        if (textLength + utf8.length + Long.BYTES > cells.bytes.length) {
            cells.growBytes(Math.max(2 * cells.bytes.length, textLength + utf8.length + Long.BYTES));
        }
        System.arraycopy(utf8, 0, cells.bytes, textLength, utf8.length);
        cells.starts[cell] = textLength;
        textLength += utf8.length;
        cells.ends[cell] = textLength | Cells.QUOTED;
    }

    @Override
    public long bytesRead() {
        return (long) ((double) totalBytes / Math.max(1, totalRows) * (row - 1));
    }

    @Override
    public long blankLines() {
        return 0;
    }

    @Override
    public void close() {
        try {
            result.close();
        } catch (SQLException e) {
            throw database.unreadable(e);
        }
    }
}
