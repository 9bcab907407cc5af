package io.github.modelwarden.core.quality;

import static io.github.modelwarden.core.quality.Tables.numbers;
import static io.github.modelwarden.core.quality.Tables.runs;
import static io.github.modelwarden.core.quality.Tables.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.Table;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QualityCheckTest {

    private static final double NAN = Double.NaN;

    private static Finding check(Constraint constraint, Column... columns) {
        return check(constraint, Tables.of(columns));
    }

    private static Finding check(Constraint constraint, Table table) {
        return QualityCheck.withDefaults()
                .check(ConstraintSet.of(List.of(constraint)), table)
                .findings()
                .get(0);
    }

    private static void assertFinding(Finding finding, Verdict verdict, String sentence) {
        assertThat(finding.sentence()).isEqualTo(sentence);
        assertThat(finding.verdict()).as(finding.sentence()).isEqualTo(verdict);
        assertThat(finding.reason())
                .isEqualTo(verdict == Verdict.INCONCLUSIVE ? Optional.of(sentence) : Optional.empty());
    }

    private static Tolerance reference(long count, long rows) {
        return Tolerance.of(0, new ReferenceCount(count, rows));
    }

    @Test
    void aRuleFailsAboveItsShareAndPassesOnIt() {
        Constraint none = new Constraint.NotMissing("x", Tolerance.NONE, Severity.CRITICAL);
        Constraint third = new Constraint.NotMissing("x", Tolerance.of(1.0 / 3), Severity.CRITICAL);

        Finding broken = check(none, numbers("x", 1, NAN, 3));

        assertFinding(broken, Verdict.FAILED, "1 of 3 rows (33.3 %) have no value; none is allowed");
        assertThat(broken.examples()).containsExactly(Example.empty(2));
        assertThat(broken.measured().allowed()).hasValue(0);
        assertThat(check(third, numbers("x", 1, NAN, 3)).verdict()).isEqualTo(Verdict.PASSED);
        assertFinding(check(none, numbers("x", 1, 2)), Verdict.PASSED, "every one of 2 rows has a value");
    }

    @Test
    void aLimitFromASampleFailsBeyondChanceOnly() {
        Constraint missing = new Constraint.NotMissing("x", reference(2, 100), Severity.CRITICAL);

        Finding within = check(missing, runs("x", 94, 1, 6, NAN));
        Finding beyond = check(missing, runs("x", 85, 1, 15, NAN));

        assertFinding(
                within,
                Verdict.PASSED,
                "6 of 100 rows (6 %) have no value; up to 10 (10 %) are within what the reference and chance explain");
        assertThat(beyond.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(beyond.measured()).isEqualTo(Finding.Measured.of(0.15, 0.1, 15, 100));
        assertThat(Chance.atLeast(10, 100, new ReferenceCount(2, 100))).isGreaterThanOrEqualTo(0.01);
        assertThat(Chance.atLeast(11, 100, new ReferenceCount(2, 100))).isLessThan(0.01);
    }

    @Test
    void aDifferenceBelowTheToleranceDoesNotMatterHoweverCertain() {
        Tolerance tolerance = Tolerance.of(0.02, new ReferenceCount(0, 100_000));
        Constraint missing = new Constraint.NotMissing("x", tolerance, Severity.CRITICAL);

        assertThat(check(missing, runs("x", 9_850, 1, 150, NAN)).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(check(missing, runs("x", 9_750, 1, 250, NAN)).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void rowsThatCouldNotFailAreInconclusiveAndSayHowManyCould() {
        Constraint missing = new Constraint.NotMissing("x", reference(0, 4), Severity.CRITICAL);

        Finding finding = check(missing, numbers("x", NAN, NAN));

        assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(finding.measured().rowsNeeded()).hasValue(5);
        assertThat(finding.sentence()).endsWith("could be chance, whatever they hold; 5 could tell");
        assertThat(check(missing, numbers("x", NAN, NAN, NAN, NAN, NAN)).verdict())
                .isEqualTo(Verdict.FAILED);
    }

    @Test
    void wordsInANumericColumnAreOfAnotherTypeAndNotMissing() {
        Constraint type = new Constraint.OfType("x", FeatureType.NUMERIC, Tolerance.NONE, Severity.CRITICAL);
        Constraint missing = new Constraint.NotMissing("x", Tolerance.of(0.2), Severity.CRITICAL);
        Table table = Tables.of(words("x", "1", "-2.5e3", "n/a", null, " 7 ", "0x1p3", "NaN"));

        Finding finding = check(type, table);

        assertFinding(finding, Verdict.FAILED, "3 of 6 values (50 %) are no numbers; none is allowed");
        assertThat(finding.examples())
                .containsExactly(Example.of(3, "n/a"), Example.of(6, "0x1p3"), Example.of(7, "NaN"));
        assertThat(check(missing, table).measured().count()).isEqualTo(1);
    }

    @Test
    void numbersInACategoricalColumnAreOfAnotherType() {
        Constraint type = new Constraint.OfType("x", FeatureType.CATEGORICAL, Tolerance.NONE, Severity.CRITICAL);
        Constraint known = new Constraint.InCategories("x", List.of("0", "1"), Tolerance.NONE, Severity.WARNING);

        assertFinding(
                check(type, numbers("x", 0, 1, NAN)),
                Verdict.FAILED,
                "2 of 2 values (100 %) are no categories; none is allowed");
        assertThat(check(known, numbers("x", 0, 1, NAN)).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(check(known, numbers("x", 0, 1, 2)).examples()).containsExactly(Example.of(3, "2"));
    }

    @Test
    void cellsTheReaderCouldNotReadAreOfAnotherTypeAndNotMissing() {
        ConstraintSet set = ConstraintSet.of(List.of(
                new Constraint.OfType("x", FeatureType.NUMERIC, Tolerance.of(0.1), Severity.CRITICAL),
                new Constraint.NotMissing("x", Tolerance.NONE, Severity.CRITICAL)));
        QualityProfile profile = QualityProfile.create(set);
        profile.accept(Tables.of(numbers("x", 1, NAN, 3, NAN)));
        profile.countNotOfType("x", 1, List.of(Example.of(4, "abc")));

        QualityReport report = QualityCheck.withDefaults().check(profile);

        assertThat(report.findings().get(0).sentence()).startsWith("1 of 3 values (33.3 %) are no numbers");
        assertThat(report.findings().get(0).examples()).containsExactly(Example.of(4, "abc"));
        assertThat(report.findings().get(1).sentence()).startsWith("1 of 4 rows (25 %) have no value");
        assertThat(report.findings().get(1).examples()).containsExactly(Example.empty(2));
    }

    @Test
    void boundsBelongToTheRangeAndBothSidesAreTold() {
        Constraint range = new Constraint.InRange("x", 0, 10, Tolerance.NONE, Severity.WARNING);

        Finding finding = check(range, numbers("x", 0, 10, -0.5, 99, NAN, 12));

        assertFinding(
                finding,
                Verdict.FAILED,
                "3 of 5 values (60 %) do not lie between 0 and 10: 1 below and 2 above, where the values go from -0.5 to"
                        + " 99; none is allowed");
        assertThat(finding.examples()).containsExactly(Example.of(3, "-0.5"), Example.of(4, "99"), Example.of(6, "12"));
        Constraint above = new Constraint.InRange("x", 0, Double.POSITIVE_INFINITY, Tolerance.NONE, Severity.WARNING);
        assertFinding(check(above, numbers("x", 0, 1e300)), Verdict.PASSED, "all of 2 values lie at or above 0");
    }

    @Test
    void aRangeFromASampleAllowsForValuesJustBeyondItsEnds() {
        Constraint sampled = new Constraint.InRange("x", 0, 1, reference(0, 100), Severity.WARNING);

        // 8 or more of 100 beyond two ends have a probability of 0.017, 9 or more of 0.009
        assertThat(check(sampled, runs("x", 92, 0.5, 8, 2)).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(check(sampled, runs("x", 91, 0.5, 9, 2)).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void unseenCategoriesAreNamedTheMostFrequentFirst() {
        Constraint known = new Constraint.InCategories("k", List.of("a", "b"), Tolerance.NONE, Severity.WARNING);

        Finding finding = check(known, words("k", "a", "x", "y", "y", null, "b"));

        assertFinding(
                finding,
                Verdict.FAILED,
                "3 of 5 values (60 %) are not among the 2 known categories: 'y', 'x'; none is allowed");
        assertThat(finding.examples()).containsExactly(Example.of(2, "x"), Example.of(3, "y"));
    }

    @Test
    void aCategoryTheReferenceMayHaveMissedPassesAndALargeOneFails() {
        Constraint known = new Constraint.InCategories("k", List.of("a"), reference(0, 1000), Severity.WARNING);

        Finding few = check(known, runs("k", 992, "a", 8, "b"));
        Finding many = check(known, runs("k", 985, "a", 15, "b"));

        assertThat(few.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(few.sentence()).contains("'b'").contains("would be within chance");
        assertThat(many.verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void manyNewCategoriesFailUnlessTheReferenceWasFullOfSingleOnes() {
        String[] values = new String[1000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i < 60 ? "new" + i : "a";
        }
        Constraint closed = new Constraint.InCategories("k", List.of("a"), reference(0, 1000), Severity.WARNING);
        Constraint open = new Constraint.InCategories("k", List.of("a"), reference(50, 1000), Severity.WARNING);

        assertThat(check(closed, words("k", values)).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(check(open, words("k", values)).verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void aConstantColumnFailsUnlessChanceMayHaveMadeItSo() {
        Constraint rule = new Constraint.NotConstant("x", 2, Optional.empty(), Severity.CRITICAL);
        Constraint sampled =
                new Constraint.NotConstant("x", 2, Optional.of(new ReferenceCount(20, 1000)), Severity.CRITICAL);

        assertFinding(check(rule, numbers("x", 4, 4, NAN)), Verdict.FAILED, "all of 2 values are the same: 4");
        assertFinding(check(rule, words("x", "a", "a")), Verdict.FAILED, "all of 2 values are the same: 'a'");
        assertFinding(check(rule, words("x", "a", "b")), Verdict.PASSED, "there are 2 different values");
        assertFinding(check(rule, numbers("x", 4)), Verdict.INCONCLUSIVE, "1 value cannot hold 2 different ones");
        Finding few = check(sampled, runs("x", 100, 1, 0, 0));
        assertThat(few.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(few.measured().rowsNeeded().orElseThrow()).isBetween(200L, 300L);
        assertThat(check(sampled, runs("x", 300, 1, 0, 0)).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void fewerDifferentValuesThanAskedForFail() {
        Constraint five = new Constraint.NotConstant("x", 5, Optional.empty(), Severity.WARNING);

        assertFinding(
                check(five, numbers("x", 1, 2, 3, 1, 2, 3)),
                Verdict.FAILED,
                "there are only 3 different values; at least 5 are expected");
        double[] many = new double[3000];
        for (int i = 0; i < many.length; i++) {
            many[i] = i;
        }
        assertFinding(check(five, numbers("x", many)), Verdict.PASSED, "there are more than 1 024 different values");
    }

    @Test
    void equalRowsAreDuplicatesWhateverTheOrderOfColumnsAndTheSignOfZero() {
        Constraint rows = new Constraint.NoDuplicates(List.of(), Tolerance.NONE, Severity.WARNING);
        QualityProfile profile = QualityProfile.create(ConstraintSet.of(List.of(rows)));
        profile.accept(Tables.of(numbers("x", 0.0, 1, NAN), words("k", "a", "b", null)));
        profile.accept(Tables.of(words("k", "a", "b", null), numbers("x", -0.0, 2, NAN)));

        Finding finding = QualityCheck.withDefaults().check(profile).findings().get(0);

        assertFinding(finding, Verdict.FAILED, "2 of 6 rows (33.3 %) repeat an earlier one; none is allowed");
        assertThat(finding.examples()).containsExactly(Example.of(4, "repeats row 1"), Example.of(6, "repeats row 3"));
    }

    @Test
    void aKeyWithAMissingPartRepeatsNothing() {
        Constraint key = new Constraint.NoDuplicates(List.of("a", "b"), Tolerance.NONE, Severity.WARNING);

        Finding finding = check(
                key,
                numbers("a", 1, 1, 1, NAN, NAN),
                words("b", "x", "x", "y", "x", "x"),
                numbers("other", 1, 2, 3, 4, 5));

        assertFinding(
                finding, Verdict.FAILED, "1 of 3 rows (33.3 %) repeat the 'a', 'b' of an earlier one; none is allowed");
        assertFinding(
                check(key, numbers("a", 1), numbers("other", 1)),
                Verdict.INCONCLUSIVE,
                "the column 'b' is not there, which is part of the key");
    }

    @Test
    void duplicatesAmongMoreRowsThanTheReferenceAreJudgedByPairs() {
        Constraint rows = new Constraint.NoDuplicates(List.of(), reference(1, 400), Severity.WARNING);

        // 1 among 400 rows is as much as 6 among 1000, where there are six times as many pairs
        assertThat(check(rows, repeating(1000, 20)).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(check(rows, repeating(1000, 120)).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(check(rows, repeating(400, 20)).verdict()).isEqualTo(Verdict.FAILED);
        Finding tooMany = check(rows, repeating(200_000, 60));
        assertThat(tooMany.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(tooMany.sentence()).contains("the reference is too small");
    }

    private static Table repeating(int rows, int duplicates) {
        double[] values = new double[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = i % (rows - duplicates);
        }
        return Tables.of(numbers("x", values));
    }

    @Test
    void duplicatesOfASampledTableAreInconclusiveInsideTheMargin() {
        Constraint none = new Constraint.NoDuplicates(List.of(), Tolerance.NONE, Severity.WARNING);
        Constraint some = new Constraint.NoDuplicates(List.of(), Tolerance.of(0.15), Severity.WARNING);
        Constraint half = new Constraint.NoDuplicates(List.of(), Tolerance.of(0.5), Severity.WARNING);

        assertThat(sampled(none, repeating(20_000, 0)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(sampled(none, repeating(20_000, 3000)).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(sampled(some, repeating(20_000, 3000)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(sampled(half, repeating(20_000, 3000)).verdict()).isEqualTo(Verdict.PASSED);
    }

    private static Finding sampled(Constraint constraint, Table table) {
        QualityProfile profile = QualityProfile.create(ConstraintSet.of(List.of(constraint)), 1024);
        profile.accept(table);
        return QualityCheck.withDefaults().check(profile).findings().get(0);
    }

    @Test
    void rowsAreCountedAgainstTheirBounds() {
        Constraint rows = new Constraint.Volume(3, 4, Severity.CRITICAL);

        assertFinding(check(rows, numbers("x", 1, 2)), Verdict.FAILED, "2 rows, 3 to 4 expected");
        assertThat(check(rows, numbers("x", 1, 2)).measured().allowed()).hasValue(3);
        assertFinding(check(rows, numbers("x", 1, 2, 3)), Verdict.PASSED, "3 rows, 3 to 4 expected");
        assertThat(check(rows, numbers("x", 1, 2, 3, 4, 5)).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void columnsMustBeThereAndOthersMustNot() {
        ConstraintSet set = ConstraintSet.of(List.of(
                new Constraint.NoUnexpectedColumns(List.of("note"), Severity.WARNING),
                new Constraint.Present("x", Severity.CRITICAL),
                new Constraint.InRange("x", 0, 1, Tolerance.NONE, Severity.WARNING)));
        Table table = Tables.of(numbers("y", 1), numbers("note", 1), numbers("a", 1));

        QualityReport report = QualityCheck.withDefaults().check(set, table);

        assertFinding(report.findings().get(0), Verdict.FAILED, "2 columns are not expected: 'a', 'y'");
        assertFinding(report.findings().get(1), Verdict.FAILED, "the column is not there");
        assertFinding(report.findings().get(2), Verdict.INCONCLUSIVE, "the column is not there");
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.failures(Severity.CRITICAL))
                .containsExactly(report.findings().get(1));
    }

    @Test
    void aColumnThatIsThereInSomeBlocksOnlyIsBroken() {
        QualityProfile profile =
                QualityProfile.create(ConstraintSet.of(List.of(new Constraint.Present("x", Severity.CRITICAL))));
        profile.accept(Tables.of(numbers("x", 1, 2, 3)));
        profile.accept(Tables.of(numbers("y", 1)));

        assertFinding(
                QualityCheck.withDefaults().check(profile).findings().get(0),
                Verdict.FAILED,
                "the column is not there in 1 of 4 rows (25 %)");
    }

    @Test
    void nothingIsClaimedOfATableWithoutRowsOrAColumnWithoutValues() {
        Constraint range = new Constraint.InRange("x", 0, 1, Tolerance.NONE, Severity.WARNING);
        Constraint known = new Constraint.InCategories("x", List.of("a"), Tolerance.NONE, Severity.WARNING);
        Constraint missing = new Constraint.NotMissing("x", Tolerance.NONE, Severity.WARNING);
        Constraint duplicates = new Constraint.NoDuplicates(List.of(), Tolerance.NONE, Severity.WARNING);

        assertFinding(check(range, numbers("x", NAN, NAN)), Verdict.INCONCLUSIVE, "the column has no value");
        assertFinding(check(known, words("x", null, null)), Verdict.INCONCLUSIVE, "the column has no value");
        assertFinding(check(missing, numbers("x")), Verdict.INCONCLUSIVE, "the column has no value");
        assertFinding(check(duplicates, numbers("x")), Verdict.INCONCLUSIVE, "there are no rows");
        assertThat(check(range, numbers("x", NAN)).measured().value()).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void valuesOfHiddenColumnsStayOutOfTheReport() {
        ConstraintSet set = ConstraintSet.of(List.of(
                new Constraint.InRange("x", 0, 1, Tolerance.NONE, Severity.WARNING),
                new Constraint.NotConstant("x", 2, Optional.empty(), Severity.WARNING),
                new Constraint.InCategories("k", List.of("a"), Tolerance.NONE, Severity.WARNING),
                new Constraint.NotConstant("k", 2, Optional.empty(), Severity.WARNING)));
        Table table = Tables.of(numbers("x", 777, 777), words("k", "secret", "secret"));

        QualityReport report =
                QualityCheck.withDefaults().withHiddenValues(Set.of("x", "k")).check(set, table);

        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.toText() + report.toJson()).doesNotContain("777").doesNotContain("secret");
        assertThat(report.findings().get(0).examples()).containsExactly(Example.empty(1), Example.empty(2));
    }

    @Test
    void refusesProfilesOfReferenceDataAndImpossibleRates() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QualityCheck.withDefaults().check(QualityProfile.create()))
                .withMessageContaining("created with constraints");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QualityCheck.withDefaults().withFalseAlarms(Double.NaN))
                .withMessageContaining("NaN");
    }
}
