package io.github.modelwarden.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.core.data.Column;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final QualityCheck CHECK = QualityCheck.withDefaults().at(NOW);

    private static Finding check(QualityCheck check, EpochUnit unit, Column column) {
        Constraint fresh =
                new Constraint.Fresh(Optional.of(column.name()), Duration.ofHours(2), unit, Severity.CRITICAL);
        return check.check(ConstraintSet.of(List.of(fresh)), Tables.of(column))
                .findings()
                .get(0);
    }

    private static Finding check(String... times) {
        return check(CHECK, EpochUnit.SECONDS, Tables.words("at", times));
    }

    @Test
    void theNewestTimeCounts() {
        Finding fresh = check("2026-03-10T08:00:00Z", "2026-03-10T10:30:00Z", "2026-03-01");

        assertThat(fresh.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(fresh.measured().value()).hasValue(5400);
        assertThat(fresh.measured().allowed()).hasValue(7200);
        assertThat(fresh.sentence())
                .isEqualTo("the newest event, of 2026-03-10T10:30:00Z, is 1 h 30 min old; at most 2 h are allowed");
        assertThat(check("2026-03-10T09:59:59Z").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(check("2026-03-10T10:00:00Z").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void aTimeFarInTheFutureIsNotFresh() {
        Finding future = check("2027-01-01");

        assertThat(future.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(future.sentence()).contains("lies 296 d 12 h in the future");
        assertThat(check("2026-03-10T12:01:00Z").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void readsIsoTimesWithAndWithoutZoneAndNumbersSince1970() {
        assertThat(check("2026-03-10 11:59:00").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(check("2026-03-10T11:59").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(check("2026-03-10T13:59:00+02:00").measured().value()).hasValue(60);
        assertThat(check("2026-03-10T06:59:00.5-05:00").measured().value()).hasValue(59.5);
        double seconds = NOW.getEpochSecond() - 30.5;
        assertThat(check(CHECK, EpochUnit.SECONDS, Tables.numbers("at", 0, seconds, Double.NaN))
                        .measured()
                        .value())
                .hasValue(30.5);
        assertThat(check(CHECK, EpochUnit.MILLISECONDS, Tables.numbers("at", seconds * 1000))
                        .measured()
                        .value())
                .hasValue(30.5);
        assertThat(check(CHECK, EpochUnit.SECONDS, Tables.numbers("at", seconds * 1000))
                        .sentence())
                .contains("in the future");
    }

    @Test
    void whatIsNoTimeIsCountedAndAloneInconclusive() {
        assertThat(check("soon", "2026-03-10T11:00:00Z", "2026-13-45", "2026").sentence())
                .endsWith("; 3 values could not be read as a time");
        Finding unknown = check("soon");
        assertThat(unknown.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(unknown.sentence())
                .isEqualTo("the time of the newest event is not known; 1 value could not be read as a time");
    }

    @Test
    void withoutTheTimeOfTheCheckNothingIsSaid() {
        Finding finding =
                check(QualityCheck.withDefaults(), EpochUnit.SECONDS, Tables.words("at", "2026-03-10T11:00:00Z"));

        assertThat(finding.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(finding.reason()).contains("the time of the check is not given");
    }

    @Test
    void theNewestEventMayBeAnArgument() {
        Constraint fresh =
                new Constraint.Fresh(Optional.empty(), Duration.ofHours(2), EpochUnit.SECONDS, Severity.WARNING);
        ConstraintSet set = ConstraintSet.of(List.of(fresh));
        var table = Tables.of(Tables.numbers("x", 1));

        assertThat(CHECK.withNewestEvent(NOW.minusSeconds(60)).check(set, table).verdict())
                .isEqualTo(Verdict.PASSED);
        assertThat(CHECK.withNewestEvent(NOW.minusSeconds(9000))
                        .check(set, table)
                        .verdict())
                .isEqualTo(Verdict.FAILED);
        assertThat(CHECK.check(set, table).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }
}
