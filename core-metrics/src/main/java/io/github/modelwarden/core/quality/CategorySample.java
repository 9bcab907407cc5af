package io.github.modelwarden.core.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Categories with how often each was seen and where first: all of them up to {@link #CAPACITY}, then the sample that
 * {@link HashSample} describes, whose counts are exact.
 */
final class CategorySample {

    static final int CAPACITY = 1024;

    /** A category's hash, count and first row. */
    private static final class Tally {
        private final long hash;
        private long count;
        private long first;

        Tally(long hash, long first) {
            this.hash = hash;
            this.first = first;
        }
    }

    /** A category and how often it was seen. */
    record Counted(String category, long count, long firstRow) {}

    private final Map<String, Tally> tallies = new HashMap<>();
    private int level;
    private long total;

    void add(String category, long hash, long count, long firstRow) {
        total += count;
        merge(category, hash, count, firstRow);
    }

    private void merge(String category, long hash, long count, long firstRow) {
        if (!wanted(hash)) {
            return;
        }
        Tally tally = tallies.computeIfAbsent(category, name -> new Tally(hash, firstRow));
        tally.count += count;
        tally.first = Math.min(tally.first, firstRow);
        while (tallies.size() > CAPACITY) {
            level++;
            tallies.values().removeIf(kept -> !wanted(kept.hash));
        }
    }

    private boolean wanted(long hash) {
        return level == 0 || hash >>> (Long.SIZE - level) == 0;
    }

    CategorySample combine(CategorySample other) {
        total += other.total;
        level = Math.max(level, other.level);
        tallies.values().removeIf(kept -> !wanted(kept.hash));
        other.tallies.forEach((category, tally) -> merge(category, tally.hash, tally.count, tally.first));
        return this;
    }

    boolean exact() {
        return level == 0;
    }

    /** How many rows were counted. */
    long total() {
        return total;
    }

    /** How many categories were seen, exact up to the capacity; beyond it an estimate, off by 4 % in one of three cases. */
    long distinct() {
        return (long) tallies.size() << level;
    }

    /** At least so many categories were seen. */
    int kept() {
        return tallies.size();
    }

    /** How often the most frequent of the kept categories was seen. */
    long largest() {
        return tallies.values().stream().mapToLong(tally -> tally.count).max().orElse(0);
    }

    /** How many of the kept categories were seen once. */
    long single() {
        return tallies.values().stream().filter(tally -> tally.count == 1).count();
    }

    /** The kept categories, the most frequent first; equally frequent ones by name. */
    List<Counted> categories() {
        List<Counted> categories = new ArrayList<>();
        tallies.forEach((name, tally) -> categories.add(new Counted(name, tally.count, tally.first)));
        categories.sort(Comparator.comparingLong(Counted::count).reversed().thenComparing(Counted::category));
        return categories;
    }
}
