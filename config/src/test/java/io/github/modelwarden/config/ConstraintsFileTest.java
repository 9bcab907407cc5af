package io.github.modelwarden.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.quality.Constraint;
import io.github.modelwarden.core.quality.ConstraintSet;
import io.github.modelwarden.core.quality.ConstraintSuggestion;
import io.github.modelwarden.core.quality.EpochUnit;
import io.github.modelwarden.core.quality.ReferenceCount;
import io.github.modelwarden.core.quality.Severity;
import io.github.modelwarden.core.quality.Suggestion;
import io.github.modelwarden.core.quality.Tolerance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConstraintsFileTest {

    private static final String EVERY_KIND = """
            table:
              rows: {min: 1, max: 20000, severity: critical}
              duplicates:
                - {tolerance: 0.01, reference: {count: 22, rows: 7043}, severity: warning}
                - {key: [customerID, "no"], severity: critical}
              unexpected_columns: {besides: [notes], severity: warning}
              freshness: {max_age: 6h, severity: critical}
            columns:
              TotalCharges:
                present: {severity: critical}
                type: {is: numeric, reference: {count: 0, rows: 7032}, severity: critical}
                missing: {tolerance: 0.01157, reference: {count: 11, rows: 7043}, severity: critical}
                range: {min: 18.8, max: 8684.8, reference: {count: 0, rows: 7032}, severity: warning}
                distinct: {min: 2, reference: {count: 7000, rows: 7032}, severity: critical}
              Contract:
                categories: {allowed: [Month-to-month, One year, "2", "yes", " "], tolerance: 0.001, severity: warning}
                distinct: {min: 3, severity: warning}
              signed at:
                freshness: {max_age: 2d, unit: milliseconds, severity: warning}
            """;

    @Test
    void readsEveryKind() {
        ReferenceCount charges = new ReferenceCount(0, 7032);
        assertThat(ConstraintsFile.parse(EVERY_KIND, "c").constraints())
                .containsExactly(
                        new Constraint.Volume(1, 20_000, Severity.CRITICAL),
                        new Constraint.NoDuplicates(
                                List.of(), Tolerance.of(0.01, new ReferenceCount(22, 7043)), Severity.WARNING),
                        new Constraint.NoDuplicates(List.of("customerID", "no"), Tolerance.NONE, Severity.CRITICAL),
                        new Constraint.NoUnexpectedColumns(List.of("notes"), Severity.WARNING),
                        new Constraint.Fresh(
                                Optional.empty(), Duration.ofHours(6), EpochUnit.SECONDS, Severity.CRITICAL),
                        new Constraint.Present("TotalCharges", Severity.CRITICAL),
                        new Constraint.OfType(
                                "TotalCharges", FeatureType.NUMERIC, Tolerance.of(0, charges), Severity.CRITICAL),
                        new Constraint.NotMissing(
                                "TotalCharges", Tolerance.of(0.01157, new ReferenceCount(11, 7043)), Severity.CRITICAL),
                        new Constraint.InRange(
                                "TotalCharges", 18.8, 8684.8, Tolerance.of(0, charges), Severity.WARNING),
                        new Constraint.NotConstant(
                                "TotalCharges", 2, Optional.of(new ReferenceCount(7000, 7032)), Severity.CRITICAL),
                        new Constraint.InCategories(
                                "Contract",
                                List.of("Month-to-month", "One year", "2", "yes", " "),
                                Tolerance.of(0.001),
                                Severity.WARNING),
                        new Constraint.NotConstant("Contract", 3, Optional.empty(), Severity.WARNING),
                        new Constraint.Fresh(
                                Optional.of("signed at"),
                                Duration.ofDays(2),
                                EpochUnit.MILLISECONDS,
                                Severity.WARNING));
    }

    @Test
    void writesWhatItHasRead() {
        assertThat(ConstraintsFile.write(ConstraintsFile.parse(EVERY_KIND, "c")))
                .isEqualTo(EVERY_KIND);
        assertThat(ConstraintsFile.parse(ConstraintsFile.write(ConstraintSet.of(List.of())), "c"))
                .isEqualTo(ConstraintSet.of(List.of()));
    }

    @Test
    void whatIsLeftOutIsARuleWithoutToleranceAndCritical() {
        assertThat(ConstraintsFile.parse("columns: {x: {missing: {}, range: {min: 0}}}", "c")
                        .constraints())
                .containsExactly(
                        new Constraint.NotMissing("x", Tolerance.NONE, Severity.CRITICAL),
                        new Constraint.InRange("x", 0, Double.POSITIVE_INFINITY, Tolerance.NONE, Severity.CRITICAL));
        assertThat(ConstraintsFile.parse("table: {rows: {min: 5}}", "c").constraints())
                .containsExactly(new Constraint.Volume(5, Long.MAX_VALUE, Severity.CRITICAL));
    }

    @Test
    void suggestionsStandBelowTheirReasonsAndComeBackTheSame() {
        Table reference = Table.of(List.of(
                NumericColumn.of("x", 0.5, 2, Double.NaN, 4), CategoricalColumn.of("k", List.of("a", "b", "a", "b"))));
        List<Suggestion> suggestions = ConstraintSuggestion.withDefaults().from(reference);

        String yaml = ConstraintsFile.write(suggestions);

        assertThat(yaml).isEqualTo("""
                table:
                  # a table without rows tells nothing
                  rows: {min: 1, severity: critical}
                  duplicates:
                    # no row was repeated among 4 reference rows
                    - {tolerance: 0.01, reference: {count: 0, rows: 4}, severity: warning}
                  # the reference had the 2 columns below
                  unexpected_columns: {severity: warning}
                columns:
                  x:
                    # the reference had the column
                    present: {severity: critical}
                    # all of 3 reference values were numbers
                    type: {is: numeric, reference: {count: 0, rows: 3}, severity: critical}
                    # 1 of 4 reference rows (25 %) had no value
                    missing: {tolerance: 0.26, reference: {count: 1, rows: 4}, severity: critical}
                    # 3 reference values lay between 0.5 and 4
                    range: {min: 0.5, max: 4, reference: {count: 0, rows: 3}, severity: warning}
                    # 2 of 3 reference values (66.7 %) differed from the most frequent one
                    distinct: {min: 2, reference: {count: 2, rows: 3}, severity: critical}
                  k:
                    # the reference had the column
                    present: {severity: critical}
                    # all of 4 reference values were categories
                    type: {is: categorical, reference: {count: 0, rows: 4}, severity: critical}
                    # no value was missing in 4 reference rows
                    missing: {tolerance: 0.01, reference: {count: 0, rows: 4}, severity: critical}
                    # 4 reference values held 2 categories, the rarest of them 2 times
                    categories: {allowed: [a, b], reference: {count: 0, rows: 4}, severity: warning}
                    # 2 of 4 reference values (50 %) differed from the most frequent one
                    distinct: {min: 2, reference: {count: 2, rows: 4}, severity: critical}
                """);
        assertThat(ConstraintsFile.parse(yaml, "c")).isEqualTo(Suggestion.constraints(suggestions));
    }

    @Test
    void anyNameAndNumberComesBackTheSame() {
        Random random = new Random(17);
        List<String> odd = List.of(
                "a: b",
                "#no",
                "- x",
                "null",
                "~",
                "1e5",
                "Yes",
                "it's",
                "say \"hi\"",
                "back\\slash",
                "tab\there",
                "line\nbreak",
                "\u2028",
                "\u0007",
                "😀",
                "ünï",
                "{a}",
                "[b]",
                "&c",
                "*d",
                "!e",
                "%f",
                "@g",
                "`h",
                "|",
                ">",
                "a #b",
                " lead",
                "trail ",
                "?",
                ":",
                "-",
                ",",
                "'",
                "true",
                "0x1F",
                "2026-01-01",
                ".inf");
        for (int i = 0; i < 200; i++) {
            String column = odd.get(random.nextInt(odd.size())) + odd.get(random.nextInt(odd.size()));
            double low = random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
            ConstraintSet set = ConstraintSet.of(List.of(
                    new Constraint.NoDuplicates(
                            List.of(column, "x"), Tolerance.of(random.nextDouble()), Severity.WARNING),
                    new Constraint.InCategories(column, odd, Tolerance.of(random.nextDouble()), Severity.WARNING),
                    new Constraint.InRange("n" + column, low, low + 1, Tolerance.NONE, Severity.CRITICAL),
                    new Constraint.Fresh(
                            Optional.of(column),
                            Duration.ofNanos(1 + random.nextInt(1_000_000_000)),
                            EpochUnit.SECONDS,
                            Severity.WARNING)));

            String yaml = ConstraintsFile.write(set);

            assertThat(ConstraintsFile.parse(yaml, "c")).as(yaml).isEqualTo(set);
        }
    }

    @Test
    void aReasonStaysOnItsLineWhateverItQuotes() {
        Suggestion suggestion =
                new Suggestion(new Constraint.Present("x", Severity.WARNING), "the column 'a\nb\u0007' was there");

        assertThat(ConstraintsFile.write(List.of(suggestion))).contains("# the column 'a b ' was there\n");
    }

    @Test
    void refusesUnknownKeysWithTheirPlace() {
        refuses("missing: {tolerance", "mising: {tolerance", "c:12:5: unknown key 'mising'; did you mean 'missing'?");
        refuses("rows: {min", "row: {min", "c:2:3: unknown key 'row'; did you mean 'rows'?");
        refuses("table:", "tables:", "c:1:1: unknown key 'tables'; did you mean 'table'?");
        refuses("is: numeric", "is: number", "c:11:16: expected one of numeric, categorical");
        refuses("{max_age: 6h", "{unit: seconds, max_age: 6h", "c:7:15: unknown key 'unit'");
        refuses("present: {severity: critical}", "present: {severity: fatal}", "expected one of warning, critical");
        refuses("present: {severity: critical}", "present: {column: x}", "c:10:15: unknown key 'column'");
    }

    @Test
    void refusesImpossibleValuesWithTheirPlace() {
        refuses("{min: 1, max: 20000", "{min: 30000, max: 20000", "c:2:9: rows: expected 0 <= min <= max");
        refuses("tolerance: 0.01157", "tolerance: 1.5", "c:12:26: tolerance: expected a share");
        refuses("{count: 11, rows: 7043}", "{count: 11, rows: 7}", "a count of 11 in 7 rows");
        refuses("{count: 11, rows: 7043}", "{count: 11}", "the key 'rows' is missing");
        refuses("min: 18.8", "min: 9000", "c:13:12: range of 'TotalCharges': expected min <= max");
        refuses("min: 18.8, max: 8684.8, ", "", "at least one of them finite");
        refuses("distinct: {min: 3", "distinct: {min: 1", "c:17:21: distinct values of 'Contract'");
        refuses("distinct: {min: 2", "distinct: {min: 3", "a reference says how likely chance makes a column constant");
        refuses("[Month-to-month,", "[One year,", "c:16:27: categories of 'Contract': a category is named twice");
        refuses("max_age: 2d", "max_age: 0s", "c:19:26: freshness: expected a greatest age above zero");
        refuses("max_age: 2d", "max_age: soon", "c:19:26: expected a duration");
    }

    @Test
    void refusesImpossibleCombinationsWithTheirPlace() {
        refuses(
                "is: numeric",
                "is: categorical",
                "c:10:5: constraints: column 'TotalCharges' is categorical by one constraint, but 'range' belongs to"
                        + " numeric columns");
        refuses(
                "key: [customerID, \"no\"]",
                "tolerance: 0.5",
                "c:2:3: constraints: 'duplicates' is given twice for all columns");
        refuses(
                "  signed at:\n    freshness: {max_age: 2d, unit: milliseconds, severity: warning}\n",
                "  signed at: {}\n",
                "c:18:14: the column 'signed at' has no constraint");
    }

    private static void refuses(String part, String replacement, String message) {
        assertThat(EVERY_KIND).contains(part);
        assertThatThrownBy(() -> ConstraintsFile.parse(EVERY_KIND.replace(part, replacement), "c"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void readsAFileAndNamesIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("constraints.yaml"), EVERY_KIND);

        assertThat(ConstraintsFile.read(file)).isEqualTo(ConstraintsFile.parse(EVERY_KIND, "c"));
        assertThatThrownBy(() -> ConstraintsFile.read(folder.resolve("none.yaml")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("there is no such file");
    }

    @Test
    void theExampleOfTheDocumentationIsRight() throws IOException {
        String source = Files.readString(Path.of("src/main/java/io/github/modelwarden/config/ConstraintsFile.java"));
        String javadoc = source.substring(source.indexOf("<pre>{@code") + 11, source.indexOf("}</pre>"));
        String example = javadoc.replaceAll("(?m)^ \\* ?", "");

        assertThat(ConstraintsFile.parse(example, "c").constraints()).hasSize(12);
    }

    @Test
    void suggestionsThatDoNotGoTogetherAreRefused() {
        List<Suggestion> twice = new ArrayList<>();
        twice.add(new Suggestion(new Constraint.Present("x", Severity.WARNING), "seen"));
        twice.add(new Suggestion(new Constraint.Present("x", Severity.CRITICAL), "seen"));

        assertThatIllegalArgumentException().isThrownBy(() -> ConstraintsFile.write(twice));
    }
}
