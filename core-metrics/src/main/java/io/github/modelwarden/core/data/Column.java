package io.github.modelwarden.core.data;

/** A named column of values of one type. Immutable. */
public sealed interface Column permits NumericColumn, CategoricalColumn {

    /** {@return the column's name} */
    String name();

    /** {@return the number of rows} */
    int size();

    /**
     * Tells whether a value is missing.
     *
     * @param row row index from 0
     * @return true if the row has no value here
     */
    boolean isMissing(int row);

    /** {@return numeric or categorical} */
    FeatureType type();

    /**
     * Picks rows.
     *
     * @param rows row indices, in the order wanted; repeats allowed
     * @return a column of those rows
     */
    Column select(int[] rows);
}
