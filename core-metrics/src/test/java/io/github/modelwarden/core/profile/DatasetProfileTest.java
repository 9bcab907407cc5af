package io.github.modelwarden.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.modelwarden.core.MergeLawsContract;
import io.github.modelwarden.core.binning.Binning;
import io.github.modelwarden.core.binning.CategoricalBinning;
import io.github.modelwarden.core.binning.NumericBinning;
import io.github.modelwarden.core.data.CategoricalFeature;
import io.github.modelwarden.core.data.Label;
import io.github.modelwarden.core.data.NumericFeature;
import io.github.modelwarden.core.data.Row;
import io.github.modelwarden.core.data.Schema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DatasetProfileTest extends MergeLawsContract<DatasetProfile, DatasetProfileTest.Prediction> {

    record Prediction(Row row, double score, String predicted) {}

    private static final Label LABEL = new Label("left", "yes", "no");
    private static final Schema SCHEMA =
            Schema.of("m", List.of(NumericFeature.of("x"), CategoricalFeature.of("plan", "a", "b")), LABEL);
    private static final Map<String, Binning> BINS = Map.of(
            "x",
            NumericBinning.of(new double[] {0}, new double[] {-1, 1}),
            "plan",
            CategoricalBinning.of(List.of("a", "b")),
            DatasetProfile.SCORE,
            NumericBinning.of(new double[] {0.5}, new double[] {0.2, 0.7}),
            DatasetProfile.CLASS,
            CategoricalBinning.of(List.of("yes", "no")));

    @Override
    protected DatasetProfile of(List<Prediction> items) {
        DatasetProfile profile = DatasetProfile.create(SCHEMA, BINS);
        items.forEach(item -> profile.accept(item.row(), item.score(), item.predicted()));
        return profile;
    }

    @Override
    protected Prediction item(Random random) {
        double score = random.nextDouble();
        Row row = Row.builder(SCHEMA)
                .set("x", random.nextInt(5) == 0 ? Double.NaN : random.nextGaussian())
                .set("plan", random.nextInt(5) == 0 ? null : random.nextInt(4) == 0 ? "new" : "a")
                .build();
        return new Prediction(row, score, LABEL.word(score > 0.5));
    }

    @Override
    protected DatasetProfile combine(DatasetProfile a, DatasetProfile b) {
        return a.combine(b);
    }

    @Override
    protected void assertSame(DatasetProfile actual, DatasetProfile expected) {
        ProfileAssertions.assertSame(actual, expected);
    }

    /** The same laws when every part travels as bytes, as it does between the machines of a cluster. */
    @Nested
    class AsBytesTest extends MergeLawsContract<DatasetProfile, Prediction> {

        @Override
        protected DatasetProfile of(List<Prediction> items) {
            return DatasetProfile.fromBytes(DatasetProfileTest.this.of(items).toBytes());
        }

        @Override
        protected Prediction item(Random random) {
            return DatasetProfileTest.this.item(random);
        }

        @Override
        protected DatasetProfile combine(DatasetProfile a, DatasetProfile b) {
            return DatasetProfile.fromBytes(a.combine(b).toBytes());
        }

        @Override
        protected void assertSame(DatasetProfile actual, DatasetProfile expected) {
            DatasetProfileTest.this.assertSame(actual, expected);
        }

        @Test
        void readPartsAddUpToTheWholeThatNeverWasBytes() {
            Random random = new Random(11);
            List<Prediction> items =
                    Stream.generate(() -> item(random)).limit(500).toList();
            DatasetProfile sum = of(List.of());
            for (int from = 0; from < items.size(); from += 100) {
                sum.combine(of(items.subList(from, from + 100)));
            }
            assertSame(sum, DatasetProfileTest.this.of(items));
        }
    }

    @Test
    void equalProfilesHaveEqualBytesAndAReadProfileCountsOn() {
        Random random = new Random(3);
        List<Prediction> items = Stream.generate(() -> item(random)).limit(20).toList();
        DatasetProfile back = DatasetProfile.fromBytes(of(items).toBytes());
        assertThat(back.toBytes()).isEqualTo(of(items).toBytes());

        Prediction next = item(random);
        back.accept(next.row(), next.score(), next.predicted());
        assertThat(back.rows()).isEqualTo(21);
    }

    @Test
    void bytesThatAreCutFlippedOrContinuedAreRefused() {
        byte[] whole = of(List.of(item(new Random(1)))).toBytes();
        for (int at = 0; at < whole.length; at++) {
            byte[] cut = Arrays.copyOf(whole, at);
            assertThatIllegalArgumentException()
                    .as("cut at %d", at)
                    .isThrownBy(() -> DatasetProfile.fromBytes(cut))
                    .withMessageStartingWith("profile: the array ends too early");
            byte[] flipped = whole.clone();
            flipped[at] ^= 0x41;
            assertThatIllegalArgumentException()
                    .as("flipped at %d", at)
                    .isThrownBy(() -> DatasetProfile.fromBytes(flipped));
        }
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatasetProfile.fromBytes(longer))
                .withMessage("profile: expected " + whole.length + " bytes but got " + longer.length
                        + "; hand over one profile at a time");
    }

    @Test
    void bytesOfANewerVersionOrOfAWholeBaselineAreRefusedByName() throws IOException {
        byte[] newer = of(List.of()).toBytes();
        newer[5] = 3;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatasetProfile.fromBytes(newer))
                .withMessageContaining(
                        "has format version 3 but this program reads version 1 to 2; upgrade Modelwarden");

        ByteArrayOutputStream baseline = new ByteArrayOutputStream();
        BaselineCodec.write(BaselineTest.baseline(40, 1), baseline);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatasetProfile.fromBytes(baseline.toByteArray()))
                .withMessageContaining("the first bytes are not 'MWPD'; a whole .mwp file is read as a Baseline");
    }

    @Test
    void aMissingScoreAndAMissingClassAreCountedAsMissing() {
        DatasetProfile profile = of(List.of());
        profile.accept(Row.builder(SCHEMA).build(), Double.NaN, null);

        assertThat(profile.features())
                .allSatisfy(feature -> assertThat(feature.missing()).isOne());
    }

    @Test
    void featuresComeInSchemaOrderThenScoreAndClass() {
        assertThat(of(List.of()).features())
                .extracting(FeatureProfile::feature)
                .containsExactly("x", "plan", "_score", "_class");
    }

    @Test
    void aRowOfASchemaInAnotherOrderIsRefusedRatherThanMiscounted() {
        Schema shuffled =
                Schema.of("m", List.of(CategoricalFeature.of("plan", "a", "b"), NumericFeature.of("x")), LABEL);
        DatasetProfile profile = of(List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile.accept(Row.builder(shuffled).build(), 0.5, "yes"))
                .withMessage("profile: expected a row of the features [x numeric, plan categorical] but got one of"
                        + " [plan categorical, x numeric]; use the schema the baseline was built with");
        assertThat(profile.rows()).isZero();
    }

    @Test
    void aRefusedScoreLeavesTheProfileUntouched() {
        DatasetProfile profile = of(List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile.accept(Row.builder(SCHEMA).build(), Double.NEGATIVE_INFINITY, "yes"))
                .withMessageContaining("_score");
        assertThat(profile.features())
                .allSatisfy(feature -> assertThat(feature.total()).isZero());
    }

    @Test
    void binsMustBeThereForEveryFeature() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatasetProfile.create(SCHEMA, Map.of("x", BINS.get("x"))))
                .withMessageContaining("expected bins for 'plan'");
    }

    @Test
    void profilesOfDifferentSchemasDoNotAddUp() {
        Schema other = Schema.of("m", List.of(NumericFeature.of("x")), LABEL);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(List.of()).combine(DatasetProfile.create(other, BINS)))
                .withMessageContaining("they follow different schemas");
    }

    @Test
    void nothingIsAddedIfTheBinsOfOneFeatureDiffer() {
        Map<String, Binning> others = new HashMap<>(BINS);
        others.put(DatasetProfile.CLASS, CategoricalBinning.of(List.of("no", "yes")));
        DatasetProfile other = DatasetProfile.create(SCHEMA, others);
        other.accept(Row.builder(SCHEMA).build(), 0.5, "yes");
        DatasetProfile profile = of(List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile.combine(other))
                .withMessageContaining("_class");
        assertThat(profile.rows()).isZero();
    }

    @Test
    void anUnknownFeatureIsNamedBesideTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(List.of()).feature("z"))
                .withMessage("profile: expected one of [x, plan, _score, _class] but got 'z'");
    }
}
