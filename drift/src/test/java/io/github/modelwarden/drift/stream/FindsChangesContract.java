package io.github.modelwarden.drift.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What every detector keeps that looks at its stream: silence without a change, and an alarm soon after a large one. */
abstract class FindsChangesContract extends ChangeDetectorContract {

    /** Constants that it takes. */
    double[] constants() {
        return new double[] {0, 1};
    }

    /** The stream after a large change; before it stands {@link #before()}. */
    double[] after() {
        return Streams.errors(12, 2_000, 0.9);
    }

    double[] before() {
        return Streams.errors(11, 1_000, 0.1);
    }

    /** Most values from a large change to the alarm. */
    abstract int mostDelay();

    @Test
    void aConstantStreamRaisesNoAlarm() {
        for (double constant : constants()) {
            ChangeDetector detector = method().start();
            for (int i = 0; i < 10_000; i++) {
                assertThat(detector.accept(constant))
                        .as("value %d of constant %s", i, constant)
                        .isEqualTo(Signal.STABLE);
            }
            detector.estimate()
                    .ifPresent(estimate ->
                            assertThat(estimate).isCloseTo(constant, Offset.offset(1e-9 * (1 + Math.abs(constant)))));
        }
    }

    @Test
    void aLargeChangeIsFoundSoon() {
        long[] alarms = ChangeDetectors.alarms(method(), Streams.joined(before(), after()));
        long change = before().length;
        assertThat(Arrays.stream(alarms)
                        .filter(alarm -> alarm >= change)
                        .findFirst()
                        .orElse(Long.MAX_VALUE))
                .as("first alarm after the change, of %s", Arrays.toString(alarms))
                .isBetween(change, change + mostDelay());
    }
}
