package io.github.modelwarden.core.estimation;

/**
 * The values of a metric that raise no alert.
 *
 * @param lower lowest such value, finite
 * @param upper highest such value, finite, not below {@code lower}
 */
public record MetricBand(double lower, double upper) {

    private static final double STANDARD_DEVIATIONS = 3;

    public MetricBand {
        if (!(lower <= upper && Double.isFinite(lower) && Double.isFinite(upper))) {
            throw new IllegalArgumentException(
                    "metric band: expected finite bounds in order but got " + lower + " and " + upper);
        }
    }

    /**
     * Mean ± 3 standard deviations of a metric over chunks of the reference. The standard deviation is that of the
     * chunks themselves (divisor n). With few chunks the band is a rough one.
     *
     * @param chunks the metric's value on each chunk, at least 2; not changed
     * @return the band
     * @throws IllegalArgumentException if there are fewer than 2 chunks or a value is not finite
     */
    public static MetricBand ofReferenceChunks(double[] chunks) {
        if (chunks.length < 2) {
            throw new IllegalArgumentException("metric band: expected at least 2 reference chunks but got "
                    + chunks.length + "; use smaller chunks or more reference rows");
        }
        double mean = 0;
        for (double chunk : chunks) {
            mean += chunk / chunks.length;
        }
        double squares = 0;
        for (double chunk : chunks) {
            squares += (chunk - mean) * (chunk - mean);
        }
        double spread = STANDARD_DEVIATIONS * Math.sqrt(squares / chunks.length);
        return new MetricBand(mean - spread, mean + spread);
    }

    /**
     * Cuts the band down to the range of the metric.
     *
     * @param least the metric's least value
     * @param greatest the metric's greatest value
     * @return the part of the band inside the range
     * @throws IllegalArgumentException if the band lies outside the range
     */
    public MetricBand clip(double least, double greatest) {
        return new MetricBand(Math.max(lower, least), Math.min(upper, greatest));
    }

    /**
     * Tells whether a value raises no alert.
     *
     * @param value a value of the metric
     * @return true if it lies in the band, bounds included; false for NaN
     */
    public boolean contains(double value) {
        return value >= lower && value <= upper;
    }
}
