package io.github.modelwarden.core.quality;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.NumericColumn;

/** Watches a column for as long as no value repeats and every number is whole: such columns hold identifiers. */
final class KeyCandidate {

    private final HashSample values;

    KeyCandidate(int exactRows) {
        this.values = new HashSample(exactRows, false);
    }

    /** Counts a block; false if the column is no key, and the candidate is then of no more use. */
    boolean accept(Cells cells) {
        if (cells.type() == FeatureType.NUMERIC) {
            NumericColumn numbers = cells.numbers();
            for (int row = 0; row < numbers.size(); row++) {
                double value = numbers.value(row);
                if (!Double.isNaN(value) && (value != Math.rint(value) || repeats(Hashes.of(value)))) {
                    return false;
                }
            }
            return true;
        }
        CategoricalColumn categories = cells.categories();
        for (int row = 0; row < categories.size(); row++) {
            String value = categories.value(row);
            if (value != null && repeats(Hashes.of(value))) {
                return false;
            }
        }
        return true;
    }

    private boolean repeats(long hash) {
        values.add(hash, 0);
        return values.kept() > values.size();
    }

    boolean combine(KeyCandidate other) {
        values.combine(other.values);
        return values.kept() == values.size();
    }

    /** Values that were compared with each other. */
    long compared() {
        return values.kept();
    }
}
