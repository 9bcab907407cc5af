package io.github.modelwarden.core.profile;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads the body of the binary form. Every announced size is checked against what can be left and against what makes sense
 * before anything is allocated, and bytes are taken in small steps; what does not fit is an
 * {@link IllegalArgumentException}.
 */
final class BodyInput {

    /** Longest text in bytes. */
    static final int MAX_TEXT = 1 << 24;

    private final InputStream in;
    private long remaining;

    BodyInput(InputStream in, long length) {
        this.in = in;
        this.remaining = length;
    }

    long remaining() {
        return remaining;
    }

    private ByteBuffer take(int bytes) throws IOException {
        if (bytes > remaining) {
            throw new IllegalArgumentException(bytes + " bytes are announced where " + remaining + " are left");
        }
        byte[] taken = in.readNBytes(bytes);
        if (taken.length < bytes) {
            throw new EOFException();
        }
        remaining -= bytes;
        return ByteBuffer.wrap(taken);
    }

    int readByte() throws IOException {
        return take(1).get();
    }

    boolean readBoolean() throws IOException {
        int value = readByte();
        if (value != 0 && value != 1) {
            throw new IllegalArgumentException("expected 0 or 1 but got " + value);
        }
        return value == 1;
    }

    int readInt() throws IOException {
        return take(Integer.BYTES).getInt();
    }

    long readLong() throws IOException {
        return take(Long.BYTES).getLong();
    }

    /** A number of things, none of which is negative. */
    long readCount() throws IOException {
        long count = readLong();
        if (count < 0) {
            throw new IllegalArgumentException("a count is " + count);
        }
        return count;
    }

    double readDouble() throws IOException {
        return take(Double.BYTES).getDouble();
    }

    /** The number of entries that follow, of so many bytes each at least. */
    int readSize(int most, int bytesEach) throws IOException {
        int size = readInt();
        if (size < 0 || size > most || (long) size * bytesEach > remaining) {
            throw new IllegalArgumentException(size + " entries are announced where at most "
                    + Math.min(most, remaining / bytesEach) + " can follow");
        }
        return size;
    }

    byte[] readBytes(int most) throws IOException {
        return take(readSize(most, 1)).array();
    }

    /** Text in UTF-8, or after a negative size in UTF-16. */
    String readText() throws IOException {
        int size = readInt();
        if (size > MAX_TEXT || size < -MAX_TEXT) {
            throw new IllegalArgumentException("a text of " + Math.abs((long) size) + " characters is announced");
        }
        if (size < 0) {
            return take(-2 * size).asCharBuffer().toString();
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(take(size)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a text is not UTF-8", e);
        }
    }

    long[] readCounts(int most) throws IOException {
        long[] counts = readLongs(most);
        for (long count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("a count is " + count);
            }
        }
        return counts;
    }

    long[] readLongs(int most) throws IOException {
        long[] values = new long[readSize(most, Long.BYTES)];
        take(values.length * Long.BYTES).asLongBuffer().get(values);
        return values;
    }

    double[] readDoubles(int most) throws IOException {
        double[] values = new double[readSize(most, Double.BYTES)];
        take(values.length * Double.BYTES).asDoubleBuffer().get(values);
        return values;
    }
}
