package io.github.modelwarden.core.performance;

import java.util.OptionalDouble;

/** A lower and an upper bound on the way to an estimate. */
record Span(double lower, double upper) {

    static Span around(double centre, double reach) {
        return new Span(centre - reach, centre + reach);
    }

    /** {@code (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²)) / (1 + z²/n)}. */
    static Span wilson(long hits, long rows, double confidence) {
        double z = Quantiles.reach(confidence);
        double p = (double) hits / rows;
        double square = z * z / rows;
        double centre = (p + square / 2) / (1 + square);
        double reach = Math.sqrt(square * p * (1 - p) + square * square / 4) / (1 + square);
        return new Span(hits == 0 ? 0 : centre - reach, hits == rows ? 1 : centre + reach);
    }

    /** {@code value·e^(∓ reach)} for a value above 0. */
    static Span log(double value, double reach) {
        return new Span(value * Math.exp(-reach), value * Math.exp(reach));
    }

    /** The values whose log-odds lie within a reach of those of a value between 0 and 1. */
    static Span logit(double value, double reach) {
        double odds = value / (1 - value);
        double low = odds * Math.exp(-reach);
        double high = odds * Math.exp(reach);
        return new Span(low / (1 + low), Double.isInfinite(high) ? 1 : high / (1 + high));
    }

    Span widened(double by) {
        return new Span(lower - by, upper + by);
    }

    Span within(double min, double max) {
        return new Span(Math.max(min, lower), Math.min(max, upper));
    }

    /** The bounds become those of an estimate; a value outside of them, by rounding or design, becomes a bound. */
    Estimate estimate(double value, double confidence, IntervalMethod method, long sampleCount) {
        return new Estimate(
                value,
                OptionalDouble.of(Math.min(lower, value)),
                OptionalDouble.of(Math.max(upper, value)),
                confidence,
                method,
                sampleCount);
    }
}
