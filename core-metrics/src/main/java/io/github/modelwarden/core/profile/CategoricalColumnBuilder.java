package io.github.modelwarden.core.profile;

import io.github.modelwarden.core.binning.CategoricalBinning;
import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.NumericColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A column whose categories are found in its rows. The first {@value #MAX_CATEGORIES} distinct ones are counted each, what first
 * occurs after them is {@code other}.
 */
final class CategoricalColumnBuilder implements ColumnBuilder {

    static final int MAX_CATEGORIES = 50_000;

    /** Fewer reference rows of a category than this say that the list of categories is not complete. */
    private static final int RARE = 5;

    private static final class Tally {
        private long rows;
        private long scored;
        private double scoreSum;

        void add(long count, long scores, double sum) {
            rows += count;
            scored += scores;
            scoreSum += sum;
        }
    }

    private final String name;
    private final int limit;
    private final Map<String, Tally> tallies = new HashMap<>();
    private final Tally late = new Tally();
    private final Tally missing = new Tally();
    private final HeavyHitters lateOnes;
    private final DistinctCount distinct = DistinctCount.create();
    private boolean ended;

    /**
     * A column.
     *
     * @param name its name
     * @param limit the most categories that get a bin, the most frequent ones; 0 for those that the reference shows often
     *     enough to be sure of their share
     * @param others counts the categories without a bin; empty
     */
    CategoricalColumnBuilder(String name, int limit, HeavyHitters others) {
        this.name = name;
        this.limit = limit;
        this.lateOnes = others;
    }

    @Override
    public void accept(Column column, @Nullable NumericColumn scores) {
        if (ended) {
            return;
        }
        CategoricalColumn categories = (CategoricalColumn) column;
        List<Tally> blocks = new ArrayList<>();
        for (int code = CategoricalColumn.MISSING;
                code < categories.categories().size();
                code++) {
            blocks.add(new Tally());
        }
        for (int row = 0; row < categories.size(); row++) {
            double score = scores == null ? Double.NaN : scores.value(row);
            boolean there = !Double.isNaN(score);
            blocks.get(categories.code(row) + 1).add(1, there ? 1 : 0, there ? score : 0);
        }
        for (int entry = 0; entry < blocks.size(); entry++) {
            Tally block = blocks.get(entry);
            if (block.rows > 0) {
                tally(entry == 0 ? null : categories.categories().get(entry - 1), block.rows)
                        .add(block.rows, block.scored, block.scoreSum);
            }
        }
    }

    private Tally tally(@Nullable String category, long rows) {
        if (category == null) {
            return missing;
        }
        Tally known = tallies.get(category);
        if (known != null) {
            return known;
        }
        distinct.accept(category);
        if (tallies.size() < MAX_CATEGORIES) {
            Tally added = new Tally();
            tallies.put(category, added);
            return added;
        }
        lateOnes.accept(category, rows);
        return late;
    }

    @Override
    public boolean needsAnotherPass() {
        ended = true;
        return false;
    }

    private CategoricalBinning bins() {
        return CategoricalBinning.of(limit == 0 ? sureOnes() : mostFrequent());
    }

    private List<String> mostFrequent() {
        return tallies.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Tally> entry) -> -entry.getValue().rows)
                        .thenComparing(Map.Entry::getKey))
                .limit(limit)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /**
     * One category with fewer than 5 rows says that more exist than the reference shows, and then only those of at least
     * 10 + √n of the n rows have a bin.
     */
    private List<String> sureOnes() {
        long all = missing.rows
                + late.rows
                + tallies.values().stream().mapToLong(tally -> tally.rows).sum();
        boolean open = late.rows > 0 || tallies.values().stream().anyMatch(tally -> tally.rows < RARE);
        double enough = open ? CategoricalBinning.rowsForABin(all) : RARE;
        return tallies.entrySet().stream()
                .filter(entry -> entry.getValue().rows >= enough)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    @Override
    public FeatureProfile build() {
        CategoricalBinning binning = bins();
        long[] counts = new long[binning.size()];
        ScoreSums scores = new ScoreSums(binning.size());
        HeavyHitters others = lateOnes.copy();
        new TreeMap<>(tallies).forEach((category, tally) -> {
            int bin = binning.index(category);
            counts[bin] += tally.rows;
            scores.accept(bin, tally.scoreSum, tally.scored);
            if (bin == counts.length - 2) {
                others.accept(category, tally.rows);
            }
        });
        counts[counts.length - 2] += late.rows;
        scores.accept(counts.length - 2, late.scoreSum, late.scored);
        counts[counts.length - 1] = missing.rows;
        scores.accept(counts.length - 1, missing.scoreSum, missing.scored);
        return new FeatureProfile(name, new CategoricalSummary(binning, counts, others, distinct.copy(), true), scores);
    }
}
