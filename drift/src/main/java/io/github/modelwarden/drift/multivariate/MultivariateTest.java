package io.github.modelwarden.drift.multivariate;

import io.github.modelwarden.core.data.Table;

/**
 * A test of whether two tables come from the same law, all columns together. Implementations are immutable,
 * deterministic by their seed, and never change the tables.
 *
 * <p>Columns are matched by name; all columns of the reference are compared, others of the current table are passed
 * over. Categories and scales are learned from both tables together: learned from the reference alone, they would
 * make it look special and cause false alarms, for example by categories that happened to turn up only later.
 */
public sealed interface MultivariateTest permits MaximumMeanDiscrepancy, DomainClassifier, PcaReconstruction {

    /** {@return the statistic's name in results, for example {@code mmd2}} */
    String name();

    /** {@return the least number of rows that each table needs} */
    int minimumRows();

    /**
     * Compares two tables.
     *
     * @param reference the reference
     * @param current a table with at least the columns of the reference, of the same types
     * @return what was measured
     * @throws IllegalArgumentException if a table has too few rows, a column is missing or of another type, or no
     *     column varies
     */
    MultivariateResult test(Table reference, Table current);
}
