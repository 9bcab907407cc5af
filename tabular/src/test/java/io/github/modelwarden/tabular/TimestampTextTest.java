package io.github.modelwarden.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-05",
                "1999-12-31",
                "2024-01-05T10:00",
                "2024-01-05 10:00",
                "2024-01-05T10:00:59",
                "2024-01-05 10:00:00.1",
                "2024-01-05T10:00:00,123456",
                "2024-01-05T10:00:00Z",
                "2024-01-05T10:00Z",
                "2024-01-05 10:00:00+01:00",
                "2024-01-05T10:00:00.123-0530",
                "2024-01-05 00:00:00+00"
            })
    void knowsDatesAndTimestamps(String text) {
        assertThat(matches(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024",
                "2024-01",
                "2024-13-05",
                "2024-00-05",
                "2024-01-32",
                "2024-01-00",
                "2024/01/05",
                "05-01-2024",
                "20240105",
                "2024-01-05T",
                "2024-01-05T10",
                "2024-01-05T10:0",
                "2024-01-05T25:00",
                "2024-01-05T10:60",
                "2024-01-05T10:00:61",
                "2024-01-05T10:00:00.",
                "2024-01-05T10:00:00Zx",
                "2024-01-05T10:00:00+1",
                "2024-01-05T10:00:00+01-00",
                "2024-01-05x10:00",
                "2024-01-05 and more",
                "10:00:00"
            })
    void takesNothingElseForOne(String text) {
        assertThat(matches(text)).isFalse();
    }

    private static boolean matches(String text) {
        byte[] bytes = ("2" + text + "2").getBytes(UTF_8);
        return TimestampText.matches(bytes, 1, bytes.length - 1);
    }
}
