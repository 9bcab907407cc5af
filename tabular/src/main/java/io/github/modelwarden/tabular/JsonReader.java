package io.github.modelwarden.tabular;

import java.util.Arrays;

/** Reads JSON lines: one object a line, whose keys are the columns. Blank lines are passed over. */
final class JsonReader extends TextReader implements JsonLine.Values {

    private static final long EACH_BYTE = 0x0101010101010101L;
    private static final long LINE_ENDS = '\n' * EACH_BYTE;

    private final JsonLine parser;
    private final boolean keepsCells;
    private int[] starts = new int[0];
    private int[] ends = starts;
    private int rowCell;

    private JsonReader(ByteSource source, JsonLine parser, boolean keepsCells) {
        super(parser.file(), source, 1);
        this.parser = parser;
        this.keepsCells = keepsCells;
    }

    /** A reader that only collects keys. */
    static JsonReader ofKeys(ByteSource source, JsonLine parser) {
        return new JsonReader(source, parser, false);
    }

    /** A reader of the columns of a file whose keys are all known. */
    static JsonReader of(ByteSource source, JsonLine parser) {
        return new JsonReader(source, parser, true);
    }

    @Override
    int split(Cells cells, int length) {
        starts = cells.starts;
        ends = cells.ends;
        cells.rows = 0;
        splitLines = 0;
        splitBlankLines = 0;
        int at = 0;
        while (at < length && cells.rows < cells.maxRows) {
            int end = lineEnd(cells.bytes, at, length);
            if (end == length) {
                parser.requireObject(cells.bytes, at, end, cells.firstLine + splitLines);
                break;
            }
            if (isBlank(cells.bytes, at, end)) {
                splitBlankLines++;
            } else {
                startRow(cells, at);
                parser.parse(cells.bytes, at, end, cells.firstLine + splitLines, this);
            }
            splitLines++;
            at = end + 1;
        }
        return at;
    }

    private void startRow(Cells cells, int at) {
        if (keepsCells) {
            rowCell = cells.rows * cells.columns;
            Arrays.fill(starts, rowCell, rowCell + cells.columns, 0);
            Arrays.fill(ends, rowCell, rowCell + cells.columns, 0);
        }
        cells.rowStarts[cells.rows++] = at;
    }

    @Override
    public boolean checksWords() {
        return keepsCells;
    }

    @Override
    public boolean isNew(int column) {
        return !keepsCells || starts[rowCell + column] == 0; // no value starts at 0, where the brace is
    }

    @Override
    public void accept(int column, int start, int end) {
        if (keepsCells) {
            starts[rowCell + column] = start;
            ends[rowCell + column] = end;
        }
    }

    private static int lineEnd(byte[] bytes, int from, int length) {
        for (int i = from; i < length; i += Long.BYTES) {
            long word = (long) WORDS.get(bytes, i) ^ LINE_ENDS;
            long hits = ~(((word & ~HIGH_BITS) + ~HIGH_BITS) | word) & HIGH_BITS;
            if (hits != 0) {
                return Math.min(length, i + (Long.numberOfTrailingZeros(hits) >>> 3));
            }
        }
        return length;
    }

    private static boolean isBlank(byte[] bytes, int from, int end) {
        for (int i = from; i < end; i++) {
            if (!NumberText.isBlank(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    TabularException unfinished(Cells cells, int length) {
        throw new IllegalStateException("a last line without an end in " + file());
    }
}
