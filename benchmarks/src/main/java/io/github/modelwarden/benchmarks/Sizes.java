package io.github.modelwarden.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * How many rows are compared.
 *
 * @param reference reference rows
 * @param current current rows
 */
record Sizes(int reference, int current) {

    /** {@return every pair of some numbers of rows} */
    static List<Sizes> pairs(int... rows) {
        List<Sizes> pairs = new ArrayList<>();
        for (int reference : rows) {
            for (int current : rows) {
                pairs.add(new Sizes(reference, current));
            }
        }
        return pairs;
    }

    int total() {
        return reference + current;
    }

    int largest() {
        return Math.max(reference, current);
    }

    /** {@return the sizes as the end of a cell's name} */
    String path() {
        return reference + "/" + current;
    }

    /** {@return the sizes in a table} */
    String title() {
        return Page.rows(reference) + ", " + Page.rows(current);
    }
}
