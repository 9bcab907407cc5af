package io.github.modelwarden.core.estimation;

/**
 * A metric's value with its sampling error.
 *
 * @param value the value, finite
 * @param standardError standard deviation of the value over windows of this size, at least 0; the error of the model
 *     behind an estimate is not in it
 * @param rows rows that the value rests on
 */
public record Estimate(double value, double standardError, long rows) {

    public Estimate {
        if (!Double.isFinite(value) || !(standardError >= 0 && Double.isFinite(standardError)) || rows < 1) {
            throw new IllegalArgumentException(
                    "estimate: expected a finite value, a finite standard error of at least 0 and at least 1 row"
                            + " but got " + value + ", " + standardError + " and " + rows);
        }
    }

    /**
     * A band around the value. With 3 standard errors a value measured on the same rows lies in it nearly always, as
     * long as the estimate's assumptions hold.
     *
     * @param standardErrors half the width of the band, in standard errors, above 0
     * @return the band
     * @throws IllegalArgumentException if the width is not above 0 or the standard error is 0
     */
    public MetricBand band(double standardErrors) {
        return new MetricBand(value - standardErrors * standardError, value + standardErrors * standardError);
    }
}
