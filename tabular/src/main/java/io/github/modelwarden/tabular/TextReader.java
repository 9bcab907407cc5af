package io.github.modelwarden.tabular;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Reads a text file some whole rows at a time; what one filling cuts off comes first in the next. */
abstract class TextReader implements CellReader {

    static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final long HIGH_BITS = 0x8080808080808080L;
    static final int MOST_BYTES = 1 << 26;

    private final Path file;
    private final ByteSource source;
    private byte[] rest = new byte[0];
    private int restLength;
    private boolean hasEnded;
    private long line;
    private long row = 1;
    private long blankLines;
    /** Lines in what the last {@link #split} has taken. */
    int splitLines;
    /** Blank ones among them. */
    int splitBlankLines;

    /** Starts at the source's current position, the start of a line. */
    TextReader(Path file, ByteSource source, long line) {
        this.file = file;
        this.source = source;
        this.line = line;
    }

    /**
     * Finds the cells of whole rows, and sets the number of rows and of lines.
     *
     * @param cells the bytes, and the place for the cells
     * @param length number of bytes from index 0; ends with a line end if it is the end of the file
     * @return the start of the first row that is not taken, because it is cut or there is no place for it
     */
    abstract int split(Cells cells, int length);

    /** The problem of a last row that does not end with the file. */
    abstract TabularException unfinished(Cells cells, int length);

    Path file() {
        return file;
    }

    @Override
    public boolean read(Cells cells) {
        if (hasEnded && restLength == 0) {
            return false;
        }
        int length = started(cells);
        int next;
        while (true) {
            length = filled(cells, length);
            Arrays.fill(cells.bytes, length, length + Long.BYTES, (byte) ' '); // for the last words
            next = split(cells, length);
            if (next > 0 || length == 0) {
                break;
            }
            if (hasEnded) {
                throw unfinished(cells, length);
            }
            grow(cells);
        }
        requireUtf8(cells, next, length);
        restLength = length - next;
        if (rest.length < restLength) {
            rest = new byte[restLength];
        }
        System.arraycopy(cells.bytes, next, rest, 0, restLength);
        line += splitLines;
        blankLines += splitBlankLines;
        row += cells.rows;
        return true;
    }

    /**
     * Passes over the rest of the line that the source stands in.
     *
     * @return false if no line ends nearby
     */
    boolean skipLine() {
        byte[] piece = new byte[1 << 16];
        int length = source.read(piece, 0, piece.length);
        int at = 0;
        while (at < length && piece[at] != '\n') {
            at++;
        }
        rest = piece;
        restLength = Math.max(0, length - at - 1);
        System.arraycopy(piece, length - restLength, rest, 0, restLength);
        return at < length;
    }

    private int started(Cells cells) {
        cells.rows = 0;
        cells.firstRow = row;
        cells.firstLine = line;
        if (cells.bytes.length < restLength + 2 * Long.BYTES) {
            cells.growBytes(restLength + 2 * Long.BYTES);
        }
        System.arraycopy(rest, 0, cells.bytes, 0, restLength);
        return restLength;
    }

    private int filled(Cells cells, int length) {
        if (hasEnded) {
            return length;
        }
        int wanted = cells.bytes.length - Long.BYTES - 1 - length;
        int read = source.read(cells.bytes, length, wanted);
        int filled = length + read;
        if (read < wanted) {
            hasEnded = true;
            if (filled > 0 && cells.bytes[filled - 1] != '\n') {
                cells.bytes[filled++] = '\n';
            }
        }
        return filled;
    }

    private void grow(Cells cells) {
        if (cells.bytes.length >= MOST_BYTES) {
            throw TabularException.inLine(
                    file,
                    line,
                    "the row that starts here is longer than " + (MOST_BYTES >> 20)
                            + " MiB; probably a quote is not closed");
        }
        cells.growBytes(cells.bytes.length * 2);
    }

    private void requireUtf8(Cells cells, int next, int length) {
        byte[] bytes = cells.bytes;
        long all = 0;
        for (int i = 0; i < next; i += Long.BYTES) {
            all |= (long) WORDS.get(bytes, i);
        }
        if ((all & HIGH_BITS) != 0) {
            int at = Utf8.firstInvalid(bytes, 0, next);
            if (at >= 0) {
                throw notUtf8(
                        file, bytes[at], cells.firstLine + Lines.count(bytes, 0, at), source.offset() - length + at);
            }
        }
    }

    static TabularException notUtf8(Path file, byte b, long line, long offset) {
        return TabularException.inLine(
                file,
                line,
                "byte " + (offset + 1) + " (0x" + Integer.toHexString(b & 0xFF).toUpperCase(Locale.ROOT)
                        + ") is not valid UTF-8; save the file as UTF-8");
    }

    @Override
    public long bytesRead() {
        return source.packedBytes();
    }

    @Override
    public long blankLines() {
        return blankLines;
    }

    @Override
    public void close() {
        source.close();
    }
}
