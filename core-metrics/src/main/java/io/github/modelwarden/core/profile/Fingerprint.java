package io.github.modelwarden.core.profile;

import io.github.modelwarden.core.binning.Binning;
import io.github.modelwarden.core.binning.CategoricalBinning;
import io.github.modelwarden.core.binning.NumericBinning;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A hash over bins and counts: the part of a profile that does not depend on the order of its rows, as the rounding of sums
 * does. What is hashed stays as it is, so that a baseline keeps its id across versions.
 */
final class Fingerprint {

    /** {@link DataOutputStream#writeUTF} takes 65 535 bytes, and a character takes at most three. */
    private static final int LONG_TEXT = 65_535 / 3;

    private Fingerprint() {}

    static String of(DatasetProfile profile) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            write(profile, new DataOutputStream(bytes));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }

    private static void write(DatasetProfile profile, DataOutputStream data) throws IOException {
        data.writeInt(profile.features().size());
        for (FeatureProfile feature : profile.features()) {
            write(feature.feature(), data);
            write(feature.binning(), data);
            for (long count : feature.counts()) {
                data.writeLong(count);
            }
        }
    }

    private static void write(Binning binning, DataOutputStream data) throws IOException {
        if (binning instanceof NumericBinning numeric) {
            data.writeByte('N');
            write(numeric.edges(), data);
            write(numeric.representatives(), data);
        } else if (binning instanceof CategoricalBinning categorical) {
            data.writeByte('C');
            data.writeInt(categorical.categories().size());
            for (String category : categorical.categories()) {
                write(category, data);
            }
        }
    }

    private static void write(double[] values, DataOutputStream data) throws IOException {
        data.writeInt(values.length);
        for (double value : values) {
            data.writeDouble(value);
        }
    }

    private static void write(String text, DataOutputStream data) throws IOException {
        if (text.length() <= LONG_TEXT) {
            data.writeUTF(text);
        } else {
            data.write(text.getBytes(StandardCharsets.UTF_16BE));
        }
    }
}
