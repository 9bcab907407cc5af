package io.github.modelwarden.drift.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.core.binning.CategoricalBinning;
import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.CategoricalFeature;
import io.github.modelwarden.core.data.Label;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.BaselineBuilder;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.correction.Correction;
import io.github.modelwarden.drift.statistic.JensenShannon;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Features with a seventh of the rows in one category and the others in 500 rare ones, of which nothing changes. */
class RareCategoriesTest {

    private static final int RUNS = 300;
    private static final ModelDriftTest ALONE =
            ModelDriftTest.withDefaults().withCorrection(Correction.NONE).withMinimumEffect(0);

    private static Table draw(SplittableRandom random, int rows) {
        return Table.of(List.of(CategoricalColumn.of(
                "x",
                IntStream.range(0, rows)
                        .mapToObj(i -> random.nextInt(7) == 0 ? "top" : "c" + random.nextInt(500))
                        .toList())));
    }

    private static FeatureDrift compare(BaselineBuilder builder, Table reference, Table current) {
        do {
            builder.accept(reference);
        } while (!builder.endOfPass());
        Baseline baseline = builder.build();
        DatasetProfile profile = baseline.emptyProfile();
        CategoricalColumn column = (CategoricalColumn) current.column("x");
        for (int row = 0; row < column.size(); row++) {
            profile.feature("x").accept(column.value(row));
        }
        return ALONE.test(baseline, profile).features().get(0);
    }

    @Test
    void aCategoryThatASmallReferenceListsByChanceIsNoDrift() {
        Schema schema = Schema.of("model", List.of(CategoricalFeature.of("x")), new Label("label", "yes", "no"));
        SplittableRandom random = new SplittableRandom(8);
        int drifted = 0;
        for (int run = 0; run < RUNS; run++) {
            drifted += compare(Baseline.builder(schema), draw(random, 100), draw(random, 1000))
                            .drifted()
                    ? 1
                    : 0;
        }

        assertThat(drifted).isLessThan(RUNS / 100);
    }

    @Test
    void theDistanceBesideTheVerdictDoesNotTakeTheChoiceOfBinsForAChange() {
        SplittableRandom random = new SplittableRandom(9);
        int rejected = 0;
        for (int run = 0; run < RUNS; run++) {
            rejected += compare(Baseline.builder(), draw(random, 100), draw(random, 1000)).tests().stream()
                            .filter(test -> test.name().equals(JensenShannon.NAME))
                            .map(TestStatistic::pValue)
                            .anyMatch(p -> p.orElse(1) <= 0.05)
                    ? 1
                    : 0;
        }

        assertThat(rejected).isLessThan(RUNS / 10);
    }

    private static Table categories(int rows, IntFunction<String> name) {
        return Table.of(List.of(CategoricalColumn.of(
                "x", IntStream.range(0, rows).mapToObj(name).toList())));
    }

    @ParameterizedTest
    @CsvSource({"60, 500, 400", "500, 20000, 500", "500, 20000, 10000", "5000, 100000, 40000"})
    void categoriesThatAllGaveWayToOthersAreDriftHoweverManyTheOthersAre(int reference, int current, int others) {
        Table then = categories(reference, i -> "known" + i % 3);
        Table now = categories(current, i -> "new" + i % others);

        FeatureDrift drift = compare(Baseline.builder(), then, now);

        assertThat(drift.drifted()).as("%s", drift.sentence()).isTrue();
        assertThat(drift.sentence()).contains("the share of \"other\" went from 0.0 % to 100.0 %");
    }

    @Test
    void knownCategoriesThatAreStillThereInPartAreNotSaidToBeGone() {
        SparseBins kept = SparseBins.ofVanished(new long[] {200, 300, 0, 0}, new long[] {200, 400, 19_400, 0}, 2)
                .orElseThrow();

        assertThat(kept.reference()).containsExactly(405, 95);
        assertThat(kept.current()).containsExactly(600, 19_400);
        assertThat(SparseBins.ofVanished(new long[] {200, 300, 0, 0}, new long[] {900, 900, 18_200, 0}, 2))
                .isEmpty();
    }

    /** Categories with equal shares, of which the reference lists those that happen to have enough rows. */
    @ParameterizedTest
    @CsvSource({"3, 50", "20, 400", "40, 2000", "60, 2000", "1000, 2000", "400, 10000"})
    void categoriesThatAReferenceListsByChanceAreNotSaidToBeGone(int kinds, int rows) {
        SplittableRandom random = new SplittableRandom(10);
        for (int run = 0; run < RUNS; run++) {
            long[] then = counts(random, kinds, rows);
            long[] now = counts(random, kinds, 10 * rows);
            double fewest = CategoricalBinning.rowsForABin(rows);
            long[][] split = new long[2][kinds + 2];
            for (int kind = 0; kind < kinds; kind++) {
                int bin = then[kind] >= fewest ? kind : kinds;
                split[0][bin] += then[kind];
                split[1][bin] += now[kind];
            }

            assertThat(SparseBins.ofVanished(split[0], split[1], kinds)).isEmpty();
        }
    }

    private static long[] counts(SplittableRandom random, int kinds, int rows) {
        long[] counts = new long[kinds];
        random.ints(rows, 0, kinds).forEach(kind -> counts[kind]++);
        return counts;
    }
}
