package io.github.modelwarden.core.profile;

import io.github.modelwarden.core.binning.Binning;
import io.github.modelwarden.core.binning.CategoricalBinning;
import io.github.modelwarden.core.binning.NumericBinning;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * The binary form of a {@link Baseline} (file ending {@code .mwp}): the magic {@code MWPF}, a version, profiles, samples
 * and a CRC-32 of all that. Numbers are big-endian. A file of a newer version, a truncated or damaged file and any other
 * file are refused with a sentence. A {@link DatasetProfile} alone has the same form under the magic {@code MWPD}, without
 * the samples.
 */
public final class BaselineCodec {

    private static final int VERSION = 1;
    private static final int MAX_LIST = 1_000_000;

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
        void write(DataOutputStream data) throws IOException;
    }

    private interface Reader<T> {
        T read(DataInputStream data) throws IOException;
    }

    /**
     * Writes a baseline.
     *
     * @param baseline the baseline
     * @param out where to, not closed
     * @throws IOException if writing fails
     */
    public static void write(Baseline baseline, OutputStream out) throws IOException {
        write(Form.BASELINE, out, data -> {
            writeProfile(baseline.profile(), data);
            List<String> sampled = baseline.sampled();
            data.writeInt(sampled.size());
            for (String feature : sampled) {
                data.writeUTF(feature);
                writeDoubles(baseline.sample(feature), data);
            }
        });
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
        return read(Form.BASELINE, in, source, data -> {
            DatasetProfile profile = readProfile(data);
            Map<String, double[]> samples = new LinkedHashMap<>();
            int sampled = readSize(data, source);
            for (int i = 0; i < sampled; i++) {
                samples.put(data.readUTF(), readDoubles(data, source));
            }
            return new Baseline(profile, samples);
        });
    }

    static void write(DatasetProfile profile, OutputStream out) throws IOException {
        write(Form.PROFILE, out, data -> writeProfile(profile, data));
    }

    static DatasetProfile readProfile(InputStream in, String source) throws IOException {
        return read(Form.PROFILE, in, source, BaselineCodec::readProfile);
    }

    private static void write(Form form, OutputStream out, Writer body) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32());
        DataOutputStream data = new DataOutputStream(checked);
        data.writeInt(form.magic);
        data.writeShort(VERSION);
        body.write(data);
        data.writeInt((int) checked.getChecksum().getValue());
        data.flush();
    }

    private static <T> T read(Form form, InputStream in, String source, Reader<T> body) throws IOException {
        CheckedInputStream checked = new CheckedInputStream(in, new CRC32());
        DataInputStream data = new DataInputStream(checked);
        try {
            if (data.readInt() != form.magic) {
                throw new IOException(source + ": " + form.foreign);
            }
            int version = data.readUnsignedShort();
            if (version != VERSION) {
                throw new IOException(source + ": this profile has format version " + version
                        + " but this program reads version " + VERSION + "; upgrade Modelwarden");
            }
            T value = body.read(data);
            int checksum = (int) checked.getChecksum().getValue();
            if (data.readInt() != checksum) {
                throw new IOException(source + ": the checksum does not fit, so the " + form.container
                        + " is damaged; write it anew");
            }
            return value;
        } catch (EOFException e) {
            throw new IOException(
                    source + ": the " + form.container
                            + " ends too early, it was not written to its end; write it anew",
                    e);
        } catch (IllegalArgumentException | UTFDataFormatException e) {
            throw new IOException(
                    source + ": the " + form.container + " is damaged (" + e.getMessage() + "); write it anew", e);
        }
    }

    /** The part of a profile that does not depend on the order of its rows, as the rounding of moments does. */
    static void writeCounts(DatasetProfile profile, DataOutputStream data) throws IOException {
        data.writeInt(profile.features().size());
        for (FeatureProfile feature : profile.features()) {
            writeCounts(feature, data);
        }
    }

    private static void writeCounts(FeatureProfile feature, DataOutputStream data) throws IOException {
        data.writeUTF(feature.feature());
        writeBinning(feature.binning(), data);
        for (long count : feature.counts()) {
            data.writeLong(count);
        }
    }

    private static void writeProfile(DatasetProfile profile, DataOutputStream data) throws IOException {
        data.writeInt(profile.features().size());
        for (FeatureProfile feature : profile.features()) {
            writeCounts(feature, data);
            Moments moments = feature.moments();
            data.writeLong(moments.count());
            data.writeDouble(moments.count() == 0 ? 0 : moments.mean());
            data.writeDouble(moments.squares());
            data.writeDouble(moments.count() == 0 ? Double.POSITIVE_INFINITY : moments.min());
            data.writeDouble(moments.count() == 0 ? Double.NEGATIVE_INFINITY : moments.max());
        }
    }

    private static DatasetProfile readProfile(DataInputStream data) throws IOException {
        int size = readSize(data, "profile");
        List<FeatureProfile> features = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String name = data.readUTF();
            Binning binning = readBinning(data);
            long[] counts = new long[binning.size()];
            for (int bin = 0; bin < counts.length; bin++) {
                counts[bin] = data.readLong();
            }
            Moments moments = Moments.of(
                    data.readLong(), data.readDouble(), data.readDouble(), data.readDouble(), data.readDouble());
            features.add(new FeatureProfile(name, binning, counts, moments));
        }
        return new DatasetProfile(features);
    }

    private static void writeBinning(Binning binning, DataOutputStream data) throws IOException {
        if (binning instanceof NumericBinning numeric) {
            data.writeByte('N');
            writeDoubles(numeric.edges(), data);
            writeDoubles(numeric.representatives(), data);
        } else if (binning instanceof CategoricalBinning categorical) {
            data.writeByte('C');
            data.writeInt(categorical.categories().size());
            for (String category : categorical.categories()) {
                data.writeUTF(category);
            }
        }
    }

    private static Binning readBinning(DataInputStream data) throws IOException {
        int kind = data.readByte();
        if (kind == 'N') {
            return NumericBinning.of(readDoubles(data, "bins"), readDoubles(data, "bins"));
        }
        if (kind == 'C') {
            int size = readSize(data, "bins");
            List<String> categories = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                categories.add(data.readUTF());
            }
            return CategoricalBinning.of(categories);
        }
        throw new IllegalArgumentException("unknown kind of bins: " + kind);
    }

    private static void writeDoubles(double[] values, DataOutputStream data) throws IOException {
        data.writeInt(values.length);
        for (double value : values) {
            data.writeDouble(value);
        }
    }

    private static double[] readDoubles(DataInputStream data, String source) throws IOException {
        double[] values = new double[readSize(data, source)];
        for (int i = 0; i < values.length; i++) {
            values[i] = data.readDouble();
        }
        return values;
    }

    private static int readSize(DataInputStream data, String source) throws IOException {
        int size = data.readInt();
        if (size < 0 || size > MAX_LIST) {
            throw new IllegalArgumentException(source + " announces " + size + " entries");
        }
        return size;
    }
}
