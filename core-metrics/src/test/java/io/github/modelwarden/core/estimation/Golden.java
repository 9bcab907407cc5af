package io.github.modelwarden.core.estimation;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;

/** The vectors of {@code golden.properties}, which says where they come from. */
final class Golden {

    private static final Properties VECTORS = load();

    private Golden() {}

    private static Properties load() {
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Golden.class.getResourceAsStream("golden.properties")),
                StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] numbers(String key) {
        return Arrays.stream(VECTORS.getProperty(key).split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    static double number(String key) {
        return numbers(key)[0];
    }

    static int[] classes(String key) {
        return Arrays.stream(numbers(key)).mapToInt(c -> (int) c).toArray();
    }

    static boolean[] labels(String key) {
        return Labels.of(numbers(key));
    }
}
