package io.github.modelwarden.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BaselineCodecTest {

    private static byte[] bytes(Baseline baseline) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BaselineCodec.write(baseline, out);
        return out.toByteArray();
    }

    private static Baseline read(byte[] bytes) throws IOException {
        return BaselineCodec.read(new ByteArrayInputStream(bytes), "b.mwp");
    }

    private static void assertRefused(byte[] bytes, String what, String sentence) {
        assertThatExceptionOfType(IOException.class)
                .as(what)
                .isThrownBy(() -> read(bytes))
                .withMessageStartingWith("b.mwp: ")
                .withMessageContaining(sentence)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(4000));
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        for (long seed = 0; seed < 5; seed++) {
            Baseline written = BaselineTest.baseline(300, seed);
            Baseline back = read(bytes(written));

            assertThat(back.id()).as("seed %d", seed).isEqualTo(written.id());
            assertThat(back.rows()).isEqualTo(300);
            assertThat(back.sampled()).isEqualTo(written.sampled());
            assertThat(back.sample("x")).containsExactly(written.sample("x"));
            for (FeatureProfile profile : written.profile().features()) {
                FeatureProfile same = back.profile().feature(profile.feature());
                assertThat(same.binning()).isEqualTo(profile.binning());
                assertThat(same.counts()).isEqualTo(profile.counts());
                MomentsTest.same(same.moments(), profile.moments());
            }
            assertThat(bytes(back)).isEqualTo(bytes(written));
        }
    }

    @Test
    void aReadProfileStillMergesWithALiveOne() throws IOException {
        Baseline written = BaselineTest.baseline(50, 1);
        DatasetProfile sum = read(bytes(written)).profile().combine(written.profile());

        assertThat(sum.rows()).isEqualTo(100);
    }

    @Test
    void aFileCutAtAnyByteIsRefusedWithOneSentence() throws IOException {
        byte[] whole = bytes(BaselineTest.baseline(40, 1));
        for (int length = 0; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length), "cut at " + length, "the file ends too early");
        }
    }

    @Test
    void aFlippedByteAnywhereIsRefusedWithOneSentence() throws IOException {
        byte[] whole = bytes(BaselineTest.baseline(40, 1));
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) 0x41;
            assertRefused(damaged, "flipped at " + at, "");
        }
    }

    @Test
    void aForeignFileIsRefusedWithOneSentence() {
        assertRefused("age,plan\n30,a\n".getBytes(StandardCharsets.UTF_8), "csv", "expected a Modelwarden profile");
        byte[] noise = new byte[500];
        new Random(1).nextBytes(noise);
        assertRefused(noise, "noise", "expected a Modelwarden profile");
    }

    @Test
    void aNewerVersionIsRefusedWithOneSentence() throws IOException {
        byte[] newer = bytes(BaselineTest.baseline(40, 1));
        newer[5] = 3;

        assertRefused(
                newer, "version 3", "has format version 3 but this program reads version 1 to 2; upgrade Modelwarden");
    }
}
