package io.github.modelwarden.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Row;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Blocks of rows are counted column by column; that must not be told from counting row by row. */
class BlockProfileTest {

    static Table table(int rows, long seed) {
        Random random = new Random(seed);
        double[] x = new double[rows];
        double[] score = new double[rows];
        List<String> plan = new ArrayList<>();
        List<String> city = new ArrayList<>();
        List<String> predicted = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            x[i] = random.nextInt(9) == 0 ? Double.NaN : random.nextInt(9) == 0 ? -0.0 : 10 * random.nextGaussian();
            score[i] = random.nextInt(20) == 0 ? Double.NaN : random.nextDouble();
            plan.add("abc".substring(i % 3, i % 3 + 1));
            city.add(random.nextInt(6) == 0 ? null : "city" + (int) Math.pow(90, random.nextDouble()));
            predicted.add(score[i] > 0.5 ? "yes" : "no");
        }
        return Table.of(List.of(
                NumericColumn.of("x", x),
                CategoricalColumn.of("plan", plan),
                CategoricalColumn.of("city", city),
                NumericColumn.of(DatasetProfile.SCORE, score),
                CategoricalColumn.of(DatasetProfile.CLASS, predicted)));
    }

    private static DatasetProfile byRow(DatasetProfile empty, Table table) {
        Schema schema = BaselineTest.SCHEMA;
        for (int i = 0; i < table.rowCount(); i++) {
            Row row = table.row(schema, i);
            empty.accept(
                    row,
                    table.numeric(DatasetProfile.SCORE).value(i),
                    table.categorical(DatasetProfile.CLASS).value(i));
        }
        return empty;
    }

    @Test
    void aBlockIsCountedLikeItsRows() {
        for (long seed = 0; seed < 12; seed++) {
            DatasetProfile empty =
                    BaselineTest.baseline(400, seed).emptyProfile().keepingValues(5000);
            Table table = table(1 + new Random(seed).nextInt(4000), seed);
            DatasetProfile block = empty.emptyCopy();
            block.accept(table);

            DatasetProfile rows = byRow(empty.emptyCopy(), table);
            ProfileAssertions.assertSame(block, rows);
            ProfileAssertions.assertSameValues(block.feature("x"), rows.feature("x"));
            assertThat(Arrays.stream(block.feature("city").scoredCounts()).sum())
                    .isPositive();
        }
    }

    @Test
    void anySplitIntoBlocksGivesTheSameProfile() {
        Table table = table(5000, 3);
        DatasetProfile empty = BaselineTest.baseline(400, 3).emptyProfile();
        DatasetProfile whole = empty.emptyCopy();
        whole.accept(table);
        for (long seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            DatasetProfile blocks = empty.emptyCopy();
            DatasetProfile combined = empty.emptyCopy();
            int from = 0;
            while (from < table.rowCount()) {
                int to = Math.min(table.rowCount(), from + 1 + random.nextInt(2000));
                DatasetProfile part = empty.emptyCopy();
                part.accept(table.slice(from, to));
                combined.combine(part);
                blocks.accept(table.slice(from, to));
                from = to;
            }
            ProfileAssertions.assertSame(blocks, whole);
            ProfileAssertions.assertSame(combined, whole);
        }
    }

    @Test
    void scoresAreAddedOnlyWhenTheProfileHasThem() {
        Table table = table(100, 1);
        DatasetProfile without = Baseline.of(Table.of(List.of(table.column("x"), table.column("plan"))), 5)
                .emptyProfile();
        without.accept(table);

        assertThat(without.feature("x").scoredCounts()).containsOnly(0);
        DatasetProfile with = Baseline.of(table, 5).profile();
        assertThat(Arrays.stream(with.feature("x").scoredCounts()).sum())
                .isEqualTo(100 - with.feature(DatasetProfile.SCORE).missing());
        assertThat(with.feature(DatasetProfile.SCORE).scoredCounts()).containsOnly(0);
        assertThat(with.feature(DatasetProfile.CLASS).scoredCounts()).containsOnly(0);
    }

    @Test
    void valuesCannotBeKeptAfterwards() {
        DatasetProfile profile = BaselineTest.baseline(40, 1).profile();

        assertThatIllegalStateException().isThrownBy(() -> profile.keepingValues(10));
    }

    @Test
    void anEmptyBlockAddsNothing() {
        DatasetProfile profile = BaselineTest.baseline(40, 1).profile();
        profile.accept(table(3, 1).select());

        assertThat(profile.rows()).isEqualTo(40);
    }
}
