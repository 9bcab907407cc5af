package io.github.modelwarden.core.quality;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.NumericColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was seen of a column, in constant memory. */
final class ColumnFacts {

    /** Different values are told apart exactly up to this number. */
    private static final int MAX_EXACT = CategorySample.CAPACITY;

    private final FeatureType type;
    private long rows;
    private long missing;
    private long foreign;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private final HashSample numbers = new HashSample(MAX_EXACT, false);
    private final CategorySample categories = new CategorySample();
    private final FirstRows missingRows = new FirstRows();
    private final FirstRows foreignRows = new FirstRows();
    private @Nullable KeyCandidate key;

    /** Facts of nothing; with a key candidate for reference data. */
    ColumnFacts(FeatureType type, @Nullable KeyCandidate key) {
        this.type = type;
        this.key = key;
    }

    void accept(Cells cells) {
        rows += cells.size();
        for (int row = 0; row < cells.size(); row++) {
            if (cells.missing(row)) {
                missing++;
                if (missingRows.wants(cells.rowNumber(row))) {
                    missingRows.add(Example.empty(cells.rowNumber(row)));
                }
            } else if (cells.foreign(row)) {
                foreign++;
                if (foreignRows.wants(cells.rowNumber(row))) {
                    foreignRows.add(Example.of(cells.rowNumber(row), cells.text(row)));
                }
            }
        }
        if (type == FeatureType.NUMERIC) {
            accept(cells.numbers());
        } else {
            accept(cells.categories(), cells.rowNumber(0));
        }
        if (key != null && !key.accept(cells)) {
            key = null;
        }
    }

    private void accept(NumericColumn column) {
        for (int row = 0; row < column.size(); row++) {
            double value = column.value(row);
            if (!Double.isNaN(value)) {
                min = Math.min(min, value);
                max = Math.max(max, value);
                numbers.add(Hashes.of(value), 0);
            }
        }
    }

    private void accept(CategoricalColumn column, long firstRow) {
        CategoryBlock block = CategoryBlock.of(column);
        for (int code = 0; code < block.size(); code++) {
            String category = column.categories().get(code);
            categories.add(category, Hashes.of(category), block.count(code), firstRow + block.first(code));
        }
    }

    ColumnFacts combine(ColumnFacts other) {
        rows += other.rows;
        missing += other.missing;
        foreign += other.foreign;
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
        numbers.combine(other.numbers);
        categories.combine(other.categories);
        missingRows.addAll(other.missingRows.examples());
        foreignRows.addAll(other.foreignRows.examples());
        key = key != null && other.key != null && key.combine(other.key) ? key : null;
        return this;
    }

    FeatureType type() {
        return type;
    }

    /** Rows of the blocks that have the column. */
    long rows() {
        return rows;
    }

    /** Cells without any value in the table. */
    long missing() {
        return missing;
    }

    /** Cells with a value of the other type. */
    long foreign() {
        return foreign;
    }

    /** Infinite if there is no number. */
    double min() {
        return min;
    }

    double max() {
        return max;
    }

    /** Cells that have a value of the type. */
    long values() {
        return type == FeatureType.NUMERIC ? numbers.total() : categories.total();
    }

    /** How many different values were kept: all of them if {@link #allKept()}, else fewer than there are. */
    int distinctKept() {
        return type == FeatureType.NUMERIC ? numbers.size() : categories.kept();
    }

    boolean allKept() {
        return type == FeatureType.NUMERIC ? numbers.exact() : categories.exact();
    }

    /** How many values differ from the most frequent one; fewer than that if there are too many to keep. */
    long differing() {
        if (!allKept()) {
            return MAX_EXACT;
        }
        long largest = type == FeatureType.NUMERIC ? numbers.largest() : categories.largest();
        return values() - largest;
    }

    CategorySample categories() {
        return categories;
    }

    List<Example> missingRows() {
        return missingRows.examples();
    }

    List<Example> foreignRows() {
        return foreignRows.examples();
    }

    /** Values that were compared with each other without finding two equal ones, 0 unless the column may be a key. */
    long identifiers() {
        return key == null ? 0 : key.compared();
    }
}
