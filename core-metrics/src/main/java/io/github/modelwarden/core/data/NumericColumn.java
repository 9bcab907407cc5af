package io.github.modelwarden.core.data;

/** A column of numbers; NaN is missing. Immutable: the array is copied in and out. */
public final class NumericColumn implements Column {

    private final String name;
    private final double[] values;

    private NumericColumn(String name, double[] values) {
        this.name = name;
        this.values = values;
    }

    /**
     * Creates a column.
     *
     * @param name the column's name
     * @param values the values, copied; NaN is missing
     * @return the column
     * @throws IllegalArgumentException if a value is infinite
     */
    public static NumericColumn of(String name, double... values) {
        return adopt(name, values.clone());
    }

    /**
     * Creates a column without copying, for readers that fill arrays of their own.
     *
     * @param name the column's name
     * @param values the values, taken over: the caller must not change the array afterwards; NaN is missing
     * @return the column
     * @throws IllegalArgumentException if a value is infinite
     */
    public static NumericColumn adopt(String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (Double.isInfinite(values[i])) {
                throw new IllegalArgumentException("column '" + name + "', row " + i
                        + ": expected a finite number or NaN for missing, but got " + values[i]);
            }
        }
        return new NumericColumn(name, values);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return values.length;
    }

    /**
     * One value.
     *
     * @param row row index from 0
     * @return the value, NaN if missing
     */
    public double value(int row) {
        return values[row];
    }

    /** {@return a copy of all values, missing ones as NaN} */
    public double[] values() {
        return values.clone();
    }

    /** {@return the values that are there, in row order} */
    public double[] present() {
        double[] present = new double[values.length];
        int n = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                present[n++] = value;
            }
        }
        return java.util.Arrays.copyOf(present, n);
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(values[row]);
    }

    @Override
    public FeatureType type() {
        return FeatureType.NUMERIC;
    }

    @Override
    public NumericColumn select(int[] rows) {
        double[] picked = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return new NumericColumn(name, picked);
    }
}
