package io.github.modelwarden.core.boosting;

import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Turns tables into feature matrices, the same way for every table. Columns are found by name. Fitted once, on the
 * reference; immutable afterwards.
 *
 * <ul>
 *   <li>A numeric column stays as it is, with NaN for missing.
 *   <li>A categorical column of at most {@value #ONE_HOT} categories becomes one column of 0 and 1 for each category,
 *       in alphabetical order, and a last one for every other value: missing or never seen before.
 *   <li>A categorical column of more categories becomes one column with the rank of the category by frequency, 0 for
 *       the most frequent, equal ones in alphabetical order. A category never seen before has the rank after the
 *       last, a missing value is NaN.
 * </ul>
 */
public final class FeatureEncoder {

    /** The most categories that get a column each. */
    public static final int ONE_HOT = 12;

    private final List<ColumnEncoding> encodings;

    private FeatureEncoder(List<ColumnEncoding> encodings) {
        this.encodings = encodings;
    }

    /**
     * Learns the categories of a table.
     *
     * @param reference the table
     * @param names the columns to encode, in this order
     * @param more tables with the same columns whose categories count too
     * @return the encoder
     * @throws IllegalArgumentException if no name is given, or a table lacks a column or has it with another type
     */
    public static FeatureEncoder fit(Table reference, List<String> names, Table... more) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException(
                    "feature encoder: expected the name of at least one column but got none");
        }
        List<ColumnEncoding> encodings = new ArrayList<>();
        for (String name : names) {
            List<Column> columns = new ArrayList<>();
            columns.add(reference.column(name));
            for (Table table : more) {
                columns.add(table.column(name));
            }
            encodings.add(ColumnEncoding.fit(columns));
        }
        return new FeatureEncoder(List.copyOf(encodings));
    }

    /**
     * Encodes a table.
     *
     * @param table a table with the columns that the encoder was fitted on, in any order; others are passed over
     * @return the features
     * @throws IllegalArgumentException if a column is missing or has another type
     */
    public FeatureMatrix encode(Table table) {
        List<String> names = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (ColumnEncoding encoding : encodings) {
            names.addAll(encoding.names());
            columns.addAll(Arrays.asList(encoding.encode(table)));
        }
        return FeatureMatrix.adopt(names, columns.toArray(double[][]::new));
    }

    /** {@return the names of the encoded table columns in order} */
    public List<String> features() {
        return encodings.stream().map(ColumnEncoding::feature).toList();
    }

    /**
     * Tells which columns of the matrix stand for which table column.
     *
     * @return for each column of the matrix the position of its table column in {@link #features()}
     */
    public int[] sources() {
        int[] sources =
                new int[encodings.stream().mapToInt(e -> e.names().size()).sum()];
        int column = 0;
        for (int feature = 0; feature < encodings.size(); feature++) {
            for (int i = 0; i < encodings.get(feature).names().size(); i++) {
                sources[column++] = feature;
            }
        }
        return sources;
    }

    /**
     * Adds up numbers of matrix columns by table column.
     *
     * @param perColumn one number for each column of the matrix, for example importances; not changed
     * @return one sum for each of {@link #features()}
     * @throws IllegalArgumentException if the number of columns differs
     */
    public double[] sumByFeature(double[] perColumn) {
        int[] sources = sources();
        if (perColumn.length != sources.length) {
            throw new IllegalArgumentException("feature encoder: expected " + sources.length
                    + " numbers, one a column of the matrix, but got " + perColumn.length);
        }
        double[] sums = new double[encodings.size()];
        for (int j = 0; j < perColumn.length; j++) {
            sums[sources[j]] += perColumn[j];
        }
        return sums;
    }
}
