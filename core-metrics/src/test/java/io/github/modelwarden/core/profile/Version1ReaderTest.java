package io.github.modelwarden.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.binning.NumericBinning;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class Version1ReaderTest {

    private static byte[] golden(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(Version1ReaderTest.class.getResourceAsStream("version1/" + name))) {
            return in.readAllBytes();
        }
    }

    private static Properties facts() throws IOException {
        Properties facts = new Properties();
        facts.load(new ByteArrayInputStream(golden("facts.properties")));
        return facts;
    }

    private static Baseline read(byte[] bytes) throws IOException {
        return BaselineCodec.read(new ByteArrayInputStream(bytes), "old.mwp");
    }

    private static void assertFacts(DatasetProfile profile) throws IOException {
        Properties facts = facts();
        for (FeatureProfile feature : profile.features()) {
            assertThat(Arrays.toString(feature.counts())).isEqualTo(facts.getProperty(feature.feature() + ".counts"));
            double mean = Double.parseDouble(facts.getProperty(feature.feature() + ".mean"));
            double variance = Double.parseDouble(facts.getProperty(feature.feature() + ".variance"));
            if (feature.moments().count() > 0) {
                assertThat(feature.moments().mean()).isCloseTo(mean, within(1e-9));
                assertThat(feature.moments().variance()).isCloseTo(variance, within(1e-9));
            } else {
                assertThat(mean).isNaN();
            }
        }
        assertThat(profile.features())
                .extracting(FeatureProfile::feature)
                .containsExactly("age", "same", "plan", "city");
    }

    @Test
    void aSampleThatWasAllThereIsBecomesCellsAndSketches() throws IOException {
        Baseline baseline = read(golden("baseline.mwp"));
        FeatureProfile age = baseline.profile().feature("age");

        assertFacts(baseline.profile());
        assertThat(baseline.id()).isEqualTo(facts().getProperty("id"));
        assertThat(age.moments().count()).isEqualTo(55);
        assertThat(age.hasExactCells()).isTrue();
        long[] cells = age.cellCounts();
        assertThat(age.distinct().count())
                .isEqualTo(Arrays.stream(cells).filter(count -> count > 0).count());
        assertThat(age.quantiles().count()).isEqualTo(55);
        assertThat(((NumericBinning) age.binning()).min())
                .isEqualTo(age.moments().min());
        assertThat(baseline.profile().feature("same").belowRange()).isZero();
    }

    @Test
    void aPartialSampleLeavesBinsAsCellsAndNoSketch() throws IOException {
        Baseline baseline = read(golden("sampled.mwp"));
        FeatureProfile age = baseline.profile().feature("age");

        assertFacts(baseline.profile());
        assertThat(baseline.id()).isEqualTo(facts().getProperty("id"));
        assertThat(age.cellCounts()).containsExactly(0, 12, 10, 11, 11, 11, 0);
        assertThat(Arrays.stream(age.cellSums()).sum())
                .isCloseTo(55 * age.moments().mean(), within(1e-9));
        assertThat(age.quantiles().quantile(0.5)).isNaN();
        assertThat(age.distinct().count()).isZero();
        FeatureProfile later = baseline.emptyProfile().feature("age");
        later.accept(1000);
        assertThat(later.aboveRange()).isOne();
        assertThat(later.combine(age).quantiles().count()).isZero();
    }

    @Test
    void categoriesWithoutABinCountAsUnknownHeavyHitters() throws IOException {
        DatasetProfile profile = read(golden("baseline.mwp")).profile();

        assertThat(profile.feature("plan").distinct().count()).isEqualTo(2);
        assertThat(profile.feature("city").distinct().count()).isZero();
        assertThat(profile.feature("city").heavyHitters().total()).isEqualTo(9);
        assertThat(profile.feature("city").heavyHitters().maximumUndercount()).isEqualTo(9);
    }

    @Test
    void aProfileAloneIsReadToo() throws IOException {
        DatasetProfile profile = DatasetProfile.fromBytes(golden("profile.mwpd"));

        assertFacts(profile);
        assertThat(Arrays.stream(profile.feature("age").cellSums()).sum()).isCloseTo(55 * 43.5, within(1e-9));
        assertThat(profile.copy().combine(profile).rows()).isEqualTo(120);
    }

    @Test
    void whatIsReadIsWrittenAsTheNewestVersion() throws IOException {
        for (String name : new String[] {"baseline.mwp", "sampled.mwp"}) {
            Baseline old = read(golden(name));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            BaselineCodec.write(old, out);
            Baseline back = read(out.toByteArray());

            assertThat(out.toByteArray()[5]).isEqualTo((byte) BaselineCodec.VERSION);
            assertThat(back.id()).isEqualTo(old.id());
            ProfileAssertions.assertSame(back.profile(), old.profile());
        }
    }

    @Test
    void cutAndDamagedFilesAreRefusedWithOneSentence() throws IOException {
        byte[] whole = golden("baseline.mwp");
        for (int at = 0; at < whole.length; at++) {
            byte[] cut = Arrays.copyOf(whole, at);
            assertThatExceptionOfType(IOException.class)
                    .as("cut at %d", at)
                    .isThrownBy(() -> read(cut))
                    .withMessageStartingWith("old.mwp: the file ends too early");
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << (at % 8));
            assertThatExceptionOfType(IOException.class)
                    .as("flipped at %d", at)
                    .isThrownBy(() -> read(flipped))
                    .withMessageStartingWith("old.mwp: ");
        }
        byte[] profile = golden("profile.mwpd");
        profile[100] ^= 4;
        assertThatIllegalArgumentException().isThrownBy(() -> DatasetProfile.fromBytes(profile));
    }
}
