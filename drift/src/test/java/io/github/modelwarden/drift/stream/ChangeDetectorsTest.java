package io.github.modelwarden.drift.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class ChangeDetectorsTest {

    private static byte[] state() {
        ChangeDetector detector = Ddm.withDefaults().start();
        detector.accept(1);
        return detector.toBytes();
    }

    private static byte[] sealed(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, bytes.length - 4);
        ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) crc.getValue());
        return bytes;
    }

    @Test
    void otherBytesAreNotMistakenForAState() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ChangeDetectors.fromBytes("MWPF, but no detector".getBytes(StandardCharsets.US_ASCII)))
                .withMessage(
                        "detector state: expected what ChangeDetector.toBytes() returns but the first bytes are not"
                                + " 'MWCD'");
        assertThatIllegalArgumentException().isThrownBy(() -> ChangeDetectors.fromBytes(new byte[0]));
    }

    @Test
    void aNewerVersionAsksForAnUpgrade() {
        byte[] bytes = state();
        bytes[5] = 2;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangeDetectors.fromBytes(sealed(bytes)))
                .withMessage("detector state: it has format version 2 but this program reads version 1; upgrade"
                        + " Modelwarden");
    }

    @Test
    void aPartOfAStateSaysHowMuchIsMissing() {
        byte[] bytes = state();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangeDetectors.fromBytes(Arrays.copyOf(bytes, 40)))
                .withMessage("detector state: expected " + bytes.length
                        + " bytes but got 40; hand over one whole state, or" + " write it anew");
    }

    @Test
    void aWellSealedStateWithAnImpossibleSettingIsRefused() {
        byte[] bytes = state();
        ByteBuffer.wrap(bytes).putInt(11, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangeDetectors.fromBytes(sealed(bytes)))
                .withMessage(
                        "detector state: it is damaged (ddm: expected a warm start from 1 to 2147483647 but got 0);"
                                + " write it anew");
        bytes[10] = 77;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangeDetectors.fromBytes(sealed(bytes)))
                .withMessage("detector state: it is damaged (unknown detector kind 77); write it anew");
    }

    @Test
    void aStateOfTheFirstVersionIsStillRead() {
        // CUSUM with its defaults after 0.5, 1.5 and 1.0
        ChangeDetector detector = ChangeDetectors.fromBytes(Base64.getDecoder().decode(FIRST_VERSION));
        assertThat(detector.method()).isEqualTo(Cusum.withDefaults());
        assertThat(detector.observed()).isEqualTo(3);
        assertThat(detector.estimate()).hasValue(1);
    }

    private static final String FIRST_VERSION =
            "TVdDRAABAAAASQc/dHrhR64Ue0BJAAAAAAAAAAAAHgAISU5DUkVBU0UAAAAAAAAAAAM/8AAAAAAAAD/fXCj1wo9cAAAAAAAAAAAAAAAAAAAAAwAmVVbR";

    @Test
    void alarmsBeyondTheFirstFewAreKept() {
        assertThat(ChangeDetectors.alarms(BaselineDetectors.alarmEvery(2), new double[101]))
                .hasSize(50)
                .startsWith(1, 3)
                .endsWith(99);
    }
}
