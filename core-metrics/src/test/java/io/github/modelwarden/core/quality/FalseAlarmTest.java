package io.github.modelwarden.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Constraints suggested from a sample, checked on another one of the same distribution, and on broken ones. */
class FalseAlarmTest {

    private static final double[] MISSING = {0, 0.001, 0.01, 0.05, 0.2, 0, 0.5, 0, 0.02, 0.1};
    private static final int COLUMNS = 20;

    /** Ten numeric columns with thin, heavy, discrete and zero-inflated values, and ten with long or short lists. */
    private static Table sample(Random random, int rows) {
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column < COLUMNS; column++) {
            double missing = MISSING[column % MISSING.length];
            if (column % 2 == 0) {
                double[] values = new double[rows];
                for (int i = 0; i < rows; i++) {
                    values[i] = random.nextDouble() < missing ? Double.NaN : number(random, column);
                }
                columns.add(NumericColumn.adopt("n" + column, values));
            } else {
                List<@Nullable String> values = new ArrayList<>(rows);
                for (int i = 0; i < rows; i++) {
                    values.add(random.nextDouble() < missing ? null : "c" + category(random, column));
                }
                columns.add(CategoricalColumn.of("k" + column, values));
            }
        }
        return Table.of(columns);
    }

    private static double number(Random random, int column) {
        double normal = random.nextGaussian();
        return switch (column % 5) {
            case 0 -> normal;
            case 1 -> Math.exp(1.5 * normal);
            case 2 -> normal / Math.abs(random.nextGaussian());
            case 3 -> random.nextInt(7);
            default -> random.nextDouble() < 0.9 ? 0 : Math.exp(normal);
        };
    }

    private static int category(Random random, int column) {
        return switch (column % 5) {
            case 0 -> (int) Math.min(500, 1 / (1 - random.nextDouble())); // a long tail, like words
            case 1 -> (int) (-Math.log(1 - random.nextDouble()) * 6);
            case 2 -> random.nextDouble() < 0.999 ? 0 : 1;
            case 3 -> random.nextInt(40);
            default -> random.nextInt(2);
        };
    }

    private static ConstraintSet suggested(Table reference) {
        return Suggestion.constraints(ConstraintSuggestion.withDefaults()
                .withSlack(0)
                .withMaxCategories(1000)
                .from(reference));
    }

    private static int failures(int reports, int referenceRows, int rows) {
        int failures = 0;
        for (int seed = 0; seed < reports; seed++) {
            Random random = new Random(seed);
            ConstraintSet constraints = suggested(sample(random, referenceRows));
            QualityReport report = QualityCheck.withDefaults().check(constraints, sample(random, rows));
            failures += report.verdict() == Verdict.FAILED ? 1 : 0;
        }
        return failures;
    }

    @Test
    void unchangedDataFailsInFewerThanOneReportOfAHundred() {
        // of 1000 reports, 4 failures leave a rate below 1 % with 95 % confidence
        assertThat(failures(1000, 100, 100)).isLessThanOrEqualTo(4);
        assertThat(failures(60, 100, 1000)).isLessThanOrEqualTo(1);
        assertThat(failures(60, 1000, 100)).isLessThanOrEqualTo(1);
    }

    @Test
    void clumpsOfEqualRowsFailNoMoreOftenThanStated() {
        int failures = 0;
        int reports = 1200;
        for (int seed = 0; seed < reports; seed++) {
            Random random = new Random(seed);
            ConstraintSet rows = ConstraintSet.of(suggested(clumps(random)).constraints().stream()
                    .filter(Constraint.NoDuplicates.class::isInstance)
                    .toList());
            failures += QualityCheck.withDefaults()
                                    .withFalseAlarms(0.01)
                                    .check(rows, clumps(random))
                                    .verdict()
                            == Verdict.FAILED
                    ? 1
                    : 0;
        }
        // counts taken as those of independent rows fail about 24 times
        assertThat(failures).isLessThanOrEqualTo(12);
    }

    /** Rows of which one in twenty is of one of fifty kinds, about two rows a kind. */
    private static Table clumps(Random random) {
        double[] values = new double[2000];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(20) == 0 ? 1 + random.nextInt(50) : random.nextDouble();
        }
        return Table.of(List.of(NumericColumn.adopt("x", values)));
    }

    @Test
    void theSameLimitsTakenAsRulesFailNearlyAlways() {
        int failures = 0;
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            ConstraintSet rules = ConstraintSet.of(suggested(sample(random, 100)).constraints().stream()
                    .map(FalseAlarmTest::asRule)
                    .toList());
            failures += QualityCheck.withDefaults()
                                    .check(rules, sample(random, 100))
                                    .verdict()
                            == Verdict.FAILED
                    ? 1
                    : 0;
        }
        assertThat(failures).isGreaterThan(45);
    }

    private static Constraint asRule(Constraint constraint) {
        if (constraint instanceof Constraint.NotMissing missing) {
            return new Constraint.NotMissing(
                    missing.column(), Tolerance.of(missing.tolerance().share()), missing.severity());
        }
        if (constraint instanceof Constraint.InRange range) {
            return new Constraint.InRange(range.column(), range.min(), range.max(), Tolerance.NONE, range.severity());
        }
        return constraint;
    }

    @Test
    void aFifthMissingIsFoundInAHundredRowsAlmostAlways() {
        int found = 0;
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            ConstraintSet constraints = suggested(sample(random, 100));
            Table current = sample(random, 100);
            double[] values = current.numeric("n0").values();
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextDouble() < 0.2 ? Double.NaN : values[i];
            }
            QualityReport report = QualityCheck.withDefaults()
                    .check(constraints, Tables.with(current, NumericColumn.of("n0", values)));
            found += report.failures(Severity.CRITICAL).stream()
                            .anyMatch(finding -> finding.constraint().subject().equals(Optional.of("n0")))
                    ? 1
                    : 0;
        }
        assertThat(found).isGreaterThan(50);
    }
}
