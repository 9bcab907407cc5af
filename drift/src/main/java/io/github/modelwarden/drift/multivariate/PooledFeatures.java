package io.github.modelwarden.drift.multivariate;

import io.github.modelwarden.core.boosting.FeatureEncoder;
import io.github.modelwarden.core.boosting.FeatureMatrix;
import io.github.modelwarden.core.data.Table;

/**
 * Rows of two tables as one matrix, reference rows first.
 *
 * @param encoder how the tables were encoded, fitted on both
 * @param matrix the rows used
 * @param referenceCount how many of them are reference rows
 */
record PooledFeatures(FeatureEncoder encoder, FeatureMatrix matrix, int referenceCount) {

    static void requireRows(MultivariateTest test, Table reference, Table current) {
        if (reference.rowCount() < test.minimumRows() || current.rowCount() < test.minimumRows()) {
            throw new IllegalArgumentException(test.name() + ": expected at least " + test.minimumRows()
                    + " rows in each table but got " + reference.rowCount() + " reference and " + current.rowCount()
                    + " current rows");
        }
    }

    /** Encodes both tables and keeps the given rows of each, in their order. */
    static PooledFeatures of(Table reference, Table current, int[] referenceRows, int[] currentRows) {
        FeatureEncoder encoder = FeatureEncoder.fit(reference, reference.columnNames(), current);
        return new PooledFeatures(
                encoder,
                encoder.encode(reference)
                        .select(referenceRows)
                        .append(encoder.encode(current).select(currentRows)),
                referenceRows.length);
    }

    int currentCount() {
        return matrix.rowCount() - referenceCount;
    }
}
