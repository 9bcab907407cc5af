package io.github.modelwarden.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    private static final long SEED = 20_240_105;

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "0,0",
                "42,42",
                "-7,-7",
                "+5,5",
                ".5,0.5",
                "5.,5",
                "-.25,-0.25",
                "1e5,100000",
                "1E+2,100",
                "-3.2E-4,-0.00032",
                " 12,12",
                "12 ,12",
                "'\t1.5 ',1.5",
                "1e999,Infinity",
                "-1e999,-Infinity",
                "1e-999,0",
                "007,7",
                "0.1234567890123456789,0.12345678901234568",
                "9007199254740993,9007199254740992"
            })
    void readsWhatProgramsPrint(String text, double expected) {
        assertThat(parsed(text)).isEqualTo(expected);
        assertThat(matches(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "abc",
                "1,000",
                "1 000",
                "12d",
                "12f",
                "1.5D",
                "0x1p3",
                "0x10",
                "-0X1.8p1",
                "NaN",
                "Infinity",
                "inf",
                "1e",
                "e5",
                "1e+",
                ".",
                "+",
                "-",
                "+.",
                "1.2.3",
                "--1",
                "1-",
                "1_000",
                "2024-01-05",
                "10:30",
                "1e5.5",
                "½",
                "１"
            })
    void takesNothingElseForANumber(String text) {
        assertThat(parsed(text)).isNaN();
        assertThat(matches(text)).isFalse();
    }

    @Test
    void lookingAndParsingAgreeOnAnyText() {
        SplittableRandom random = new SplittableRandom(SEED);
        String letters = "0123456789012345678901234567890123456789+-..eE xXdDfFnNpP_,";
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = 1 + random.nextInt(8); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(matches(text.toString()))
                    .as("seed %d: '%s'", SEED, text)
                    .isEqualTo(!Double.isNaN(parsed(text.toString())));
        }
    }

    @Test
    void agreesWithTheJdkOnEveryNumber() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 100_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            String text = i % 2 == 0 ? String.valueOf(number) : String.valueOf(random.nextDouble() - 0.5);
            if (Double.isFinite(number)) {
                assertThat(parsed(text)).as("seed %d: '%s'", SEED, text).isEqualTo(Double.parseDouble(text));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"inf", "Inf", "-inf", "+INF", "infinity", "-Infinity", "INFINITY"})
    void knowsWordsForInfinity(String text) {
        assertThat(NumberText.isInfinity(text.getBytes(UTF_8), 0, text.length()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "info", "in", "infinite", "nan", "1"})
    void takesNothingElseForInfinity(String text) {
        assertThat(NumberText.isInfinity(text.getBytes(UTF_8), 0, text.length()))
                .isFalse();
    }

    private static double parsed(String text) {
        byte[] bytes = ("9" + text + "9").getBytes(UTF_8);
        return NumberText.parse(bytes, 1, bytes.length - 1);
    }

    private static boolean matches(String text) {
        byte[] bytes = ("9" + text + "9").getBytes(UTF_8);
        return NumberText.matches(bytes, 1, bytes.length - 1);
    }
}
