package io.github.modelwarden.core.profile;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the body of the binary form: what {@link BodyInput} reads. */
final class BodyOutput {

    private final DataOutputStream data;
    private long length;

    BodyOutput(OutputStream out) {
        this.data = new DataOutputStream(out);
    }

    void writeByte(int value) throws IOException {
        data.writeByte(value);
        length++;
    }

    void writeBoolean(boolean value) throws IOException {
        writeByte(value ? 1 : 0);
    }

    void writeInt(int value) throws IOException {
        data.writeInt(value);
        length += Integer.BYTES;
    }

    void writeLong(long value) throws IOException {
        data.writeLong(value);
        length += Long.BYTES;
    }

    void writeDouble(double value) throws IOException {
        writeLong(Double.doubleToLongBits(value));
    }

    void writeBytes(byte[] bytes) throws IOException {
        writeInt(bytes.length);
        data.write(bytes);
        length += bytes.length;
    }

    void writeText(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!new String(bytes, StandardCharsets.UTF_8).equals(text)) {
            // half of a surrogate pair has no UTF-8, but such a category must stay what it is
            writeInt(-text.length());
            data.writeChars(text);
            length += 2L * text.length();
            return;
        }
        if (bytes.length > BodyInput.MAX_TEXT) {
            throw new IOException("a profile cannot be written with a text of " + bytes.length + " bytes, the limit is "
                    + BodyInput.MAX_TEXT + "; shorten '" + text.substring(0, 40) + "…'");
        }
        writeBytes(bytes);
    }

    void writeLongs(long[] values) throws IOException {
        writeInt(values.length);
        for (long value : values) {
            writeLong(value);
        }
    }

    void writeDoubles(double[] values) throws IOException {
        writeInt(values.length);
        for (double value : values) {
            writeDouble(value);
        }
    }

    /** {@return the number of bytes written so far} */
    long length() {
        return length;
    }

    void close() throws IOException {
        data.close();
    }
}
