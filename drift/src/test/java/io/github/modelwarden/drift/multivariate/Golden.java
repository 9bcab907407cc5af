package io.github.modelwarden.drift.multivariate;

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

    /** Coordinates, one array a dimension. */
    static double[][] columns(String name, int dimensions) {
        double[][] columns = new double[dimensions][];
        for (int k = 0; k < dimensions; k++) {
            columns[k] = numbers(name + k);
        }
        return columns;
    }

    /** Points, one array of coordinates each. */
    static double[][] points(String name, int dimensions) {
        double[][] columns = columns(name, dimensions);
        double[][] points = new double[columns[0].length][dimensions];
        for (int i = 0; i < points.length; i++) {
            for (int k = 0; k < dimensions; k++) {
                points[i][k] = columns[k][i];
            }
        }
        return points;
    }
}
