package io.github.modelwarden.core.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Properties;
import org.assertj.core.data.Offset;

/** The vectors of {@code golden.properties}, which says where they come from. */
final class GoldenVectors {

    private static final String FILE = "/io/github/modelwarden/core/performance/golden/golden.properties";
    private static final Properties VECTORS = load();

    private GoldenVectors() {}

    private static Properties load() {
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(GoldenVectors.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of a family's vectors. */
    static List<String> names(String family) {
        return VECTORS.stringPropertyNames().stream()
                .filter(key -> key.startsWith(family + "."))
                .map(key -> key.split("\\.", -1)[1])
                .distinct()
                .sorted()
                .toList();
    }

    static boolean has(String key) {
        return VECTORS.containsKey(key);
    }

    static List<String> words(String key) {
        return List.of(Objects.requireNonNull(VECTORS.getProperty(key), key).split(",", -1));
    }

    static double[] numbers(String key) {
        return words(key).stream().mapToDouble(GoldenVectors::parsed).toArray();
    }

    static double number(String key) {
        return numbers(key)[0];
    }

    private static double parsed(String word) {
        return switch (word) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(word);
        };
    }

    static boolean[] flags(String key) {
        List<String> words = words(key);
        boolean[] flags = new boolean[words.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = words.get(i).equals("1");
        }
        return flags;
    }

    /** Asserts that a value is the vector's, and undefined where that is NaN or infinite. */
    static void assertValue(OptionalDouble actual, String key) {
        double expected = number(key);
        if (Double.isFinite(expected)) {
            assertThat(actual.isPresent()).as(key).isTrue();
            assertThat(actual.getAsDouble()).as(key).isCloseTo(expected, near(expected));
        } else {
            assertThat(actual.isPresent()).as(key).isFalse();
        }
    }

    static void assertValues(double[] actual, String key) {
        double[] expected = numbers(key);
        assertThat(actual).as(key).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i])
                    .as("%s[%d] of %s", key, i, Arrays.toString(actual))
                    .isCloseTo(expected[i], near(expected[i]));
        }
    }

    private static Offset<Double> near(double expected) {
        return Offset.offset(Math.max(number("tolerance.absolute"), number("tolerance.relative") * Math.abs(expected)));
    }
}
