package io.github.modelwarden.core.profile;

import io.github.modelwarden.core.binning.Binning;
import io.github.modelwarden.core.binning.CategoricalBinning;
import io.github.modelwarden.core.binning.NumericBinning;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The mergeable summary of one feature: counts over reference-fixed bins, and moments for a numeric feature.
 *
 * <p>{@link #combine} is associative and commutative on the counts, and {@code profile(A ∪ B) = combine(profile(A),
 * profile(B))}; an empty profile is its identity. Not thread-safe.
 */
public final class FeatureProfile {

    private final String feature;
    private final Binning binning;
    private final long[] counts;
    private final Moments moments;

    FeatureProfile(String feature, Binning binning, long[] counts, Moments moments) {
        this.feature = feature;
        this.binning = binning;
        this.counts = counts;
        this.moments = moments;
    }

    /**
     * An empty profile.
     *
     * @param feature the feature's name
     * @param binning the bins to count into
     * @return the profile
     */
    public static FeatureProfile create(String feature, Binning binning) {
        return new FeatureProfile(
                Objects.requireNonNull(feature, "feature"), binning, new long[binning.size()], Moments.create());
    }

    /**
     * Counts a numeric value.
     *
     * @param value the value, finite; NaN counts as missing
     * @throws IllegalStateException if the feature is categorical
     * @throws IllegalArgumentException if the value is infinite; nothing is counted then
     */
    public void accept(double value) {
        if (!(binning instanceof NumericBinning numeric)) {
            throw new IllegalStateException(
                    "feature '" + feature + "' is categorical: expected a category but got " + value);
        }
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "feature '" + feature + "': expected a finite number or NaN for missing, but got " + value);
        }
        counts[numeric.index(value)]++;
        moments.accept(value);
    }

    /**
     * Counts a category.
     *
     * @param value the category; null counts as missing, an unknown one as {@code other}
     * @throws IllegalStateException if the feature is numeric
     */
    public void accept(@Nullable String value) {
        if (!(binning instanceof CategoricalBinning categorical)) {
            throw new IllegalStateException(
                    "feature '" + feature + "' is numeric: expected a number but got a category");
        }
        counts[categorical.index(value)]++;
    }

    /**
     * Adds all that another profile has seen.
     *
     * @param other a profile of the same feature over the same bins, not changed
     * @return this
     * @throws IllegalArgumentException if the feature or the bins differ
     */
    public FeatureProfile combine(FeatureProfile other) {
        if (!feature.equals(other.feature) || !binning.equals(other.binning)) {
            throw new IllegalArgumentException("cannot combine the profile of '" + feature + "' over " + binning
                    + " with that of '" + other.feature + "' over " + other.binning
                    + ": only profiles of one feature over the same reference bins add up");
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        moments.combine(other.moments);
        return this;
    }

    /** {@return a copy that no longer follows this profile} */
    public FeatureProfile copy() {
        return new FeatureProfile(
                feature, binning, counts.clone(), Moments.create().combine(moments));
    }

    /** {@return the feature's name} */
    public String feature() {
        return feature;
    }

    /** {@return the bins} */
    public Binning binning() {
        return binning;
    }

    /** {@return a copy of the counts, in the order of {@link Binning#ids()}} */
    public long[] counts() {
        return counts.clone();
    }

    /** {@return the number of values seen, missing ones included} */
    public long total() {
        return Arrays.stream(counts).sum();
    }

    /** {@return the number of missing values seen} */
    public long missing() {
        return counts[counts.length - 1];
    }

    /** {@return the moments of the numeric values seen; empty for a categorical feature} */
    public Moments moments() {
        return moments;
    }
}
