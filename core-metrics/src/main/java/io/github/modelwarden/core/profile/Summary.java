package io.github.modelwarden.core.profile;

import io.github.modelwarden.core.binning.Binning;

/** What a {@link FeatureProfile} knows about the values of its feature, by type. */
sealed interface Summary permits NumericSummary, CategoricalSummary {

    Binning binning();

    /** {@return counts by bin} */
    long[] counts();

    long total();

    long missing();

    /** Adds all that a summary over the same bins has seen. */
    void combine(Summary other);

    Summary copy();

    /** {@return a summary of nothing over the same bins, which keeps as many values} */
    Summary empty();
}
