package io.github.modelwarden.core.performance;

import java.util.OptionalDouble;

/**
 * What became of the rows of a report.
 *
 * @param rows all rows
 * @param labeled those with a label
 * @param unpredicted labelled rows without a prediction; they count for the metrics of scores only
 * @param unscored labelled rows without a score; they count for the metrics of predictions only
 */
public record ReportedRows(long rows, long labeled, long unpredicted, long unscored) {

    /** {@return the share of rows with a label; empty without rows} */
    public OptionalDouble coverage() {
        return rows == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) labeled / rows);
    }
}
