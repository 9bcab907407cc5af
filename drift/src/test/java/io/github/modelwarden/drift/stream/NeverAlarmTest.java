package io.github.modelwarden.drift.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NeverAlarmTest extends ChangeDetectorContract {

    @Override
    DetectionMethod method() {
        return BaselineDetectors.neverAlarm();
    }

    @Test
    void nothingRaisesAnAlarm() {
        assertThat(ChangeDetectors.alarms(method(), stream())).isEmpty();
    }
}
