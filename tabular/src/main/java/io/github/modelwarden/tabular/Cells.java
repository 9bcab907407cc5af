package io.github.modelwarden.tabular;

import java.util.Arrays;

/**
 * Some rows of a file, split into cells but not yet read: where each cell starts and ends in a buffer of bytes. A reader
 * fills it again and again, so that a scan makes no garbage for cells. Columns that a format stores as numbers come as
 * numbers instead.
 */
final class Cells {

    /** Set in an end: the cell stood in quotes, or its format says that it is text. */
    static final int QUOTED = 1 << 30;
    /** Set in an end: the bytes have escapes. */
    static final int ESCAPED = 1 << 29;
    /** Set in an end: the cell is an object or a list. */
    static final int NESTED = 1 << 28;

    private static final int POSITION = NESTED - 1;
    /** Small enough that bytes, positions and numbers of one filling stay in a core's cache. */
    private static final int BYTES = 1 << 19;

    /** Some dozen rows even of a table with many columns, as each block has a cost for each column. */
    private static final int BYTES_OF_WIDE_COLUMN = 1 << 9;

    private static final int CELLS = 1 << 15;
    private static final int MOST_ROWS = 1 << 13;
    private static final int FEWEST_ROWS = 64;

    final Dialect dialect;
    final int columns;
    final int maxRows;
    /** The bytes, with eight more than are used so that words can be read everywhere. */
    byte[] bytes;
    /** Start of each cell, row by row. */
    final int[] starts;
    /** End of each cell with its marks; the cell is empty if it is not after the start. */
    final int[] ends;
    /** Where each row starts in the bytes. */
    final int[] rowStarts;
    /** The numbers of each column that is stored as numbers, NaN where missing; null for the others. */
    final double[][] numbers;

    int rows;
    /** Row number of the first row, from 1. */
    long firstRow;
    /** Where the line {@link #firstLine} starts in the bytes. */
    int begin;
    /** Line of the first byte, from 1; 0 in a file without lines. */
    long firstLine;

    Cells(Dialect dialect, int columns) {
        this(
                dialect,
                columns,
                Math.max(BYTES, columns * BYTES_OF_WIDE_COLUMN),
                Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, CELLS / columns)));
    }

    Cells(Dialect dialect, int columns, int length, int maxRows) {
        this.dialect = dialect;
        this.columns = columns;
        this.bytes = new byte[length];
        this.maxRows = maxRows;
        int capacity = (maxRows + 1) * columns + 1;
        this.starts = new int[capacity];
        this.ends = new int[capacity];
        this.rowStarts = new int[maxRows];
        this.numbers = new double[columns][];
    }

    void growBytes(int length) {
        bytes = Arrays.copyOf(bytes, length);
    }

    /** The position in an end without its marks. */
    static int position(int end) {
        return end & POSITION;
    }

    /** The marks in an end without the position. */
    static int marks(int end) {
        return end & ~POSITION;
    }

    /** The text of a cell, without blanks around unless it is quoted. */
    String text(int cell) {
        int end = position(ends[cell]);
        if ((ends[cell] & ESCAPED) != 0) {
            return dialect.unescaped(bytes, starts[cell], end);
        }
        String text = Dialect.plain(bytes, starts[cell], end);
        return (ends[cell] & QUOTED) != 0 ? text : text.trim();
    }

    /** The line that a row starts in, 0 in a file without lines. */
    long lineOf(int row) {
        return firstLine == 0 ? 0 : firstLine + Lines.count(bytes, begin, rowStarts[row]);
    }
}
