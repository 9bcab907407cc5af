package io.github.modelwarden.tabular;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK's parser is the judge. */
class DecimalTextTest {

    private static final long SEED = 754;
    private static final String BEFORE = "0.1234567890123456789,-9.5,.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "7",
                "-7",
                "-0",
                "0.0",
                "-0.0",
                "5.",
                ".5",
                "-.5",
                "12345678",
                "1234567.",
                "123456789",
                "12345678.9",
                "1234567.89",
                "1234567890123456",
                "0.30000000000000004",
                "1.234567890123456",
                "12345.678901234567",
                "-0.028422241315796",
                "9007199254740991",
                "0.0000000000000000",
                "999.9999999999999999"
            })
    void readsPlainDecimalsItself(String text) {
        assertThat(Double.doubleToRawLongBits(parsed(text)))
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                ".",
                "-.",
                "+5",
                "1e5",
                " 1",
                "1 ",
                "1.2.3",
                "--1",
                "1-2",
                "abc",
                "12a",
                "1/2",
                "1:2",
                "é1",
                "é",
                "1234567890.1234567.1",
                "1..2345678901234567",
                "0.1234567890123456789012345"
            })
    void leavesTheRestToOthers(String text) {
        assertThat(parsed(text)).isNaN();
    }

    @Test
    void agreesWithTheJdkOnDecimalsOfAnyShape() {
        SplittableRandom random = new SplittableRandom(SEED);
        int own = 0;
        int rounds = 300_000;
        for (int i = 0; i < rounds; i++) {
            own += check(decimal(random)) ? 1 : 0;
        }
        assertThat(own).isGreaterThan(rounds * 7 / 10);
    }

    private static String decimal(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> String.valueOf(random.nextDouble(-1_000, 1_000));
            case 1 -> BigDecimal.valueOf(random.nextLong(), random.nextInt(20)).toPlainString();
            default -> {
                String sign = random.nextBoolean() ? "-" : "";
                String point = random.nextInt(4) > 0 ? "." : "";
                yield sign + digits(random, random.nextInt(8)) + point + digits(random, random.nextInt(18));
            }
        };
    }

    private static String digits(SplittableRandom random, int length) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            digits.append(random.nextInt(3) == 0 ? 0 : random.nextInt(10));
        }
        return digits.toString();
    }

    /** Numbers half way between two doubles, and those next to them, are the hardest to round. */
    @Test
    void agreesWithTheJdkHalfWayBetweenDoubles() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 100_000; i++) {
            double number = random.nextLong(1L << 53, 1L << 59) / (double) (1L << random.nextInt(57));
            BigDecimal halfWay = new BigDecimal(number).add(new BigDecimal(Math.ulp(number) / 2));
            String text = halfWay.toPlainString();
            String digits = text.substring(0, Math.min(text.length(), 17 + random.nextInt(4)));
            check(digits);
            check(digits.substring(0, digits.length() - 1) + "1");
            check(text);
        }
    }

    @Test
    void takesNoTextThatTheJdkRefuses() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 300_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = 1 + random.nextInt(24); length > 0; length--) {
                text.append((char) (random.nextInt(12) == 0 ? random.nextInt(128) : '0' + random.nextInt(10)));
            }
            check(text.toString());
        }
    }

    /** Whether the text was read here, and not left to others. */
    private static boolean check(String text) {
        if (text.isEmpty()) {
            return false;
        }
        double number = parsed(text);
        if (Double.isNaN(number)) {
            return false;
        }
        if (Double.doubleToRawLongBits(number) != Double.doubleToRawLongBits(Double.parseDouble(text))) {
            assertThat(number).as("seed %d: '%s'", SEED, text).isEqualTo(Double.parseDouble(text));
        }
        return true;
    }

    private static double parsed(String text) {
        byte[] bytes = (BEFORE + text).getBytes(ISO_8859_1);
        return DecimalText.parse(bytes, BEFORE.length(), bytes.length);
    }
}
