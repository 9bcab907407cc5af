package io.github.modelwarden.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.modelwarden.core.binning.CategoricalBinning;
import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
            ProfileAssertions.assertSame(back.profile(), written.profile());
            assertThat(bytes(back)).isEqualTo(bytes(written));
        }
    }

    @Test
    void sketchesHeavyHittersScoresAndNotesAreWrittenToo() throws IOException {
        Table table = BlockProfileTest.table(4000, 3);
        BaselineBuilder builder = Baseline.builder().withCategories(Map.of("city", List.of("city1", "city2")));
        builder.accept(table).endOfPass();
        Baseline written = builder.build().withMetadata(Map.of("source", "orders.csv", "model", "größer"));
        Baseline back = read(bytes(written));

        assertThat(back.metadata()).containsExactlyEntriesOf(written.metadata());
        assertThat(back.profile().feature("city").heavyHitters().counts()).isNotEmpty();
        assertThat(back.profile().feature("x").quantiles().quantile(0.5))
                .isEqualTo(written.profile().feature("x").quantiles().quantile(0.5));
        assertThat(back.profile().feature("x").distinct().isExact()).isFalse();
        ProfileAssertions.assertSame(back.profile(), written.profile());
        assertThat(bytes(back)).isEqualTo(bytes(written));
    }

    @Test
    void notesDoNotChangeTheId() {
        Baseline baseline = BaselineTest.baseline(40, 1);

        assertThat(baseline.metadata()).isEmpty();
        assertThat(baseline.withMetadata(Map.of("a", "b")).id()).isEqualTo(baseline.id());
        assertThat(baseline.withMetadata(Map.of("b", "1", "a", "2")).metadata().toString())
                .isEqualTo("{a=2, b=1}");
    }

    @Test
    void equalBaselinesHaveEqualBytes() throws IOException {
        assertThat(bytes(BaselineTest.baseline(300, 2))).isEqualTo(bytes(BaselineTest.baseline(300, 2)));
    }

    @Test
    void anyTextIsACategory() throws IOException {
        List<String> texts = List.of("", "größer", "\uD83D\uDE00", "half a pair \uD83D", "\u0000", "x".repeat(70_000));
        List<String> rows = new ArrayList<>();
        texts.forEach(text -> rows.addAll(Collections.nCopies(50, text)));
        Baseline written = Baseline.of(Table.of(List.of(CategoricalColumn.of("c", rows))), 10);
        Baseline back = read(bytes(written));

        assertThat(((CategoricalBinning) back.profile().feature("c").binning()).categories())
                .containsExactlyInAnyOrderElementsOf(texts);
        assertThat(back.id()).isEqualTo(written.id());
    }

    @Test
    void keptValuesAreNotWritten() throws IOException {
        Table table = BlockProfileTest.table(100, 3);
        BaselineBuilder builder = Baseline.builder().withKeptValues(1000).accept(table);
        assertThat(builder.endOfPass()).isTrue();
        Baseline written = builder.build();

        assertThat(written.profile().feature("x").values()).isPresent();
        assertThat(read(bytes(written)).profile().feature("x").values()).isEmpty();
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
