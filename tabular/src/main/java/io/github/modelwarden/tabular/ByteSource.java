package io.github.modelwarden.tabular;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The bytes of a text file, unpacked if it is packed, without its byte order mark. */
final class ByteSource implements Closeable {

    private static final int PACKED_BUFFER = 1 << 16;

    private final Path file;
    private final Counted packed;
    private final InputStream bytes;
    private final long first;
    private long offset;

    private ByteSource(Path file, Counted packed, InputStream bytes, long first) {
        this.file = file;
        this.packed = packed;
        this.bytes = bytes;
        this.first = first;
        this.offset = first;
    }

    /**
     * Opens a file.
     *
     * @param file the file
     * @param isPacked whether it is packed with gzip
     * @param start bytes to pass over
     */
    static ByteSource open(Path file, boolean isPacked, long start) {
        try {
            Counted packed = new Counted(Files.newInputStream(file));
            try {
                InputStream bytes = isPacked ? new GZIPInputStream(packed, PACKED_BUFFER) : packed;
                bytes.skipNBytes(start);
                return new ByteSource(file, packed, bytes, start);
            } catch (IOException e) {
                packed.close();
                throw e;
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Reads on.
     *
     * @return the number of bytes read, fewer than wanted only at the end of the file
     */
    int read(byte[] into, int at, int wanted) {
        try {
            int count = bytes.readNBytes(into, at, wanted);
            offset += count;
            return count;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The position in the unpacked file after the bytes read so far. */
    long offset() {
        return offset;
    }

    /** Bytes of the file itself that have been read. */
    long packedBytes() {
        return packed.count;
    }

    boolean hasRead() {
        return offset > first;
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static TabularException unreadable(Path file, IOException e) {
        String problem;
        if (e instanceof NoSuchFileException) {
            problem = "there is no such file; check the path";
        } else if (e instanceof AccessDeniedException) {
            problem = "is there but may not be read; check its permissions";
        } else if (e instanceof EOFException) {
            problem = "ends in the middle of its gzip data; it was cut, copy it again";
        } else if (e instanceof ZipException) {
            problem = "is not valid gzip data (" + e.getMessage() + "); copy it again or unpack it first";
        } else {
            problem = "cannot be read (" + e.getMessage() + ")";
        }
        return TabularException.of(file, problem, e);
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        private Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] into, int at, int wanted) throws IOException {
            int read = super.read(into, at, wanted);
            count += Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long wanted) throws IOException {
            long skipped = super.skip(wanted);
            count += skipped;
            return skipped;
        }
    }
}
