package io.github.modelwarden.core.quality;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** The vectors of {@code golden.properties}, which says where they come from. */
final class GoldenVectors {

    private static final String FILE = "/io/github/modelwarden/core/quality/golden/golden.properties";
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

    static List<String> names(String family) {
        return VECTORS.stringPropertyNames().stream()
                .filter(key -> key.startsWith(family + "."))
                .map(key -> family + "." + key.split("\\.", -1)[1])
                .distinct()
                .sorted()
                .toList();
    }

    static double[] numbers(String key) {
        return Arrays.stream(VECTORS.getProperty(key).split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    static double number(String key) {
        return Double.parseDouble(VECTORS.getProperty(key));
    }
}
