package io.github.modelwarden.core.quality;

import java.util.ArrayList;
import java.util.List;

/**
 * Distinct hashes with how often each was seen and, if wanted, its two first rows: all of them up to a capacity, then a
 * sample. A hash is kept if its first {@code level} bits are zero; the level is the smallest that leaves no more hashes
 * than the capacity. So the sample depends on what was seen alone, not on the order, the counts in it are exact, and
 * samples of parts combine to that of the whole (adaptive sampling, Flajolet 1990, doi:10.1007/BF02241657).
 */
final class HashSample {

    private static final int SMALLEST = 16;

    private final int capacity;
    private final boolean withRows;
    private int level;
    private int size;
    private long kept;
    private long total;
    private long[] hashes = new long[SMALLEST];
    private long[] counts = new long[SMALLEST];
    private long[] first = new long[0];
    private long[] second = new long[0];

    HashSample(int capacity, boolean withRows) {
        this.capacity = capacity;
        this.withRows = withRows;
        if (withRows) {
            first = new long[SMALLEST];
            second = new long[SMALLEST];
        }
    }

    /** Counts a hash; the hash must be well mixed. */
    void add(long hash, long row) {
        total++;
        if (wanted(hash)) {
            insert(hash, 1, row, Long.MAX_VALUE);
        }
    }

    HashSample combine(HashSample other) {
        total += other.total;
        while (level < other.level) {
            raise();
        }
        for (int slot = 0; slot < other.hashes.length; slot++) {
            if (other.counts[slot] > 0 && wanted(other.hashes[slot])) {
                long firstRow = other.withRows ? other.first[slot] : 0;
                long secondRow = other.withRows ? other.second[slot] : 0;
                insert(other.hashes[slot], other.counts[slot], firstRow, secondRow);
            }
        }
        return this;
    }

    private boolean wanted(long hash) {
        return level == 0 || hash >>> (Long.SIZE - level) == 0;
    }

    private void insert(long hash, long count, long firstRow, long secondRow) {
        int slot = slot(hash);
        kept += count;
        if (counts[slot] == 0) {
            put(slot, hash, count, firstRow, secondRow);
            size++;
            if (size > capacity) {
                do {
                    raise();
                } while (size > capacity);
            } else if (size > hashes.length / 2) {
                rebuild(hashes.length * 2);
            }
        } else {
            counts[slot] += count;
            if (withRows) {
                long later = Math.max(first[slot], firstRow);
                first[slot] = Math.min(first[slot], firstRow);
                second[slot] = Math.min(later, Math.min(second[slot], secondRow));
            }
        }
    }

    private int slot(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) hash & mask;
        while (counts[slot] > 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void put(int slot, long hash, long count, long firstRow, long secondRow) {
        hashes[slot] = hash;
        counts[slot] = count;
        if (withRows) {
            first[slot] = firstRow;
            second[slot] = secondRow;
        }
    }

    private void raise() {
        level++;
        rebuild(hashes.length);
    }

    private void rebuild(int length) {
        long[] oldHashes = hashes;
        long[] oldCounts = counts;
        long[] oldFirst = first;
        long[] oldSecond = second;
        hashes = new long[length];
        counts = new long[length];
        first = new long[withRows ? length : 0];
        second = new long[withRows ? length : 0];
        size = 0;
        kept = 0;
        for (int old = 0; old < oldHashes.length; old++) {
            if (oldCounts[old] > 0 && wanted(oldHashes[old])) {
                put(
                        slot(oldHashes[old]),
                        oldHashes[old],
                        oldCounts[old],
                        withRows ? oldFirst[old] : 0,
                        withRows ? oldSecond[old] : 0);
                size++;
                kept += oldCounts[old];
            }
        }
    }

    /** Whether every hash was kept. */
    boolean exact() {
        return level == 0;
    }

    /** The probability with which a hash is kept. */
    double inclusion() {
        return Math.scalb(1.0, -level);
    }

    /** How many different hashes are kept. */
    int size() {
        return size;
    }

    /** How often the kept hashes were seen. */
    long kept() {
        return kept;
    }

    /** How many hashes were counted, kept or not. */
    long total() {
        return total;
    }

    /** How often the most frequent kept hash was seen. */
    long largest() {
        long largest = 0;
        for (long count : counts) {
            largest = Math.max(largest, count);
        }
        return largest;
    }

    /** The sum of the squares of the repeats of each kept hash. */
    double squaredRepeats() {
        double sum = 0;
        for (long count : counts) {
            sum += count > 1 ? (double) (count - 1) * (count - 1) : 0;
        }
        return sum;
    }

    /** The earliest rows that repeat another, each with the row it repeats. */
    List<Example> firstRepeats() {
        FirstRows rows = new FirstRows();
        for (int slot = 0; slot < hashes.length; slot++) {
            if (counts[slot] > 1 && rows.wants(second[slot])) {
                rows.add(Example.of(second[slot], "repeats row " + first[slot]));
            }
        }
        return new ArrayList<>(rows.examples());
    }
}
