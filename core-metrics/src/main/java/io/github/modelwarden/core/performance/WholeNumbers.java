package io.github.modelwarden.core.performance;

import io.github.modelwarden.core.data.NumericColumn;
import java.util.Arrays;

/** The different values of columns, as long as they are few whole numbers. */
final class WholeNumbers {

    /** Whole numbers of at most this many values may be classes. */
    static final int MOST = 10;

    private final double[] values = new double[MOST];
    private int size;

    /** Adds a column's values; false as soon as one is no whole number, or they are too many. */
    boolean add(NumericColumn column) {
        for (int row = 0; row < column.size(); row++) {
            double value = column.value(row);
            if (!Double.isNaN(value) && (value != Math.rint(value) || !add(value))) {
                return false;
            }
        }
        return true;
    }

    private boolean add(double value) {
        for (int i = 0; i < size; i++) {
            if (values[i] == value) {
                return true;
            }
        }
        if (size == MOST) {
            return false;
        }
        values[size++] = value;
        return true;
    }

    /** Adds the values of others; false as soon as they are too many. */
    boolean addAll(WholeNumbers others) {
        for (int i = 0; i < others.size; i++) {
            if (!add(others.values[i])) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether there are none but 0 and 1} */
    boolean areFlags() {
        return Arrays.stream(values, 0, size).allMatch(value -> value == 0 || value == 1);
    }

    @Override
    public String toString() {
        return Arrays.stream(values, 0, size)
                .sorted()
                .mapToObj(value -> value == (long) value ? Long.toString((long) value) : Double.toString(value))
                .toList()
                .toString();
    }
}
