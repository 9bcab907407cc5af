package io.github.modelwarden.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

/** Files whose checksum fits but whose content was never written by us: a sentence each, and no memory for what is not there. */
class ForgedProfileTest {

    private static final int HEADER = 18;

    private static byte[] file(long length, int packedSize, byte[] packed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(0x4D575046);
        data.writeShort(2);
        data.writeLong(length);
        data.writeInt(packedSize);
        data.write(packed);
        CRC32 checksum = new CRC32();
        checksum.update(out.toByteArray());
        data.writeInt((int) checksum.getValue());
        return out.toByteArray();
    }

    private static byte[] packed(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(out)) {
            deflated.write(body);
        }
        return out.toByteArray();
    }

    private static byte[] file(byte[] body) throws IOException {
        byte[] packed = packed(body);
        return file(body.length, packed.length, packed);
    }

    private static byte[] body() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BaselineCodec.write(BaselineTest.baseline(60, 1), out);
        byte[] packed = Arrays.copyOfRange(out.toByteArray(), HEADER, out.size() - 4);
        return new InflaterInputStream(new ByteArrayInputStream(packed)).readAllBytes();
    }

    private static Baseline read(byte[] bytes) throws IOException {
        return BaselineCodec.read(new ByteArrayInputStream(bytes), "b.mwp");
    }

    private static void assertRefused(byte[] bytes, String sentence) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> read(bytes))
                .withMessageStartingWith("b.mwp: the file ")
                .withMessageContaining(sentence)
                .withMessageEndingWith("write it anew");
    }

    @Test
    void theHelpersWriteWhatIsRead() throws IOException {
        assertThat(read(file(body())).rows()).isEqualTo(60);
    }

    @Test
    void aBodyThatIsTooLongTooShortOrNoDeflateIsRefused() throws IOException {
        byte[] body = body();
        byte[] packed = packed(body);

        assertRefused(file(Arrays.copyOf(body, body.length + 1)), "1 bytes are left over");
        assertRefused(file(Arrays.copyOf(body, body.length - 1)), "is damaged");
        assertRefused(file(body.length, 5, new byte[] {1, 2, 3, 4, 5}), "is damaged");
        assertRefused(file(body.length + 8L, packed.length, packed), "8 bytes are left over");
        assertRefused(file(body.length, packed.length / 2, Arrays.copyOf(packed, packed.length / 2)), "ends too early");
    }

    @Test
    void sizesThatCannotBeTakeNoMemory() throws IOException {
        assertRefused(file(5000, Integer.MAX_VALUE, new byte[10]), "ends too early");
        assertRefused(file(5000, -1, new byte[10]), "-1 bytes cannot hold a body of 5000");
        assertRefused(file(Long.MAX_VALUE, 10, new byte[10]), "10 bytes cannot hold a body of " + Long.MAX_VALUE);
        assertRefused(file(-1, 10, new byte[10]), "cannot hold a body of -1");
        byte[] body = body();
        for (int at = 0; at + 4 <= body.length; at += 4) {
            byte[] forged = body.clone();
            ByteBuffer.wrap(forged).putInt(at, Integer.MAX_VALUE);
            readOrRefuse(forged, "size at " + at);
        }
    }

    @Test
    void whateverStandsInTheBodyIsReadOrRefusedWithOneSentence() throws IOException {
        byte[] body = body();
        Random random = new Random(8);
        for (int i = 0; i < 1000; i++) {
            byte[] forged = body.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                forged[random.nextInt(forged.length)] = (byte) random.nextInt(256);
            }
            readOrRefuse(forged, "forgery " + i);
        }
    }

    private static void readOrRefuse(byte[] body, String what) throws IOException {
        byte[] bytes = file(body);
        try {
            Baseline read = read(bytes);
            read.emptyProfile().combine(read.profile());
            assertThat(read.profile().toBytes()).isNotEmpty();
        } catch (IOException e) {
            assertThat(e.getMessage()).as(what).startsWith("b.mwp: the file ").doesNotContain("\n");
        }
    }
}
