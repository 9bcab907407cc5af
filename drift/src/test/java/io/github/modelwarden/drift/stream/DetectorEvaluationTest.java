package io.github.modelwarden.drift.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The delays are those of CapyMOA's tests. */
class DetectorEvaluationTest {

    private static List<TrueChange> changes(long... positions) {
        return Arrays.stream(positions).mapToObj(TrueChange::at).toList();
    }

    private static DetectorScore score(long maximumDelay, List<TrueChange> changes, long... alarms) {
        return DetectorEvaluation.withMaximumDelay(maximumDelay).evaluate(changes, alarms, 4_000);
    }

    @Test
    void theDelayIsThatOfTheFirstTrueAlarm() {
        DetectorScore score = score(200, changes(1_000, 2_000), 500, 1_200, 1_250, 2_100);
        assertThat(score.meanDelay()).hasValue(150);
        assertThat(score.normalizedDelay()).hasValue(0.75);
        assertThat(score.detected()).isEqualTo(2);
        assertThat(score.missed()).isZero();
        assertThat(score.alarms()).isEqualTo(4);
        assertThat(score.trueAlarms()).isEqualTo(2);
        assertThat(score.falseAlarms()).isEqualTo(2);
        assertThat(score.precision()).hasValue(0.5);
        assertThat(score.recall()).hasValue(1);
        assertThat(score.meanTimeBetweenFalseAlarms()).hasValue(750);
        assertThat(score.meanTimeRatio()).hasValue(5);
        assertThat(score.falseAlarmRate()).isEqualTo(0.0005);
    }

    @Test
    void aMissedChangeHasNoDelay() {
        DetectorScore score = score(100, changes(1_000, 2_000, 3_000), 1_020, 3_080);
        assertThat(score.meanDelay()).hasValue(50);
        assertThat(score.normalizedDelay()).hasValue(0.5);
        assertThat(score.missed()).isEqualTo(1);
        assertThat(score.missedRate()).hasValue(1.0 / 3);
    }

    @Test
    void undefinedFiguresAreEmpty() {
        DetectorScore none = score(50, changes(1_000), 5);
        assertThat(none.meanDelay()).isEmpty();
        assertThat(none.normalizedDelay()).isEmpty();
        assertThat(none.meanTimeBetweenFalseAlarms()).isEmpty();
        assertThat(none.meanTimeRatio()).isEmpty();
        assertThat(none.recall()).hasValue(0);
        DetectorScore silent = score(50, List.of());
        assertThat(silent.precision()).isEmpty();
        assertThat(silent.recall()).isEmpty();
    }

    @Test
    void bothEndsOfTheWindowCount() {
        assertThat(score(200, changes(1_000), 1_000).meanDelay()).hasValue(0);
        assertThat(score(200, changes(1_000), 1_200).normalizedDelay()).hasValue(1);
        assertThat(score(200, changes(1_000), 1_201).falseAlarms()).isEqualTo(1);
        assertThat(score(200, changes(1_000), 999).falseAlarms()).isEqualTo(1);
    }

    @Test
    void theDelayOfAGradualChangeCountsFromItsStart() {
        DetectorScore score = score(200, List.of(new TrueChange(1_000, 1_500)), 1_700);
        assertThat(score.meanDelay()).hasValue(700);
        assertThat(score.normalizedDelay()).hasValue(3.5);
    }

    @Test
    void anEarlyAlarmCountsOnRequest() {
        DetectorScore score = DetectorEvaluation.withMaximumDelay(200)
                .withMaximumEarliness(100)
                .evaluate(changes(1_000), new long[] {950}, 2_000);
        assertThat(score.meanDelay()).hasValue(-50);
        assertThat(score.normalizedDelay()).hasValue(-0.25);
    }

    @Test
    void anAlarmBelongsToTheEarliestChangeOnly() {
        DetectorScore score = score(500, changes(1_000, 1_200), 1_300);
        assertThat(score.detected()).isEqualTo(1);
        assertThat(score.meanDelay()).hasValue(300);
    }

    @Test
    void theBaselinesShowWhatASingleFigureHides() {
        double[] stream = new double[4_000];
        List<TrueChange> changes = changes(1_000, 2_000, 3_000);
        DetectorScore always = score(200, changes, ChangeDetectors.alarms(BaselineDetectors.alarmEvery(100), stream));
        DetectorScore never = score(200, changes, ChangeDetectors.alarms(BaselineDetectors.neverAlarm(), stream));
        assertThat(always.recall()).hasValue(1);
        assertThat(always.falseAlarms()).isGreaterThan(30);
        assertThat(never.recall()).hasValue(0);
        assertThat(never.falseAlarms()).isZero();
    }

    @Test
    void whatIsOutOfOrderOrOutsideIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score(10, changes(2_000, 1_000)))
                .withMessage(
                        "detector evaluation: expected changes in ascending order within 4000 values but got one at"
                                + " 1000 after 2000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score(10, List.of(), 7, 6))
                .withMessageContaining(
                        "expected alarms in ascending order within 4000 values but got one at 6 after 7");
        assertThatIllegalArgumentException().isThrownBy(() -> score(10, List.of(), 4_000));
        assertThatIllegalArgumentException().isThrownBy(() -> score(10, changes(4_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> score(0, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrueChange(5, 4))
                .withMessage(
                        "true change: expected 0 <= start <= end but got start 5 and end 4; positions count from 0");
    }
}
