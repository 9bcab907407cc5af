package io.github.modelwarden.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How much each category holds on both sides, over the union of their categories.
 */
final class CategoryMasses {

    private final List<String> names;
    private final double[] reference;
    private final double[] current;

    CategoryMasses(List<String> names, double[] reference, double[] current) {
        this.names = names;
        this.reference = reference;
        this.current = current;
    }

    List<String> names() {
        return names;
    }

    double[] reference() {
        return reference;
    }

    double[] current() {
        return current;
    }

    /** Counts two lists of categories; missing values are left out. */
    static CategoryMasses count(List<@Nullable String> reference, List<@Nullable String> current) {
        Map<String, double[]> masses = new TreeMap<>();
        count(masses, reference, 0);
        count(masses, current, 1);
        return of(masses);
    }

    private static void count(Map<String, double[]> masses, List<@Nullable String> cells, int side) {
        for (String cell : cells) {
            if (cell != null) {
                masses.computeIfAbsent(cell, c -> new double[2])[side]++;
            }
        }
    }

    /** Masses given by category, or by position for lists. */
    static CategoryMasses of(JsonNode reference, JsonNode current) {
        if (reference.isArray() && current.isArray() && reference.size() != current.size()) {
            throw new IllegalArgumentException("expected counts over the same categories but got " + reference.size()
                    + " of the reference and " + current.size() + " current ones");
        }
        Map<String, double[]> masses = reference.isArray() ? new LinkedHashMap<>() : new TreeMap<>();
        add(masses, reference, 0);
        add(masses, current, 1);
        return of(masses);
    }

    private static void add(Map<String, double[]> masses, JsonNode side, int index) {
        if (!side.isArray() && !side.isObject()) {
            throw new IllegalArgumentException("expected counts by category or a list of counts but got " + side);
        }
        if (side.isObject()) {
            side.forEachEntry((name, value) -> masses.computeIfAbsent(name, c -> new double[2])[index] = mass(value));
        } else {
            for (int i = 0; i < side.size(); i++) {
                masses.computeIfAbsent(Integer.toString(i), c -> new double[2])[index] = mass(side.get(i));
            }
        }
    }

    private static double mass(JsonNode value) {
        if (!value.isNumber()) {
            throw new IllegalArgumentException("expected a count but got " + value);
        }
        return value.asDouble();
    }

    private static CategoryMasses of(Map<String, double[]> masses) {
        return new CategoryMasses(
                new ArrayList<>(masses.keySet()),
                masses.values().stream().mapToDouble(m -> m[0]).toArray(),
                masses.values().stream().mapToDouble(m -> m[1]).toArray());
    }

    /** The counts of a side as whole numbers. */
    static long[] whole(double[] masses) {
        long[] counts = new long[masses.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (long) masses[i];
            if (counts[i] != masses[i]) {
                throw new IllegalArgumentException("expected whole counts of rows but got " + masses[i]);
            }
        }
        return counts;
    }

    long[] referenceCounts() {
        return whole(reference);
    }

    long[] currentCounts() {
        return whole(current);
    }

    double[][] table() {
        return new double[][] {reference, current};
    }
}
