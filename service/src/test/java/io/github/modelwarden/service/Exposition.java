package io.github.modelwarden.service;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A scraped text exposition. */
record Exposition(List<String> lines) {

    static Exposition of(String text) {
        return new Exposition(text.lines().toList());
    }

    /** The families, as their TYPE lines name them. */
    Set<String> families() {
        return lines.stream()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.substring("# TYPE ".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean hasSeries(String name) {
        return lines.stream().anyMatch(line -> line.startsWith(name + "{") || line.startsWith(name + " "));
    }

    /** The sum of a metric's series that carry all the given {@code name="value"} labels. */
    double value(String name, String... labels) {
        return lines.stream()
                .filter(line -> line.startsWith(name + "{"))
                .filter(line -> Arrays.stream(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
