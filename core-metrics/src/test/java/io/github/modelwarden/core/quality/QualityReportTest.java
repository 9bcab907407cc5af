package io.github.modelwarden.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.core.data.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QualityReportTest {

    private static final ConstraintSet SET = ConstraintSet.of(List.of(
            new Constraint.NoDuplicates(List.of("k"), Tolerance.NONE, Severity.WARNING),
            new Constraint.NotMissing("x", Tolerance.NONE, Severity.CRITICAL),
            new Constraint.InRange("x", 0, 5, Tolerance.of(0, new ReferenceCount(0, 50)), Severity.WARNING),
            new Constraint.Present("gone", Severity.CRITICAL),
            new Constraint.NotMissing("gone", Tolerance.NONE, Severity.CRITICAL)));
    private static final Table TABLE =
            Tables.of(Tables.numbers("x", 1, Double.NaN, 9), Tables.words("k", "a", "b", "a"));
    private static final QualityReport REPORT = QualityCheck.withDefaults().check(SET, TABLE);

    @Test
    void textListsWhatFailedTheWorstFirst() {
        assertThat(REPORT.toText()).isEqualTo("""
                Data quality: failed. 3 rows, 5 constraints: 1 passed, 3 failed, 1 inconclusive.

                Failed, critical:
                  x, missing: 1 of 3 rows (33.3 %) have no value; none is allowed (row 2)
                  gone, present: the column is not there

                Failed, warning:
                  duplicates of 'k': 1 of 3 rows (33.3 %) repeat the 'k' of an earlier one; none is allowed (row 3 repeats row 1)

                Inconclusive:
                  gone, missing: the column is not there

                Passed, although not clean, as chance explains it: x, range (1 of 2).
                """);
    }

    @Test
    void jsonHoldsEveryFinding() {
        assertThat(REPORT.toJson()).startsWith("""
                {
                  "schema_version": 1,
                  "verdict": "failed",
                  "source": null,
                  "rows": 3,
                  "false_alarms": 0.01,
                  "passed": 1,
                  "inconclusive": 1,
                  "failed": 3,
                  "notes": [],
                  "findings": [
                    {
                      "constraint": "duplicates",
                      "column": null,
                      "key": ["k"],
                      "severity": "warning",
                      "verdict": "failed",
                      "measured": 0.3333333333333333,
                      "allowed": 0.0,
                      "count": 1,
                      "rows": 3,
                      "examples": [
                        {
                          "row": 3,
                          "value": "repeats row 1"
                        }
                      ],
                      "sentence": "1 of 3 rows (33.3 %) repeat the 'k' of an earlier one; none is allowed"
                    },
                """);
        assertThat(REPORT.toJson()).contains("\"verdict\": \"inconclusive\"", "\"rows_needed\": null", "\"row\": 2");
    }

    @Test
    void theVerdictIsTheWorstOfTheFindings() {
        assertThat(REPORT.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(new QualityReport(Optional.empty(), 3, 0.01, REPORT.findings(Verdict.INCONCLUSIVE), List.of())
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(new QualityReport(Optional.empty(), 3, 0.01, List.of(), List.of()).verdict())
                .isEqualTo(Verdict.PASSED);
        assertThat(REPORT.failures(Severity.WARNING)).hasSize(3);
        assertThat(REPORT.failures(Severity.CRITICAL)).hasSize(2);
    }

    @Test
    void longValuesAreCutInTextAndThousandsAreSetApart() {
        assertThat(Words.quoted("x".repeat(100))).hasSize(63).endsWith("…'");
        assertThat(Words.count(1_234_567)).isEqualTo("1 234 567");
        assertThat(Words.count(999)).isEqualTo("999");
        assertThat(Words.count(-1000)).isEqualTo("-1 000");
        assertThat(Words.percent(0.00012345)).isEqualTo("0.0123 %");
        assertThat(Words.percent(1)).isEqualTo("100 %");
        assertThat(Words.number(1.0 / 3)).isEqualTo("0.333333");
        assertThat(Words.names(List.of("a", "b", "c", "d", "e", "f", "g")))
                .isEqualTo("'a', 'b', 'c', 'd', 'e' and 2 more");
    }
}
