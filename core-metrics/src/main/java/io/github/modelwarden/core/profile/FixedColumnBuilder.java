package io.github.modelwarden.core.profile;

import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.NumericColumn;
import org.jspecify.annotations.Nullable;

/** A column whose bins are known before its rows. */
final class FixedColumnBuilder implements ColumnBuilder {

    private final FeatureProfile profile;
    private boolean ended;

    FixedColumnBuilder(FeatureProfile profile) {
        this.profile = profile;
    }

    @Override
    public void accept(Column column, @Nullable NumericColumn scores) {
        if (!ended) {
            profile.accept(column, scores);
        }
    }

    @Override
    public boolean needsAnotherPass() {
        ended = true;
        return false;
    }

    @Override
    public FeatureProfile build() {
        return profile.copy();
    }
}
