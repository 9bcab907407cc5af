package io.github.modelwarden.drift.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.drift.TestStatistic;
import io.github.modelwarden.drift.statistic.KolmogorovSmirnov;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every multivariate test keeps. */
abstract class MultivariateTestContract {

    private static final long SEED = 20260101;

    abstract MultivariateTest test(long seed);

    /** How many comparisons of unchanged tables the test can afford. */
    abstract int nullRuns();

    private MultivariateResult compare(Law then, Law now, int rows) {
        SplittableRandom random = new SplittableRandom(SEED);
        return test(SEED).test(then.draw(random, rows), now.draw(random, rows));
    }

    private static double pValue(MultivariateResult result) {
        return result.statistic().pValue().orElseThrow();
    }

    @Test
    void unchangedLawsAreCalledDifferentNoMoreOftenThanStated() {
        SplittableRandom random = new SplittableRandom(SEED);
        int runs = nullRuns();
        int alarms = 0;
        for (int run = 0; run < runs; run++) {
            Table then = Law.USUAL.draw(random, run % 2 == 0 ? 60 : 110);
            Table now = Law.USUAL.draw(random, run % 3 == 0 ? 60 : 110);
            alarms += pValue(test(random.nextLong()).test(then, now)) <= 0.05 ? 1 : 0;
        }
        // 3 standard errors above 0.05
        assertThat(alarms / (double) runs).as("seed %d", SEED).isLessThan(0.05 + 3 * Math.sqrt(0.05 * 0.95 / runs));
    }

    @Test
    void aTableDoesNotDifferFromItself() {
        Table table = Law.USUAL.draw(new SplittableRandom(SEED), 400);

        assertThat(pValue(test(SEED).test(table, table))).isGreaterThan(0.05);
    }

    @Test
    void aStrongShiftOfOneFeatureIsFound() {
        MultivariateResult result = compare(Law.USUAL, Law.USUAL.withShift(1.5), 500);

        assertThat(pValue(result)).isLessThanOrEqualTo(0.005);
        assertThat(result.statistic().effect()).isGreaterThan(0.05);
    }

    @Test
    void aChangedCorrelationIsFoundThatNoFeatureAloneShows() {
        SplittableRandom random = new SplittableRandom(SEED);
        Table then = Law.USUAL.draw(random, 600);
        Table now = Law.USUAL.withCorrelation(-0.7).draw(random, 600);

        for (String feature : List.of("a", "b", "skewed")) {
            TestStatistic alone = KolmogorovSmirnov.withDefaults()
                    .test(then.numeric(feature).values(), now.numeric(feature).values());
            assertThat(alone.pValue().orElseThrow()).as(feature).isGreaterThan(0.05);
        }
        assertThat(pValue(test(SEED).test(then, now))).isLessThanOrEqualTo(0.005);
    }

    @Test
    void valuesThatGoMissingAreFound() {
        assertThat(pValue(compare(Law.USUAL.withMissing(0), Law.USUAL.withMissing(0.4), 600)))
                .isLessThanOrEqualTo(0.005);
    }

    @Test
    void aCategoryThatIsNewIsFound() {
        assertThat(pValue(compare(Law.USUAL, Law.USUAL.withNewPlan(0.5), 600))).isLessThanOrEqualTo(0.005);
    }

    @Test
    void theSameSeedGivesTheSameResultWhateverTheOrderOfTheColumns() {
        SplittableRandom random = new SplittableRandom(SEED);
        Table then = Law.USUAL.draw(random, 100);
        Table now = Law.USUAL.draw(random, 120);
        List<Column> reversed = new ArrayList<>();
        for (String name : now.columnNames()) {
            reversed.add(now.column(name));
        }
        reversed.add(NumericColumn.of("unused", new double[120]));
        Collections.reverse(reversed);

        MultivariateResult result = test(1).test(then, now);

        assertThat(test(1).test(then, now)).isEqualTo(result);
        assertThat(test(1).test(then, Table.of(reversed))).isEqualTo(result);
        assertThat(result.referenceRows()).isEqualTo(100);
        assertThat(result.currentRows()).isEqualTo(120);
    }

    @Test
    void theTablesStayAsTheyAre() {
        SplittableRandom random = new SplittableRandom(SEED);
        Table then = Law.USUAL.draw(random, 100);
        Table now = Law.USUAL.draw(random, 100);
        List<String> before = List.of(written(then), written(now));

        test(SEED).test(then, now);

        assertThat(List.of(written(then), written(now))).isEqualTo(before);
    }

    private static String written(Table table) {
        StringBuilder written = new StringBuilder();
        for (String name : table.columnNames()) {
            for (int row = 0; row < table.rowCount(); row++) {
                written.append(
                                table.column(name) instanceof NumericColumn numeric
                                        ? numeric.value(row)
                                        : table.categorical(name).value(row))
                        .append(' ');
            }
        }
        return written.toString();
    }

    @Test
    void numbersOfAnyMagnitudeGiveAFiniteResult() {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] huge = new double[200];
        double[] tiny = new double[200];
        double[] constant = new double[200];
        double[] gap = new double[200];
        for (int i = 0; i < 200; i++) {
            huge[i] = i == 77 ? Double.MAX_VALUE : 1e300 * random.nextGaussian();
            tiny[i] = i % 5 * Double.MIN_VALUE;
            constant[i] = 0.1;
            gap[i] = Double.NaN;
        }
        Table table = Table.of(List.of(
                NumericColumn.of("huge", huge),
                NumericColumn.of("tiny", tiny),
                NumericColumn.of("constant", constant),
                NumericColumn.of("gap", gap)));

        MultivariateResult result = test(SEED).test(table.slice(0, 100), table.slice(100, 200));

        assertThat(result.statistic().value()).isFinite();
        assertThat(pValue(result)).isBetween(0.0, 1.0);
    }

    @Test
    void aConstantThatChangesIsFound() {
        SplittableRandom random = new SplittableRandom(SEED);
        Table then = Law.USUAL.draw(random, 300);
        Table now = Law.USUAL.draw(random, 300);
        double[] zeros = new double[300];
        double[] ones = new double[300];
        Arrays.fill(ones, 1);

        MultivariateResult result = test(SEED)
                .test(
                        Table.of(List.of(then.column("a"), then.column("b"), NumericColumn.of("version", zeros))),
                        Table.of(List.of(now.column("a"), now.column("b"), NumericColumn.of("version", ones))));

        assertThat(pValue(result)).isLessThanOrEqualTo(0.005);
    }

    @Test
    void whatCannotBeComparedIsRefusedWithAReason() {
        SplittableRandom random = new SplittableRandom(SEED);
        Table then = Law.USUAL.draw(random, 100);
        int few = test(SEED).minimumRows() - 1;
        Table constant = Table.of(List.of(NumericColumn.of("x", new double[100])));

        assertThatThrownBy(() -> test(SEED).test(then, Law.USUAL.draw(random, few)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "%s: expected at least %d rows in each table but got 100 reference and %d current rows",
                        test(SEED).name(), few + 1, few);
        assertThatThrownBy(() -> test(SEED).test(then, constant))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected a column 'a'");
        assertThatThrownBy(() -> test(SEED)
                        .test(constant, Table.of(List.of(CategoricalColumn.of("x", Collections.nCopies(100, "text"))))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("feature 'x': expected the same type in both tables");
        assertThatThrownBy(() -> test(SEED).test(constant, constant))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing to compare");
    }
}
