package io.github.modelwarden.core.profile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * The binary form of a {@link Baseline} (file ending {@code .mwp}): the magic {@code MWPF}, a version, the length of the body
 * and of its compressed form, the body compressed with deflate, and a CRC-32 of all that. Numbers are big-endian. Kept single
 * values are not part of it. Files of version 1 are read, too; a file of a newer version, a truncated or damaged file and any
 * other file are refused with a sentence. A {@link DatasetProfile} alone has the same form under the magic {@code MWPD}.
 */
public final class BaselineCodec {

    /** The format version that is written, and the newest that is read. */
    public static final int VERSION = 2;

    /** Deflate cannot make more of a byte than this. */
    private static final long LARGEST_RATIO = 1032;

    private static final int BUFFER = 1 << 13;

    private BaselineCodec() {}

    /** What stands between header and checksum, and how it is called in errors. */
    private enum Form {
        BASELINE(
                0x4D575046,
                "file",
                "expected a Modelwarden profile (.mwp) but the first bytes are not 'MWPF'; make one with"
                        + " ./modelwarden profile"),
        PROFILE(
                0x4D575044,
                "array",
                "expected what DatasetProfile.toBytes() returns but the first bytes are not 'MWPD'; a whole .mwp file"
                        + " is read as a Baseline");

        private final int magic;
        private final String container;
        private final String foreign;

        Form(int magic, String container, String foreign) {
            this.magic = magic;
            this.container = container;
            this.foreign = foreign;
        }
    }

    private interface Writer {
        void write(BodyOutput body) throws IOException;
    }

    private interface Reader<T> {
        T read(BodyInput body) throws IOException;
    }

    private interface OldReader<T> {
        T read(DataInputStream data) throws IOException;
    }

    /**
     * Writes a baseline. Equal baselines have equal bytes on one Java runtime.
     *
     * @param baseline the baseline
     * @param out where to, not closed
     * @throws IOException if writing fails
     */
    public static void write(Baseline baseline, OutputStream out) throws IOException {
        write(Form.BASELINE, out, body -> ProfileBody.write(baseline, body));
    }

    /**
     * Reads a baseline.
     *
     * @param in where from, not closed
     * @param source what is read, named in errors (a file name)
     * @return the baseline
     * @throws IOException if it is not a profile, is truncated or damaged, or was written by a newer version
     */
    public static Baseline read(InputStream in, String source) throws IOException {
        return read(Form.BASELINE, in, source, ProfileBody::readBaseline, Version1Reader::baseline);
    }

    static void write(DatasetProfile profile, OutputStream out) throws IOException {
        write(Form.PROFILE, out, body -> ProfileBody.write(profile, body));
    }

    static DatasetProfile readProfile(InputStream in, String source) throws IOException {
        return read(Form.PROFILE, in, source, ProfileBody::readProfile, Version1Reader::profile);
    }

    private static void write(Form form, OutputStream out, Writer writer) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater();
        BodyOutput body = new BodyOutput(new BufferedOutputStream(new DeflaterOutputStream(packed, deflater), BUFFER));
        try {
            writer.write(body);
            body.close();
        } finally {
            deflater.end();
        }
        CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32());
        DataOutputStream data = new DataOutputStream(checked);
        data.writeInt(form.magic);
        data.writeShort(VERSION);
        data.writeLong(body.length());
        data.writeInt(packed.size());
        packed.writeTo(data);
        data.writeInt((int) checked.getChecksum().getValue());
        data.flush();
    }

    private static <T> T read(Form form, InputStream in, String source, Reader<T> reader, OldReader<T> oldReader)
            throws IOException {
        CheckedInputStream checked = new CheckedInputStream(in, new CRC32());
        DataInputStream data = new DataInputStream(checked);
        try {
            if (data.readInt() != form.magic) {
                throw new IOException(source + ": " + form.foreign);
            }
            int version = data.readUnsignedShort();
            if (version < 1 || version > VERSION) {
                throw new IOException(source + ": this profile has format version " + version
                        + " but this program reads version 1 to " + VERSION + "; upgrade Modelwarden");
            }
            if (version == 1) {
                T value = oldReader.read(data);
                requireChecksum(checked, data);
                return value;
            }
            long length = data.readLong();
            byte[] packed = packed(length, data);
            requireChecksum(checked, data);
            return unpack(packed, length, reader);
        } catch (EOFException e) {
            throw new IOException(
                    source + ": the " + form.container
                            + " ends too early, it was not written to its end; write it anew",
                    e);
        } catch (IllegalArgumentException | ArithmeticException | UTFDataFormatException | ZipException e) {
            throw new IOException(
                    source + ": the " + form.container + " is damaged (" + e.getMessage() + "); write it anew", e);
        }
    }

    private static byte[] packed(long length, DataInputStream data) throws IOException {
        int size = data.readInt();
        if (size < 0 || length < 0 || length > (size + 1L) * LARGEST_RATIO) {
            throw new IllegalArgumentException(size + " bytes cannot hold a body of " + length);
        }
        // reads in small steps, so that a forged size does not take memory that is not there
        byte[] packed = data.readNBytes(size);
        if (packed.length < size) {
            throw new EOFException();
        }
        return packed;
    }

    private static void requireChecksum(CheckedInputStream checked, DataInputStream data) throws IOException {
        int checksum = (int) checked.getChecksum().getValue();
        if (data.readInt() != checksum) {
            throw new IllegalArgumentException("the checksum does not fit");
        }
    }

    private static <T> T unpack(byte[] packed, long length, Reader<T> reader) throws IOException {
        try (InputStream inflated =
                new BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)), BUFFER)) {
            BodyInput body = new BodyInput(inflated, length);
            T value = reader.read(body);
            if (body.remaining() > 0) {
                throw new IllegalArgumentException(body.remaining() + " bytes are left over");
            }
            return value;
        }
    }
}
