package io.github.modelwarden.tabular;

import java.nio.file.Path;

/**
 * Splits CSV as RFC 4180 has it, with lines that end with LF, CR LF or CR: a cell that starts with a quote ends with one,
 * and a quote inside it is doubled; a quote elsewhere is an ordinary character. Eight bytes are looked at together.
 */
final class CsvReader extends TextReader {

    private static final long EACH_BYTE = 0x0101010101010101L;
    private static final long LOW_BITS = ~HIGH_BITS;
    private static final long QUOTES = '"' * EACH_BYTE;
    private static final long AFTER_LINE_ENDS = ('\r' + 1) * EACH_BYTE;

    private final int columns;
    private final byte delimiter;
    private final long delimiters;

    // where the row that is being split starts: its byte, its first cell, and the lines before it
    private int rowStart;
    private int rowCell;
    private int rowLine;
    private int lines;
    private int openedQuote;

    CsvReader(Path file, ByteSource source, long line, CsvShape shape) {
        super(file, source, line);
        this.columns = shape.names().size();
        this.delimiter = (byte) shape.delimiter();
        this.delimiters = shape.delimiter() * EACH_BYTE;
    }

    @Override
    int split(Cells cells, int length) {
        begin(cells);
        splitRows(cells, length);
        splitLines = rowLine;
        return rowStart;
    }

    private void begin(Cells cells) {
        cells.rows = 0;
        splitBlankLines = 0;
        rowStart = 0;
        rowCell = 0;
        rowLine = 0;
        lines = 0;
    }

    private void splitRows(Cells cells, int length) {
        byte[] bytes = cells.bytes;
        int[] starts = cells.starts;
        int[] ends = cells.ends;
        int cell = 0;
        int start = 0;
        int quoted = 0; // the end of a quoted cell with its marks, until the separator after it comes
        words:
        for (int i = 0; i < length; i += Long.BYTES) {
            for (long hits = special((long) WORDS.get(bytes, i)); hits != 0; hits &= hits - 1) {
                int at = i + (Long.numberOfTrailingZeros(hits) >>> 3);
                byte b = bytes[at];
                if (b == delimiter) {
                    requirePlace(cells, cell);
                    starts[cell] = start;
                    ends[cell++] = quoted == 0 ? at : quoted;
                    quoted = 0;
                    start = at + 1;
                } else if (isLineEnd(bytes, at, length)) {
                    starts[cell] = start;
                    ends[cell++] = quoted != 0 ? quoted : at > start && bytes[at - 1] == '\r' ? at - 1 : at;
                    quoted = 0;
                    start = at + 1;
                    cell = endRow(cells, cell, start);
                    if (cells.rows == cells.maxRows) {
                        return;
                    }
                } else if (b == '"' && at == start) {
                    quoted = closingQuote(cells, at + 1, length);
                    if (quoted == 0) {
                        return;
                    }
                    start = at + 1;
                    i = Cells.position(quoted) + 1 - Long.BYTES;
                    continue words;
                }
            }
        }
    }

    /** Marks the delimiters, the quotes and the bytes up to CR, in the high bit of each byte. */
    private long special(long word) {
        long delimiter = word ^ delimiters;
        long quote = word ^ QUOTES;
        long neither = (((delimiter & LOW_BITS) + LOW_BITS) | delimiter) & (((quote & LOW_BITS) + LOW_BITS) | quote);
        long lineEnd = ~((word | HIGH_BITS) - AFTER_LINE_ENDS) & ~word;
        return (~neither | lineEnd) & HIGH_BITS;
    }

    /** Whether a line ends here; a CR before an LF does not end it, and one at the very end waits for what follows. */
    private static boolean isLineEnd(byte[] bytes, int at, int length) {
        byte b = bytes[at];
        return b == '\n' || (b == '\r' && at + 1 < length && bytes[at + 1] != '\n');
    }

    /** The end of a quoted cell with its marks, 0 if it is not among the bytes. */
    private int closingQuote(Cells cells, int from, int length) {
        byte[] bytes = cells.bytes;
        int marks = Cells.QUOTED;
        words:
        for (int i = from; i < length; i += Long.BYTES) {
            for (long hits = special((long) WORDS.get(bytes, i)); hits != 0; hits &= hits - 1) {
                int at = i + (Long.numberOfTrailingZeros(hits) >>> 3);
                if (isLineEnd(bytes, at, length)) {
                    lines++;
                } else if (bytes[at] == '"' && at + 1 < length) {
                    if (bytes[at + 1] != '"') {
                        requireSeparator(cells, at + 1);
                        return at | marks;
                    }
                    marks |= Cells.ESCAPED;
                    i = at + 2 - Long.BYTES;
                    continue words;
                }
            }
        }
        openedQuote = from - 1;
        return 0;
    }

    /** Ends a row at the start of the next one; gives the next free cell. */
    private int endRow(Cells cells, int cell, int nextRow) {
        int count = cell - rowCell;
        int last = cell - 1;
        boolean isBlank = count == 1 && cells.starts[last] == cells.ends[last];
        if (isBlank) {
            splitBlankLines++;
        } else if (count == columns) {
            cells.rowStarts[cells.rows++] = rowStart;
            rowCell = cell;
        } else {
            throw ragged(cells, String.valueOf(count));
        }
        lines++;
        rowLine = lines;
        rowStart = nextRow;
        return rowCell;
    }

    private void requirePlace(Cells cells, int cell) {
        if (cell >= cells.starts.length - 1) {
            throw ragged(cells, "at least " + (cell - rowCell + 1));
        }
    }

    private TabularException ragged(Cells cells, String count) {
        return TabularException.inLine(
                file(),
                cells.firstLine + rowLine,
                "expected " + columns + (columns == 1 ? " cell" : " cells") + " as in the header but got " + count
                        + "; add or remove cells, or quote a cell that holds the separator '" + shown() + "'");
    }

    private String shown() {
        return delimiter == '\t' ? "\\t" : String.valueOf((char) delimiter);
    }

    private void requireSeparator(Cells cells, int at) {
        byte b = cells.bytes[at];
        if (b != delimiter && b != '\n' && b != '\r') {
            throw TabularException.inLine(
                    file(),
                    cells.firstLine + lines,
                    "expected the separator '" + shown() + "' or the end of the line after a closing quote but got '"
                            + (char) b + "'; double a quote that belongs to the text");
        }
    }

    @Override
    TabularException unfinished(Cells cells, int length) {
        long line = cells.firstLine + rowLine + Lines.count(cells.bytes, rowStart, openedQuote);
        return TabularException.inLine(
                file(),
                line,
                "the quote that opens here is never closed; close it, or double it if it belongs to the text");
    }
}
