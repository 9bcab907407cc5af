package io.github.modelwarden.core.performance;

/**
 * The variance of an area under the ROC curve, in the part of each class.
 *
 * @param byPositives part that comes from the sampled positives
 * @param byNegatives part that comes from the sampled negatives
 * @param positives rows of the positive class, at least 2
 * @param negatives rows of the negative class, at least 2
 */
record AreaError(double byPositives, double byNegatives, double positives, double negatives) {

    /**
     * An interval on the log-odds scale, so that it stays between 0 and 1, with the degrees of freedom of two unequal
     * variances (Brunner and Munzel 2000). A perfect area has no spread in the sample; then the pairs that share no
     * row, as many as the smaller class has rows, are independent trials that were all won.
     */
    Estimate estimate(double area, double hidden, double confidence) {
        double variance = byPositives + byNegatives;
        long rows = (long) (positives + negatives);
        if (variance > 0 && area > 0 && area < 1) {
            double freedom = variance
                    * variance
                    / (byPositives * byPositives / (positives - 1) + byNegatives * byNegatives / (negatives - 1));
            double reach = Quantiles.reach(confidence, freedom) * Math.sqrt(variance) / (area * (1 - area));
            return Span.logit(area, reach)
                    .widened(hidden)
                    .within(0, 1)
                    .estimate(area, confidence, IntervalMethod.DELONG, rows);
        }
        if (area == 0 || area == 1) {
            long pairs = (long) Math.min(positives, negatives);
            return Span.wilson(area == 0 ? 0 : pairs, pairs, confidence)
                    .widened(hidden)
                    .within(0, 1)
                    .estimate(area, confidence, IntervalMethod.CONSERVATIVE, rows);
        }
        return Estimate.withoutBounds(area, confidence, rows);
    }
}
