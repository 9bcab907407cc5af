package io.github.modelwarden.core.profile;

import io.github.modelwarden.core.binning.Binning;
import io.github.modelwarden.core.binning.CategoricalBinning;
import io.github.modelwarden.core.binning.NumericBinning;
import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.NumericColumn;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mergeable summary of one feature over reference-fixed bins.
 *
 * <p>Of a numeric feature: counts and sums by cell, from which the counts by bin follow; how many values lie outside the
 * reference range; moments, a quantile sketch and a distinct count; and the values themselves while they are few, if asked for.
 * Of a categorical feature: counts by bin, a distinct count, and the most frequent of the categories without a bin. Of both, if
 * values come with the model's score: the sum of the scores by bin.
 *
 * <p>{@link #combine} is associative and commutative, and {@code profile(A ∪ B) = combine(profile(A), profile(B))}: exactly
 * for everything that is counted, up to rounding for sums and moments, and within their stated bound for heavy hitters beyond
 * their capacity. An empty profile is its identity. What a type of feature does not have is empty. Not thread-safe.
 */
public final class FeatureProfile {

    private final String feature;
    private final Summary summary;
    private final ScoreSums scores;

    FeatureProfile(String feature, Summary summary, ScoreSums scores) {
        this.feature = feature;
        this.summary = summary;
        this.scores = scores;
    }

    /**
     * An empty profile that keeps no single values.
     *
     * @param feature the feature's name
     * @param binning the bins to count into
     * @return the profile
     */
    public static FeatureProfile create(String feature, Binning binning) {
        Summary summary = binning instanceof NumericBinning numeric
                ? NumericSummary.over(numeric, 0)
                : CategoricalSummary.over((CategoricalBinning) binning);
        return new FeatureProfile(Objects.requireNonNull(feature, "feature"), summary, new ScoreSums(binning.size()));
    }

    /**
     * This profile with single values kept.
     *
     * @param limit the most values that are kept, at least 0: with more, none are
     * @return an empty profile over the same bins
     * @throws IllegalStateException if this profile is not empty any more
     * @throws IllegalArgumentException if the limit is negative
     */
    public FeatureProfile keepingValues(long limit) {
        if (total() > 0) {
            throw new IllegalStateException("feature '" + feature + "': expected to keep values from the first on, but "
                    + total() + " are counted; start from an empty profile");
        }
        Summary empty = summary instanceof NumericSummary numeric
                ? NumericSummary.over(numeric.binning(), limit)
                : summary.empty();
        return new FeatureProfile(feature, empty, new ScoreSums(binning().size()));
    }

    /**
     * Counts a numeric value.
     *
     * @param value the value, finite; NaN counts as missing
     * @throws IllegalStateException if the feature is categorical
     * @throws IllegalArgumentException if the value is infinite; nothing is counted then
     */
    public void accept(double value) {
        accept(value, Double.NaN);
    }

    /**
     * Counts a numeric value together with the score that the model gave the row.
     *
     * @param value the value, finite; NaN counts as missing
     * @param score the score, finite; NaN if there is none
     * @throws IllegalStateException if the feature is categorical
     * @throws IllegalArgumentException if a number is infinite; nothing is counted then
     */
    public void accept(double value, double score) {
        if (!(summary instanceof NumericSummary numeric)) {
            throw new IllegalStateException(
                    "feature '" + feature + "' is categorical: expected a category but got " + value);
        }
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "feature '" + feature + "': expected a finite number or NaN for missing, but got " + value);
        }
        ScoreSums.requireScore(feature, score);
        scores.accept(numeric.accept(value), score);
    }

    /**
     * Counts a category.
     *
     * @param value the category; null counts as missing, an unknown one as {@code other}
     * @throws IllegalStateException if the feature is numeric
     */
    public void accept(@Nullable String value) {
        accept(value, Double.NaN);
    }

    /**
     * Counts a category together with the score that the model gave the row.
     *
     * @param value the category; null counts as missing, an unknown one as {@code other}
     * @param score the score, finite; NaN if there is none
     * @throws IllegalStateException if the feature is numeric
     * @throws IllegalArgumentException if the score is infinite; nothing is counted then
     */
    public void accept(@Nullable String value, double score) {
        if (!(summary instanceof CategoricalSummary categorical)) {
            throw new IllegalStateException(
                    "feature '" + feature + "' is numeric: expected a number but got a category");
        }
        ScoreSums.requireScore(feature, score);
        scores.accept(categorical.accept(value), score);
    }

    /** Counts a column of this feature's type, with the scores of the same rows if there are any. */
    void accept(Column column, @Nullable NumericColumn rowScores) {
        if (summary instanceof NumericSummary numeric) {
            numeric.accept((NumericColumn) column, rowScores, scores);
        } else {
            ((CategoricalSummary) summary).accept((CategoricalColumn) column, rowScores, scores);
        }
    }

    /**
     * Adds all that another profile has seen. Values are kept up to the smaller of the two limits.
     *
     * @param other a profile of the same feature over the same bins, not changed
     * @return this
     * @throws IllegalArgumentException if the feature or the bins differ
     */
    public FeatureProfile combine(FeatureProfile other) {
        requireCombinable(other);
        summary.combine(other.summary);
        scores.combine(other.scores);
        return this;
    }

    void requireCombinable(FeatureProfile other) {
        if (!feature.equals(other.feature) || !binning().equals(other.binning())) {
            throw new IllegalArgumentException("cannot combine the profile of '" + feature + "' over " + binning()
                    + " with that of '" + other.feature + "' over " + other.binning()
                    + ": only profiles of one feature over the same reference bins and cells add up");
        }
    }

    /** {@return a copy that no longer follows this profile} */
    public FeatureProfile copy() {
        ScoreSums copied = new ScoreSums(binning().size());
        copied.combine(scores);
        return new FeatureProfile(feature, summary.copy(), copied);
    }

    /** {@return an empty profile over the same bins that keeps as many values} */
    public FeatureProfile emptyCopy() {
        return new FeatureProfile(
                feature, summary.empty(), new ScoreSums(binning().size()));
    }

    /** {@return the feature's name} */
    public String feature() {
        return feature;
    }

    /** {@return the bins} */
    public Binning binning() {
        return summary.binning();
    }

    /** {@return a copy of the counts, in the order of {@link Binning#ids()}} */
    public long[] counts() {
        return summary.counts();
    }

    /** {@return the number of values seen, missing ones included} */
    public long total() {
        return summary.total();
    }

    /** {@return the number of missing values seen} */
    public long missing() {
        return summary.missing();
    }

    /** {@return a copy of the moments of the numeric values seen; empty for a categorical feature} */
    public Moments moments() {
        return summary instanceof NumericSummary numeric ? numeric.sketches.moments.copy() : Moments.create();
    }

    /** {@return a copy of the counts by cell of {@link NumericBinning}; none for a categorical feature} */
    public long[] cellCounts() {
        return summary instanceof NumericSummary numeric ? numeric.cellCounts() : new long[0];
    }

    /**
     * {@return the sums of the values by cell; none for a categorical feature. Cells on which every value lies at the upper
     * edge have the product of edge and count; a sum beyond the largest double is infinite}
     */
    public double[] cellSums() {
        return summary instanceof NumericSummary numeric ? numeric.cellSums() : new double[0];
    }

    /**
     * {@return whether every value seen equals the upper edge of its cell, so that the counts by cell are the exact
     * distribution; false for a categorical feature}
     */
    public boolean hasExactCells() {
        return summary instanceof NumericSummary numeric && numeric.hasExactCells();
    }

    /**
     * {@return how many values lie below the smallest reference value; they are counted in the first bin, too. 0 if the range
     * is not known, and for a categorical feature}
     */
    public long belowRange() {
        return summary instanceof NumericSummary numeric ? numeric.count(-1) : 0;
    }

    /**
     * {@return how many values lie above the largest reference value; they are counted in the last bin, too. 0 if the range
     * is not known, and for a categorical feature}
     */
    public long aboveRange() {
        return summary instanceof NumericSummary numeric ? numeric.count(1) : 0;
    }

    /**
     * {@return a copy of the quantiles of the numeric values seen; empty for a categorical feature, and if a part of the
     * values was profiled by a version that had no sketch}
     */
    public QuantileSketch quantiles() {
        return summary instanceof NumericSummary numeric && numeric.sketches.isComplete()
                ? numeric.sketches.quantiles().copy()
                : QuantileSketch.create();
    }

    /**
     * The value at a rank, from the sketch and the cells: the error is at most 1 % of the value and the width of a cell, and
     * there is none while every value lies on the edge of its cell.
     *
     * @param q share of the values that lie below, 0 to 1
     * @return the value at position ⌊q·(n − 1)⌋ of the present values in ascending order; NaN where {@link #quantiles()} is empty
     * @throws IllegalArgumentException if {@code q} is not between 0 and 1
     */
    public double quantile(double q) {
        return summary instanceof NumericSummary numeric
                ? numeric.quantile(q)
                : quantiles().quantile(q);
    }

    /**
     * {@return a copy of the count of distinct values, without missing; empty if a part of the values was profiled by a
     * version that did not count them}
     */
    public DistinctCount distinct() {
        if (summary instanceof NumericSummary numeric) {
            return numeric.sketches.isComplete() ? numeric.sketches.distinct().copy() : DistinctCount.create();
        }
        CategoricalSummary categorical = (CategoricalSummary) summary;
        return categorical.isComplete() ? categorical.distinct.copy() : DistinctCount.create();
    }

    /**
     * {@return a copy of the most frequent categories among those that were counted as {@code other}; empty for a numeric
     * feature}
     */
    public HeavyHitters heavyHitters() {
        return summary instanceof CategoricalSummary categorical ? categorical.others.copy() : HeavyHitters.create();
    }

    /**
     * {@return a copy of all numeric values seen, in no particular order; empty if they are not kept, were more than the
     * limit, or the feature is categorical}
     */
    public Optional<double[]> values() {
        return summary instanceof NumericSummary numeric ? numeric.sketches.kept.values() : Optional.empty();
    }

    /** {@return how many single values are kept, 0 if none are} */
    public long keptValues() {
        return summary instanceof NumericSummary numeric ? numeric.sketches.kept.kept() : 0;
    }

    /** {@return the sums of the scores that came with values, in the order of {@link Binning#ids()}} */
    public double[] scoreSums() {
        return scores.sums();
    }

    /** {@return how many scores each of {@link #scoreSums()} adds up} */
    public long[] scoredCounts() {
        return scores.counts();
    }

    Summary summary() {
        return summary;
    }

    ScoreSums scores() {
        return scores;
    }
}
