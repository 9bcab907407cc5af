package io.github.modelwarden.core.profile;

import io.github.modelwarden.core.binning.CategoricalBinning;
import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.NumericColumn;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Counts of categories by bin, and which they are among those that have no bin. */
final class CategoricalSummary implements Summary {

    final HeavyHitters others;
    final DistinctCount distinct;
    private final CategoricalBinning binning;
    private final long[] counts;

    /** Whether every category was counted as distinct; a profile of format version 1 did not know those without a bin. */
    private boolean complete;

    CategoricalSummary(
            CategoricalBinning binning, long[] counts, HeavyHitters others, DistinctCount distinct, boolean complete) {
        this.binning = binning;
        this.counts = counts;
        this.others = others;
        this.distinct = distinct;
        this.complete = complete;
    }

    static CategoricalSummary over(CategoricalBinning binning) {
        return new CategoricalSummary(
                binning, new long[binning.size()], HeavyHitters.create(), DistinctCount.create(), true);
    }

    /** Counts a category and returns its bin. */
    int accept(@Nullable String value) {
        return accept(value, 1);
    }

    int accept(@Nullable String value, long times) {
        int bin = binning.index(value);
        if (value != null && bin == counts.length - 2) {
            others.accept(value, times);
            distinct.accept(value);
        } else if (counts[bin] == 0) {
            distinct.accept(value);
        }
        counts[bin] += times;
        return bin;
    }

    /** Counts a column; the scores belong to the same rows. Each category is looked up once, not once a row. */
    void accept(CategoricalColumn column, @Nullable NumericColumn scores, ScoreSums sums) {
        int categories = column.categories().size();
        long[] rows = new long[categories + 1];
        for (int row = 0; row < column.size(); row++) {
            rows[column.code(row) + 1]++;
        }
        int[] bins = new int[categories + 1];
        for (int entry = 0; entry <= categories; entry++) {
            String category = entry == 0 ? null : column.categories().get(entry - 1);
            bins[entry] = rows[entry] == 0 ? -1 : accept(category, rows[entry]);
        }
        if (scores != null) {
            for (int row = 0; row < column.size(); row++) {
                sums.accept(bins[column.code(row) + 1], scores.value(row));
            }
        }
    }

    @Override
    public CategoricalBinning binning() {
        return binning;
    }

    @Override
    public long[] counts() {
        return counts.clone();
    }

    @Override
    public long total() {
        return Arrays.stream(counts).sum();
    }

    @Override
    public long missing() {
        return counts[counts.length - 1];
    }

    boolean isComplete() {
        return complete;
    }

    @Override
    public void combine(Summary other) {
        CategoricalSummary that = (CategoricalSummary) other;
        for (int i = 0; i < counts.length; i++) {
            counts[i] += that.counts[i];
        }
        others.combine(that.others);
        distinct.combine(that.distinct);
        complete &= that.complete;
    }

    @Override
    public CategoricalSummary copy() {
        return new CategoricalSummary(binning, counts.clone(), others.copy(), distinct.copy(), complete);
    }

    @Override
    public CategoricalSummary empty() {
        return new CategoricalSummary(
                binning, new long[counts.length], others.emptyCopy(), DistinctCount.create(), true);
    }

    /** An empty summary that never learns the names of categories without a bin. */
    CategoricalSummary nameless() {
        return new CategoricalSummary(
                binning, new long[counts.length], HeavyHitters.nameless(), DistinctCount.create(), true);
    }
}
