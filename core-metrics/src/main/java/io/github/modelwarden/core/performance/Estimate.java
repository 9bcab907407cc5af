package io.github.modelwarden.core.performance;

import io.github.modelwarden.core.profile.Moments;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A measured value with the range that the true value lies in: an interval built this way covers the true value in
 * {@code confidence} of all samples, as far as rows are independent.
 *
 * @param value the value; finite. What is undefined has no estimate
 * @param lower lower bound, at most the value; empty without an interval
 * @param upper upper bound, at least the value, infinite if the data set no limit; empty without an interval
 * @param confidence the confidence level, above 0 and below 1
 * @param method how the bounds were found
 * @param sampleCount the rows (queries, for a ranking) that the value rests on, at least 1; for a ratio those of its
 *     denominator
 */
public record Estimate(
        double value,
        OptionalDouble lower,
        OptionalDouble upper,
        double confidence,
        IntervalMethod method,
        long sampleCount) {

    /** The confidence level of intervals unless another one is asked for. */
    public static final double USUAL_CONFIDENCE = 0.95;

    public Estimate {
        requireConfidence(confidence);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "estimate: expected a finite value but got " + value + "; what is undefined has no estimate");
        }
        boolean bounded = method != IntervalMethod.NONE;
        if (lower.isPresent() != bounded || upper.isPresent() != bounded) {
            throw new IllegalArgumentException("estimate: expected " + (bounded ? "two bounds" : "no bounds")
                    + " with the method " + method.word() + " but got " + lower + " and " + upper);
        }
        if (bounded && !(lower.getAsDouble() <= value && value <= upper.getAsDouble())) {
            throw new IllegalArgumentException("estimate: expected bounds around " + value + " but got "
                    + lower.getAsDouble() + " and " + upper.getAsDouble());
        }
        if (sampleCount < 1) {
            throw new IllegalArgumentException("estimate: expected at least 1 row but got " + sampleCount);
        }
    }

    /**
     * A proportion with its Wilson interval.
     *
     * @param hits rows that count
     * @param rows all rows
     * @param confidence the confidence level, above 0 and below 1
     * @return the estimate; empty without rows
     * @throws IllegalArgumentException if there are more hits than rows, or a number is out of range
     */
    public static Optional<Estimate> ofProportion(long hits, long rows, double confidence) {
        requireConfidence(confidence);
        if (hits < 0 || hits > rows) {
            throw new IllegalArgumentException(
                    "proportion: expected hits from 0 to the " + rows + " rows but got " + hits);
        }
        if (rows == 0) {
            return Optional.empty();
        }
        Span wilson = Span.wilson(hits, rows, confidence);
        return Optional.of(wilson.estimate((double) hits / rows, confidence, IntervalMethod.WILSON, rows));
    }

    /**
     * A mean with Student's interval. Its confidence is nominal for many rows or values near normal; with a few hundred
     * rows of a strongly skewed value it is lower.
     *
     * @param moments the values
     * @param confidence the confidence level, above 0 and below 1
     * @return the estimate; empty without values or if their mean overflows, without bounds for a single one or if
     *     their variance overflows
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public static Optional<Estimate> ofMean(Moments moments, double confidence) {
        requireConfidence(confidence);
        long n = moments.count();
        if (!Double.isFinite(moments.mean())) {
            return Optional.empty();
        }
        if (n == 1 || !Double.isFinite(moments.variance())) {
            return Optional.of(withoutBounds(moments.mean(), confidence, n));
        }
        double reach = Quantiles.reach(confidence, n - 1.0) * moments.standardDeviation() / Math.sqrt((double) n);
        return Optional.of(
                Span.around(moments.mean(), reach).estimate(moments.mean(), confidence, IntervalMethod.STUDENT_T, n));
    }

    /**
     * A value with the normal interval of a known standard error.
     *
     * @param value the value, finite
     * @param standardError its standard error, at least 0
     * @param confidence the confidence level, above 0 and below 1
     * @param sampleCount the rows that it rests on, at least 1
     * @return the estimate
     * @throws IllegalArgumentException if a number is out of range
     */
    public static Estimate ofNormal(double value, double standardError, double confidence, long sampleCount) {
        requireConfidence(confidence);
        if (!(standardError >= 0 && Double.isFinite(standardError))) {
            throw new IllegalArgumentException(
                    "estimate: expected a finite standard error of at least 0 but got " + standardError);
        }
        return Span.around(value, Quantiles.reach(confidence) * standardError)
                .estimate(value, confidence, IntervalMethod.NORMAL, sampleCount);
    }

    static Estimate withoutBounds(double value, double confidence, long sampleCount) {
        return new Estimate(
                value, OptionalDouble.empty(), OptionalDouble.empty(), confidence, IntervalMethod.NONE, sampleCount);
    }

    /**
     * Checks a confidence level.
     *
     * @param confidence the level
     * @return the level
     * @throws IllegalArgumentException if it is not above 0 and below 1
     */
    public static double requireConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "confidence level: expected a number above 0 and below 1, such as 0.95, but got " + confidence);
        }
        return confidence;
    }

    /**
     * Cuts the bounds off where the true value cannot lie.
     *
     * @param least the least possible value
     * @param most the greatest possible value
     * @return the estimate with bounds in that range
     */
    public Estimate within(double least, double most) {
        return rescaled(value, Math.max(least, lower.orElse(least)), Math.min(most, upper.orElse(most)));
    }

    /**
     * The same rows on another scale.
     *
     * @param newValue the value there
     * @param newLower the lower bound there
     * @param newUpper the upper bound there
     * @return the estimate there; without bounds if this has none
     */
    Estimate rescaled(double newValue, double newLower, double newUpper) {
        return method == IntervalMethod.NONE
                ? withoutBounds(newValue, confidence, sampleCount)
                : new Span(newLower, newUpper).estimate(newValue, confidence, method, sampleCount);
    }
}
