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
        FeatureMatrix matrix = encoder.encode(reference)
                .select(referenceRows)
                .append(encoder.encode(current).select(currentRows));
        for (int column = 0; column < matrix.columnCount(); column++) {
            if (varies(matrix, column)) {
                return new PooledFeatures(encoder, matrix, referenceRows.length);
            }
        }
        throw new IllegalArgumentException("multivariate drift: every row, then and now, is the same in all of "
                + encoder.features() + ", so there is nothing to compare");
    }

    private static boolean varies(FeatureMatrix matrix, int column) {
        for (int row = 1; row < matrix.rowCount(); row++) {
            // doubles are compared by their bits, so that two missing values are the same
            if (Double.compare(matrix.value(row, column), matrix.value(0, column)) != 0) {
                return true;
            }
        }
        return false;
    }

    int currentCount() {
        return matrix.rowCount() - referenceCount;
    }
}
