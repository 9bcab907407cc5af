package io.github.modelwarden.drift.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The byte form of a running detector: the magic {@code MWCD}, a version, the length of the body, the body (kind,
 * settings, state) and a CRC-32 of all before it. Numbers are big-endian.
 */
final class DetectorCodec {

    private static final int MAGIC = 0x4D574344;
    private static final int VERSION = 1;
    private static final int HEADER = 10;
    private static final int CHECKSUM = 4;
    private static final String WHAT = "detector state";

    private DetectorCodec() {}

    static byte[] write(RunningDetector detector) {
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            DataOutputStream data = new DataOutputStream(body);
            data.writeByte(detector.kind().code());
            detector.write(data);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(HEADER + body.size() + CHECKSUM);
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(MAGIC);
            out.writeShort(VERSION);
            out.writeInt(body.size());
            body.writeTo(out);
            out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ChangeDetector read(byte[] bytes) {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        try {
            if (bytes.length < CHECKSUM || in.readInt() != MAGIC) {
                throw new IllegalArgumentException(
                        WHAT + ": expected what ChangeDetector.toBytes() returns but the first bytes are not 'MWCD'");
            }
            requireWhole(bytes, in);
            return readBody(in);
        } catch (IOException e) {
            throw new IllegalArgumentException(WHAT + ": the bytes end too early; write them anew", e);
        }
    }

    private static void requireWhole(byte[] bytes, DataInputStream in) throws IOException {
        int version = in.readUnsignedShort();
        if (version != VERSION) {
            throw new IllegalArgumentException(WHAT + ": it has format version " + version
                    + " but this program reads version " + VERSION + "; upgrade Modelwarden");
        }
        long size = HEADER + (long) in.readInt() + CHECKSUM;
        if (bytes.length != size) {
            throw new IllegalArgumentException(WHAT + ": expected " + size + " bytes but got " + bytes.length
                    + "; hand over one whole state, or write it anew");
        }
        int end = bytes.length - CHECKSUM;
        int stored = ((bytes[end] & 0xFF) << 24)
                | ((bytes[end + 1] & 0xFF) << 16)
                | ((bytes[end + 2] & 0xFF) << 8)
                | (bytes[end + 3] & 0xFF);
        if (stored != checksum(bytes, end)) {
            throw new IllegalArgumentException(WHAT + ": the checksum does not fit, so it is damaged; write it anew");
        }
    }

    private static ChangeDetector readBody(DataInputStream in) throws IOException {
        try {
            RunningDetector detector = DetectorKind.read(in.readUnsignedByte(), in);
            if (in.available() != CHECKSUM) {
                throw new IllegalArgumentException(in.available() - CHECKSUM + " bytes too many");
            }
            return detector;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(WHAT + ": it is damaged (" + e.getMessage() + "); write it anew", e);
        }
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    /** Reads a count, which is never negative. */
    static long readCount(DataInputStream in) throws IOException {
        long count = in.readLong();
        if (count < 0) {
            throw new IllegalArgumentException("negative count " + count);
        }
        return count;
    }

    /** Reads an index below a limit. */
    static int readIndex(DataInputStream in, int limit) throws IOException {
        int index = in.readInt();
        if (index < 0 || index >= limit) {
            throw new IllegalArgumentException("index " + index + " outside 0 to " + (limit - 1));
        }
        return index;
    }

    /** Reads one of an enum's constants. */
    static <E extends Enum<E>> E readChoice(DataInputStream in, Class<E> type) throws IOException {
        return Enum.valueOf(type, in.readUTF());
    }

    static void writeChoice(DataOutputStream out, Enum<?> choice) throws IOException {
        out.writeUTF(choice.name());
    }

    static void writeTarget(DataOutputStream out, @Nullable Target target) throws IOException {
        out.writeBoolean(target != null);
        if (target != null) {
            writeNumbers(out, target.mean(), target.standardDeviation());
        }
    }

    static @Nullable Target readTarget(DataInputStream in) throws IOException {
        return in.readBoolean() ? new Target(in.readDouble(), in.readDouble()) : null;
    }

    static void writeNumbers(DataOutputStream out, double... numbers) throws IOException {
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }
}
