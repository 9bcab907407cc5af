package io.github.modelwarden.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Utf8Test {

    private static final long SEED = 7;

    @Test
    void agreesWithTheJdkOnAnyBytes() {
        SplittableRandom random = new SplittableRandom(SEED);
        byte[] interesting = {
            'a',
            '\n',
            (byte) 0x80,
            (byte) 0xBF,
            (byte) 0xC0,
            (byte) 0xC2,
            (byte) 0xE0,
            (byte) 0xA0,
            (byte) 0x9F,
            (byte) 0xED,
            (byte) 0xEF,
            (byte) 0xF0,
            (byte) 0x90,
            (byte) 0x8F,
            (byte) 0xF4,
            (byte) 0xF5,
            (byte) 0xFF
        };
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(5)];
            for (int j = 0; j < bytes.length; j++) {
                bytes[j] = interesting[random.nextInt(interesting.length)];
            }
            assertThat(Utf8.firstInvalid(bytes, 0, bytes.length) < 0)
                    .as("seed %d, bytes %s", SEED, bytes)
                    .isEqualTo(isValid(bytes));
        }
    }

    @Test
    void saysWhereTheFirstBadByteIs() {
        byte[] bytes = "grün, 漢字, 𝄞 und x".getBytes(UTF_8);
        assertThat(Utf8.firstInvalid(bytes, 0, bytes.length)).isEqualTo(-1);

        bytes[bytes.length - 1] = (byte) 0xE9;

        assertThat(Utf8.firstInvalid(bytes, 0, bytes.length)).isEqualTo(bytes.length - 1);
    }

    private static boolean isValid(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
