package io.github.modelwarden.drift;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.assertj.core.data.Offset;

/** The vectors of {@code golden.properties}, which says where they come from. */
public final class GoldenVectors {

    private static final String FILE = "/io/github/modelwarden/drift/golden/golden.properties";
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
    public static List<String> names(String family) {
        return VECTORS.stringPropertyNames().stream()
                .filter(key -> key.startsWith(family + "."))
                .map(key -> key.split("\\.", -1)[1])
                .distinct()
                .sorted()
                .toList();
    }

    /** A list of numbers. */
    public static double[] numbers(String key) {
        return Arrays.stream(text(key).split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** A list of counts. */
    public static long[] counts(String key) {
        return Arrays.stream(text(key).split(",", -1))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    /** Whether there is a value. */
    public static boolean has(String key) {
        return VECTORS.containsKey(key);
    }

    /** One number. */
    public static double number(String key) {
        return Double.parseDouble(text(key));
    }

    /** How far a result may lie from an expected value. */
    public static Offset<Double> near(double expected) {
        return Offset.offset(Math.max(number("tolerance.absolute"), number("tolerance.relative") * Math.abs(expected)));
    }

    private static String text(String key) {
        return Objects.requireNonNull(VECTORS.getProperty(key), key);
    }
}
