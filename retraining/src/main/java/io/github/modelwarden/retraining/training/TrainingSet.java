package io.github.modelwarden.retraining.training;

import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.data.Table;

/** Labelled rows to learn from. Immutable: the labels are copied in and out. */
public final class TrainingSet {

    private final Schema schema;
    private final Table features;
    private final boolean[] positive;

    private TrainingSet(Schema schema, Table features, boolean[] positive) {
        this.schema = schema;
        this.features = features;
        this.positive = positive;
    }

    /**
     * Creates a training set.
     *
     * @param schema names, types and order of the features
     * @param features a column for each feature of the schema; other columns are passed over
     * @param positive which rows are positive, in row order
     * @return the set
     * @throws IllegalArgumentException if lengths differ or a feature has no column
     */
    public static TrainingSet of(Schema schema, Table features, boolean[] positive) {
        if (features.rowCount() != positive.length) {
            throw new IllegalArgumentException("training set of model '" + schema.model() + "': expected a label for"
                    + " each of the " + features.rowCount() + " rows but got " + positive.length);
        }
        schema.features().forEach(feature -> features.column(feature.name()));
        return new TrainingSet(schema, features, positive.clone());
    }

    /** {@return the schema} */
    public Schema schema() {
        return schema;
    }

    /** {@return the features} */
    public Table features() {
        return features;
    }

    /** {@return a copy of the labels} */
    public boolean[] positive() {
        return positive.clone();
    }

    /** {@return the number of rows} */
    public int rows() {
        return positive.length;
    }

    /** {@return the number of positive rows} */
    public int positives() {
        int count = 0;
        for (boolean isPositive : positive) {
            count += isPositive ? 1 : 0;
        }
        return count;
    }

    /**
     * Picks rows.
     *
     * @param rows row indices, in the order wanted
     * @return a set of those rows
     */
    public TrainingSet select(int... rows) {
        boolean[] picked = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = positive[rows[i]];
        }
        return new TrainingSet(schema, features.select(rows), picked);
    }
}
