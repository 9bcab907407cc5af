package io.github.modelwarden.core.profile;

import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.NumericColumn;
import org.jspecify.annotations.Nullable;

/** Takes a column of a {@link BaselineBuilder} in blocks and makes its profile. */
sealed interface ColumnBuilder permits NumericColumnBuilder, CategoricalColumnBuilder, FixedColumnBuilder {

    /** Takes a block, with the scores of the same rows if there are any. */
    void accept(Column column, @Nullable NumericColumn scores);

    /** Ends a pass over all blocks and tells whether another one is needed. */
    boolean needsAnotherPass();

    /** {@return the profile of all rows} */
    FeatureProfile build();
}
