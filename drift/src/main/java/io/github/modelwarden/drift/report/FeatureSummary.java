package io.github.modelwarden.drift.report;

import io.github.modelwarden.core.profile.FeatureProfile;
import io.github.modelwarden.core.profile.Moments;
import java.util.OptionalDouble;

/**
 * One side of a comparison in a few numbers.
 *
 * @param rows rows, missing values included
 * @param missing rows without a value
 * @param mean mean of the numbers; empty for categories or without values
 * @param standardDeviation sample standard deviation of the numbers; empty with fewer than two
 * @param min smallest number; empty for categories or without values
 * @param max largest number; empty for categories or without values
 */
public record FeatureSummary(
        long rows,
        long missing,
        OptionalDouble mean,
        OptionalDouble standardDeviation,
        OptionalDouble min,
        OptionalDouble max) {

    /** A side without any row. */
    static final FeatureSummary NOTHING = new FeatureSummary(
            0, 0, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    static FeatureSummary of(FeatureProfile profile) {
        Moments moments = profile.moments();
        return new FeatureSummary(
                profile.total(),
                profile.missing(),
                finite(moments.mean()),
                finite(moments.standardDeviation()),
                finite(moments.min()),
                finite(moments.max()));
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** {@return the share of rows without a value, 0 without rows} */
    public double missingRatio() {
        return rows == 0 ? 0 : (double) missing / rows;
    }
}
