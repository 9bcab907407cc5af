package io.github.modelwarden.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.modelwarden.core.binning.NumericBinning;
import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BaselineBuilderTest {

    private static int feed(BaselineBuilder builder, Table table, Random cuts) {
        int passes = 0;
        do {
            int from = 0;
            do {
                int to = Math.min(table.rowCount(), from + 1 + cuts.nextInt(700));
                builder.accept(table.slice(from, to));
                from = to;
            } while (from < table.rowCount());
            passes++;
        } while (!builder.endOfPass());
        return passes;
    }

    private static Baseline build(BaselineBuilder builder, Table table) {
        feed(builder, table, new Random(1));
        return builder.build();
    }

    private static Table numbers(int rows, long seed, ToDoubleFunction<Random> shape) {
        Random random = new Random(seed);
        double[] x = new double[rows];
        Arrays.setAll(x, i -> shape.applyAsDouble(random));
        return Table.of(List.of(NumericColumn.of("x", x)));
    }

    /** A baseline must say the same as counting its rows into its bins. */
    private static void assertCountsItsRows(Baseline baseline, Table table) {
        DatasetProfile again = baseline.emptyProfile();
        again.accept(table);
        ProfileAssertions.assertSame(baseline.profile(), again);
    }

    @Test
    void howRowsAreCutIntoBlocksDoesNotMatter() {
        Table table = BlockProfileTest.table(3000, 5);
        Baseline whole = Baseline.of(table, 10);
        for (long seed = 0; seed < 5; seed++) {
            BaselineBuilder builder = Baseline.builder();

            assertThat(feed(builder, table, new Random(seed))).isOne();
            Baseline baseline = builder.build();
            assertThat(baseline.id()).isEqualTo(whole.id());
            ProfileAssertions.assertSame(baseline.profile(), whole.profile());
            assertCountsItsRows(baseline, table);
        }
    }

    @Test
    void moreRowsThanAreHeldAreCountedExactlyInBinsOfEqualFrequency() {
        Table table = BlockProfileTest.table(20_000, 6);
        Baseline baseline =
                build(Baseline.builder().withHeldRows(500).withIntervals(2000).withCells(200), table);

        assertCountsItsRows(baseline, table);
        FeatureProfile score = baseline.profile().feature(DatasetProfile.SCORE);
        long[] counts = score.counts();
        assertThat(Arrays.stream(counts, 0, 10)).hasSize(10).allMatch(count -> Math.abs(count - 1900) < 60);
        assertThat(score.cellCounts().length).isBetween(180, 202);
        assertThat(score.belowRange() + score.aboveRange()).isZero();
        assertThat(baseline.rows()).isEqualTo(20_000);
    }

    @Test
    void theOrderOfTheRowsDoesNotMatterEither() {
        Table table = numbers(6000, 2, random -> Math.exp(2 * random.nextGaussian()));
        Integer[] ascending = IntStream.range(0, 6000).boxed().toArray(Integer[]::new);
        Arrays.sort(
                ascending,
                (a, b) -> Double.compare(
                        table.numeric("x").value(a), table.numeric("x").value(b)));
        Table sorted = table.select(Arrays.stream(ascending).mapToInt(i -> i).toArray());
        FeatureProfile one = streamed(table).profile().feature("x");
        FeatureProfile other = streamed(sorted).profile().feature("x");

        assertThat(((NumericBinning) one.binning()).cellEdges())
                .isEqualTo(((NumericBinning) other.binning()).cellEdges());
        assertThat(one.cellCounts()).isEqualTo(other.cellCounts());
        assertThat(one.counts()).isEqualTo(other.counts());
    }

    private static Baseline streamed(Table table) {
        return build(Baseline.builder().withHeldRows(100).withIntervals(800).withCells(100), table);
    }

    @Test
    void fewDistinctValuesStayExactHoweverManyRows() {
        Table table = numbers(30_000, 3, random -> random.nextInt(700) / 4.0);
        Baseline streamed = streamed(table);
        Baseline whole = build(Baseline.builder().withCells(100), table);

        assertThat(streamed.id()).isEqualTo(whole.id());
        ProfileAssertions.assertSame(streamed.profile(), whole.profile());
        assertThat(build(Baseline.builder().withHeldRows(10), table)
                        .profile()
                        .feature("x")
                        .hasExactCells())
                .isTrue();
    }

    /** Nearly all values lie in a range that is tiny beside the distances between the others. */
    private static Table crowded() {
        return numbers(
                12_000,
                4,
                random -> random.nextInt(5) == 0 ? Math.exp(6 * random.nextGaussian()) : 1e9 + random.nextDouble());
    }

    @Test
    void aCrowdedRangeIsLookedIntoInASecondPass() {
        Table table = crowded();
        BaselineBuilder builder =
                Baseline.builder().withHeldRows(100).withIntervals(400).withCells(100);

        assertThat(feed(builder, table, new Random(2))).isEqualTo(2);
        Baseline baseline = builder.build();
        assertCountsItsRows(baseline, table);
        assertThat(Arrays.stream(baseline.profile().feature("x").counts(), 0, 10))
                .allMatch(count -> Math.abs(count - 1200) < 150);
        assertThat(baseline.profile().feature("x").cellCounts()).hasSizeGreaterThan(70);
    }

    @Test
    void aSinglePassIsExactButCoarserThere() {
        Table table = crowded();
        BaselineBuilder builder = Baseline.builder()
                .withHeldRows(100)
                .withIntervals(400)
                .withCells(100)
                .withSinglePass();

        assertThat(feed(builder, table, new Random(2))).isOne();
        assertCountsItsRows(builder.build(), table);
        assertThat(Arrays.stream(builder.build().profile().feature("x").counts())
                        .max()
                        .orElseThrow())
                .isGreaterThan(9000);
    }

    @Test
    void otherRowsInTheSecondPassAreNoticed() {
        Table table = crowded();
        BaselineBuilder fewer =
                Baseline.builder().withHeldRows(100).withIntervals(400).withCells(100);
        fewer.accept(table);
        assertThat(fewer.endOfPass()).isFalse();
        assertThat(fewer.complete()).isFalse();
        assertThatIllegalStateException().isThrownBy(fewer::build).withMessageContaining("endOfPass()");
        fewer.accept(table.slice(0, 11_000));
        assertThatIllegalStateException()
                .isThrownBy(fewer::endOfPass)
                .withMessageContaining("expected the 12000 rows of the first pass again but got 11000");

        BaselineBuilder others =
                Baseline.builder().withHeldRows(100).withIntervals(400).withCells(100);
        others.accept(table);
        others.endOfPass();
        others.accept(numbers(12_000, 9, random -> random.nextInt(3)));
        assertThatIllegalStateException()
                .isThrownBy(others::endOfPass)
                .withMessageContaining("feed the same rows in every pass");
    }

    @Test
    void keptValuesAreAllThereOrNoneInBothWays() {
        Table table = numbers(3000, 1, Random::nextGaussian);
        for (int held : new int[] {100, 10_000}) {
            BaselineBuilder enough = Baseline.builder().withHeldRows(held).withKeptValues(3000);
            BaselineBuilder tooFew = Baseline.builder().withHeldRows(held).withKeptValues(2999);

            assertThat(build(enough, table).profile().feature("x").values().orElseThrow())
                    .containsExactlyInAnyOrder(table.numeric("x").values());
            assertThat(build(tooFew, table).profile().feature("x").values()).isEmpty();
        }
    }

    @Test
    void aSchemaFixesOrderAndCategoriesAndItsOutputMayBeMissing() {
        Table table = BlockProfileTest.table(800, 2);
        Table features = Table.of(List.of(table.column("city"), table.column("plan"), table.column("x")));
        Baseline baseline = build(Baseline.builder(BaselineTest.SCHEMA), features);

        assertThat(baseline.profile().features())
                .extracting(FeatureProfile::feature)
                .containsExactly("x", "plan", "city", "_score", "_class");
        assertThat(baseline.profile().feature("plan").binning().ids())
                .containsExactly("c_a", "c_b", "c_c", "other", "missing");
        assertThat(baseline.profile().feature(DatasetProfile.SCORE).missing()).isEqualTo(800);
        assertThat(baseline.profile().feature(DatasetProfile.CLASS).missing()).isEqualTo(800);
        Baseline scored = build(Baseline.builder(BaselineTest.SCHEMA).withHeldRows(100), table);
        assertThat(scored.profile().feature(DatasetProfile.SCORE).missing()).isLessThan(100);
        assertCountsItsRows(scored, table);
    }

    @Test
    void categoriesBeyondTheLimitAreOther() {
        int rows = CategoricalColumnBuilder.MAX_CATEGORIES + 20_000;
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            ids.add(i % 7 == 0 ? "common" : i < rows - 300 ? "id" + i : "late");
        }
        FeatureProfile profile = build(Baseline.builder(), Table.of(List.of(CategoricalColumn.of("id", ids))))
                .profile()
                .feature("id");

        int listed = BaselineBuilder.DEFAULT_CATEGORIES;
        assertThat(profile.binning().ids())
                .hasSize(listed + 2)
                .contains("c_common")
                .doesNotContain("c_late");
        assertThat(profile.counts()[profile.binning().ids().indexOf("c_common")])
                .isEqualTo(10_000);
        assertThat(profile.counts()[listed]).isEqualTo(rows - 10_000 - (listed - 1));
        assertThat(profile.heavyHitters().total()).isEqualTo(profile.counts()[listed]);
        assertThat(profile.distinct().count()).isBetween(57_000L, 63_000L);
    }

    @Test
    void aColumnWithoutValuesHasOneBinHoweverManyRows() {
        Table table = numbers(300, 1, random -> Double.NaN);
        for (int held : new int[] {10, 1000}) {
            FeatureProfile profile = build(Baseline.builder().withHeldRows(held), table)
                    .profile()
                    .feature("x");

            assertThat(profile.counts()).containsExactly(0, 300);
        }
    }

    @Test
    void misuseIsToldFromWrongRows() {
        Table table = numbers(10, 1, Random::nextGaussian);
        assertThatIllegalStateException().isThrownBy(() -> Baseline.builder().endOfPass());
        assertThatIllegalStateException().isThrownBy(() -> Baseline.builder().build());
        BaselineBuilder builder = Baseline.builder().accept(table);
        assertThatIllegalStateException()
                .isThrownBy(() -> builder.withBins(5))
                .withMessageContaining("options before the first block");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.accept(Table.of(List.of(NumericColumn.of("y", 1)))))
                .withMessage(
                        "baseline: expected a block with the columns [x] of the first one but got [y]; feed blocks of"
                                + " one table");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.accept(Table.of(List.of(CategoricalColumn.of("x", List.of("a"))))));
        assertThat(builder.endOfPass()).isTrue();
        assertThat(builder.endOfPass()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> builder.accept(table));
        assertThat(builder.build().rows()).isEqualTo(10);
        assertThatIllegalArgumentException().isThrownBy(() -> Baseline.builder().withHeldRows(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Baseline.builder().withBins(20).withCells(19).accept(table))
                .withMessage("binning: expected 20 to 50000 cells over 20 bins but got 19");
        assertThatIllegalArgumentException().isThrownBy(() -> Baseline.builder().withKeptValues(-1));
    }
}
