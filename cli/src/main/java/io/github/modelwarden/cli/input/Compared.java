package io.github.modelwarden.cli.input;

import io.github.modelwarden.drift.report.Comparison;
import java.util.LinkedHashMap;
import java.util.Map;

/** Two sides as the drift test takes them. */
public final class Compared {

    private Compared() {}

    /**
     * Puts two sides together.
     *
     * @param reference the reference side
     * @param current the current side
     * @param withRows whether single rows are needed; they are drawn at random from large tables, and profiles have none
     * @return the comparison
     */
    public static Comparison of(Reference reference, Current current, boolean withRows) {
        Map<String, String> unusable = new LinkedHashMap<>(current.problems());
        unusable.putAll(reference.problems());
        Comparison comparison =
                Comparison.of(reference.baseline(), current.profile()).withUnusable(unusable);
        return withRows && reference.file().isPresent() && current.file().isPresent()
                ? comparison.withRows(
                        RowSample.of(reference.file().get()),
                        RowSample.of(current.file().get()))
                : comparison;
    }
}
