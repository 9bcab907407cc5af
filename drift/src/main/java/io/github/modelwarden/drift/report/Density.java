package io.github.modelwarden.drift.report;

import java.util.List;

/**
 * The shape of a numeric feature then and now: shares of the values that are there, over bars of equal width. Values beyond
 * the outer bars are not drawn, so the shares can add up to less than 1.
 *
 * @param from lower end of the first bar
 * @param to upper end of the last bar, above {@code from}
 * @param reference share of the reference values in each bar
 * @param current share of the current values in each bar, as many
 */
public record Density(double from, double to, List<Double> reference, List<Double> current) {

    public Density {
        reference = List.copyOf(reference);
        current = List.copyOf(current);
        if (!(from < to) || reference.size() != current.size()) {
            throw new IllegalArgumentException(
                    "density: expected a range and as many reference as current bars but got " + from + " to " + to
                            + ", " + reference.size() + " and " + current.size() + " bars");
        }
    }
}
