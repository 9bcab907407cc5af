package io.github.modelwarden.core.estimation;

import io.github.modelwarden.core.performance.Estimate;

/**
 * What a metric is expected to be.
 *
 * @param value the expected value, finite
 * @param standardError standard deviation of what will be measured, over windows of this size, at least 0
 * @param rows rows that the value rests on
 */
record Expected(double value, double standardError, long rows) {

    Expected {
        if (!Double.isFinite(value) || !(standardError >= 0 && Double.isFinite(standardError)) || rows < 1) {
            throw new IllegalArgumentException(
                    "expected metric: expected a finite value, a finite standard error of at least 0 and at least 1 row"
                            + " but got " + value + ", " + standardError + " and " + rows);
        }
    }

    /** The estimate of a metric that lies in a range. */
    Estimate within(double least, double most, double confidence) {
        return Estimate.ofNormal(value, standardError, confidence, rows).within(least, most);
    }
}
