package io.github.modelwarden.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigDurationsTest {

    @ParameterizedTest
    @CsvSource({
        "0s,PT0S",
        "0,PT0S",
        "500ms,PT0.5S",
        "5m,PT5M",
        "1h30m,PT1H30M",
        "1d,PT24H",
        "1w,PT168H",
        "PT5M,PT5M",
        "1m500ms,PT1M0.5S"
    })
    void parses(String text, Duration expected) {
        assertThat(ConfigDurations.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5 m", "m", "30m1h", "-5m", "PT-5M", "5min", "1.5h", "P"})
    void refusesWhatIsNotADuration(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ConfigDurations.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"PT0S,0s", "PT24H,24h", "PT48H,2d", "PT36H,36h", "PT90S,1m30s", "PT0.25S,250ms", "PT0.00001S,PT0.00001S"
    })
    void formats(Duration duration, String expected) {
        assertThat(ConfigDurations.format(duration)).isEqualTo(expected);
    }

    @Test
    void parsesWhatItFormats() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            Duration duration = Duration.ofMillis(random.nextLong(1L << (1 + random.nextInt(40))));
            assertThat(ConfigDurations.parse(ConfigDurations.format(duration))).isEqualTo(duration);
        }
    }
}
