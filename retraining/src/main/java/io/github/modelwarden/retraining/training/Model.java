package io.github.modelwarden.retraining.training;

import io.github.modelwarden.core.data.Row;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.data.Table;

/** A trained binary classifier. Implementations are immutable and thread-safe. */
public interface Model {

    /** {@return what trained it, for example {@code tribuo-logistic}; the value of the metric label {@code framework}} */
    String framework();

    /** {@return the schema of the rows it scores} */
    Schema schema();

    /**
     * Scores one row. Missing and unseen values are scored, never refused.
     *
     * @param row a row of {@link #schema()}
     * @return the estimated probability of the positive class, 0 to 1
     */
    double score(Row row);

    /** {@return the decision threshold: scores from here on are predicted positive} */
    double threshold();

    /**
     * The decision for a score.
     *
     * @param score a score of this model
     * @return true if the positive class is predicted
     */
    default boolean isPositive(double score) {
        return score >= threshold();
    }

    /**
     * The word predicted for a score.
     *
     * @param score a score of this model
     * @return the schema's word for the positive or the negative class
     */
    default String label(double score) {
        return schema().label().word(isPositive(score));
    }

    /**
     * Predicts one row.
     *
     * @param row a row of {@link #schema()}
     * @return the schema's word for the predicted class
     */
    default String predict(Row row) {
        return label(score(row));
    }

    /**
     * Scores a table.
     *
     * @param table the rows; features the table lacks are missing
     * @return one score a row, in row order
     */
    default double[] scores(Table table) {
        double[] scores = new double[table.rowCount()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = score(table.row(schema(), i));
        }
        return scores;
    }
}
