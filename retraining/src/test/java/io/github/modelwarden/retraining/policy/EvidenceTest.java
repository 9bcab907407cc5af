package io.github.modelwarden.retraining.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private static final Instant FROM = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant TO = Instant.parse("2026-03-01T13:00:00.123456789Z");

    private static Evidence evidence(@Nullable Double value, @Nullable Double threshold, String text) {
        return new Evidence("performance.f1", value, threshold, 420, FROM, TO, text);
    }

    private static void assertSurvives(Evidence evidence) {
        assertThat(evidence.toText()).doesNotContain("\n", "\r");
        assertThat(Evidence.parse(evidence.toText())).isEqualTo(evidence);
    }

    @Test
    void theLineIsReadableAndFixed() {
        assertThat(evidence(0.7125, null, "f1 fell").toText())
                .isEqualTo("performance.f1 value=0.7125 threshold=null n=420 from=2026-03-01T12:00:00Z"
                        + " to=2026-03-01T13:00:00.123456789Z: f1 fell");
    }

    @Test
    void everyFactSurvivesTheRoundTrip() {
        Random random = new Random(5);
        for (String text : List.of(
                "", "f1: 0.6 n=3 value=2", "two\nlines\r\nand more", "C:\\new\\rows\\", " padded ", "größer ≥ 1: ja")) {
            assertSurvives(evidence(null, null, text));
            assertSurvives(evidence(random.nextGaussian() * 1e9, random.nextGaussian() * 1e-9, text));
            assertSurvives(evidence(-0.0, Double.MIN_VALUE, text));
        }
    }

    @Test
    void aLineOfAnotherFormIsRefusedWithWhatIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evidence.parse("asked by ann"))
                .withMessage(
                        "evidence: expected ' value=' behind character 0 but got 'asked by ann'; only what toText()"
                                + " wrote can be read back");
        for (String from : List.of("value=0.7125", "n=420", "12:00:00Z")) {
            String damaged = evidence(0.7125, null, "f1 fell").toText().replace(from, from.charAt(0) + "=x");
            assertThatIllegalArgumentException().as(damaged).isThrownBy(() -> Evidence.parse(damaged));
        }
    }

    @Test
    void aSignalIsOneWord() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evidence("my signal", null, null, 0, FROM, TO, "text"))
                .withMessageContaining("expected a signal of one word");
    }
}
