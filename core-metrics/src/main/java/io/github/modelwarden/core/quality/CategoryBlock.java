package io.github.modelwarden.core.quality;

import io.github.modelwarden.core.data.CategoricalColumn;

/** How often each category of a block occurs and where first; every category of a column occurs. */
final class CategoryBlock {

    private final int[] counts;
    private final int[] first;

    private CategoryBlock(int[] counts, int[] first) {
        this.counts = counts;
        this.first = first;
    }

    static CategoryBlock of(CategoricalColumn column) {
        int[] counts = new int[column.categories().size()];
        int[] first = new int[counts.length];
        for (int row = 0; row < column.size(); row++) {
            int code = column.code(row);
            if (code != CategoricalColumn.MISSING) {
                if (counts[code] == 0) {
                    first[code] = row;
                }
                counts[code]++;
            }
        }
        return new CategoryBlock(counts, first);
    }

    int size() {
        return counts.length;
    }

    int count(int code) {
        return counts[code];
    }

    int first(int code) {
        return first[code];
    }
}
