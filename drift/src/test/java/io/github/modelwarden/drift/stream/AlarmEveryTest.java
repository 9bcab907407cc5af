package io.github.modelwarden.drift.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AlarmEveryTest extends ChangeDetectorContract {

    @Override
    DetectionMethod method() {
        return BaselineDetectors.alarmEvery(300);
    }

    @Test
    void alarmsComeAtFixedIntervalsWhateverTheStream() {
        assertThat(ChangeDetectors.alarms(method(), new double[1_000])).containsExactly(299, 599, 899);
        assertThat(ChangeDetectors.alarms(BaselineDetectors.alarmEvery(1), Streams.values(1, 20)))
                .hasSize(20);
    }

    @Test
    void aPeriodBelowOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaselineDetectors.alarmEvery(0))
                .withMessageStartingWith("alarm_every: expected a period from 1 to ")
                .withMessageEndingWith(" but got 0");
    }
}
