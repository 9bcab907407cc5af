package io.github.modelwarden.core.boosting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Named columns of numbers, stored column by column; NaN is missing. Immutable: arrays are copied in and out. */
public final class FeatureMatrix {

    private final List<String> names;
    private final double[][] columns;
    private final int rowCount;

    private FeatureMatrix(List<String> names, double[][] columns, int rowCount) {
        this.names = names;
        this.columns = columns;
        this.rowCount = rowCount;
    }

    /**
     * Creates a matrix.
     *
     * @param names the names of the columns
     * @param columns the values, {@code columns[j][i]} in column j and row i; copied; NaN is missing
     * @return the matrix
     * @throws IllegalArgumentException if there is no column, names and columns differ in number, columns differ in
     *     length, or a value is infinite
     */
    public static FeatureMatrix of(List<String> names, double[][] columns) {
        double[][] copies = new double[columns.length][];
        for (int j = 0; j < columns.length; j++) {
            copies[j] = columns[j].clone();
        }
        return adopt(names, copies);
    }

    /** As {@link #of}, without copying the arrays. */
    static FeatureMatrix adopt(List<String> names, double[][] columns) {
        if (columns.length == 0 || names.size() != columns.length) {
            throw new IllegalArgumentException(
                    "feature matrix: expected at least one column and a name for each but got " + columns.length
                            + " columns and " + names.size() + " names");
        }
        for (int j = 0; j < columns.length; j++) {
            if (columns[j].length != columns[0].length) {
                throw new IllegalArgumentException("feature matrix: column '" + names.get(j) + "' has "
                        + columns[j].length + " rows where the first has " + columns[0].length);
            }
            for (int i = 0; i < columns[j].length; i++) {
                if (Double.isInfinite(columns[j][i])) {
                    throw new IllegalArgumentException("feature matrix: column '" + names.get(j) + "', row " + i
                            + ": expected a finite number or NaN for missing but got " + columns[j][i]);
                }
            }
        }
        return new FeatureMatrix(List.copyOf(names), columns, columns[0].length);
    }

    /** {@return the number of rows} */
    public int rowCount() {
        return rowCount;
    }

    /** {@return the number of columns} */
    public int columnCount() {
        return columns.length;
    }

    /** {@return the names of the columns in order} */
    public List<String> names() {
        return names;
    }

    /**
     * One value.
     *
     * @param row row index from 0
     * @param column column index from 0
     * @return the value, NaN if missing
     */
    public double value(int row, int column) {
        return columns[column][row];
    }

    /**
     * One column.
     *
     * @param column column index from 0
     * @return a copy of its values, missing ones as NaN
     */
    public double[] column(int column) {
        return columns[column].clone();
    }

    /**
     * Picks rows.
     *
     * @param rows row indices, in the order wanted; repeats allowed
     * @return a matrix of those rows
     */
    public FeatureMatrix select(int... rows) {
        double[][] picked = new double[columns.length][rows.length];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < rows.length; i++) {
                picked[j][i] = columns[j][rows[i]];
            }
        }
        return new FeatureMatrix(names, picked, rows.length);
    }

    /**
     * Puts the rows of another matrix below these.
     *
     * @param below a matrix with the same columns
     * @return the rows of both
     * @throws IllegalArgumentException if the names of the columns differ
     */
    public FeatureMatrix append(FeatureMatrix below) {
        requireNames(below.names, names);
        double[][] stacked = new double[columns.length][];
        for (int j = 0; j < columns.length; j++) {
            stacked[j] = Arrays.copyOf(columns[j], rowCount + below.rowCount);
            System.arraycopy(below.columns[j], 0, stacked[j], rowCount, below.rowCount);
        }
        return new FeatureMatrix(names, stacked, rowCount + below.rowCount);
    }

    /**
     * Puts one more column to the right of these.
     *
     * @param name the name of the new column
     * @param values its values, one a row; copied; NaN is missing
     * @return a matrix with one column more
     * @throws IllegalArgumentException if the number of values differs from the number of rows, or one is infinite
     */
    public FeatureMatrix with(String name, double[] values) {
        List<String> allNames = new ArrayList<>(names);
        allNames.add(name);
        double[][] all = Arrays.copyOf(columns, columns.length + 1);
        all[columns.length] = values.clone();
        return adopt(allNames, all);
    }

    /** The values of a column themselves; must not be changed. */
    double[] raw(int column) {
        return columns[column];
    }

    static void requireNames(List<String> got, List<String> wanted) {
        if (!got.equals(wanted)) {
            throw new IllegalArgumentException("feature matrix: expected the columns " + wanted
                    + " in this order but got " + got + "; encode both with the same encoder");
        }
    }
}
