package io.github.modelwarden.core.profile;

import io.github.modelwarden.core.binning.OrderedBits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Counts of arbitrarily many numbers in bounded space, from which bins are cut: exact while the numbers have few distinct
 * values, and beyond over intervals of numbers that agree in their leading bits. As few bits are dropped as the space allows,
 * counting only intervals that occur; what is known so depends on the numbers and not on their order. An interval that has
 * seen one value only is still known to be that value.
 */
final class ValueHistogram {

    private static final int FIRST_SLOTS = 64;

    // What a slot of the table holds, side by side: a count, the first number counted, the sum of the distances of the
    // others to it, the bits in which they differ from it; and once there is a score, the number of scores and their
    // sum.
    private static final int COUNT = 0;
    private static final int FIRST = 1;
    private static final int DEVIATION = 2;
    private static final int MIXED = 3;
    private static final int SCORES = 4;
    private static final int SCORE_SUM = 5;

    private final int exactLimit;
    private final int intervalLimit;
    private int shift;
    private int size;
    private int stride = 4;

    /** Open addressing with linear probing; a slot is empty while its count is 0. Sums are the bits of doubles. */
    private long[] table = new long[FIRST_SLOTS * stride];

    /**
     * A histogram of nothing.
     *
     * @param exactLimit the most distinct values that are counted each on its own
     * @param intervalLimit the most intervals that are counted when there are more
     */
    ValueHistogram(int exactLimit, int intervalLimit) {
        this.exactLimit = exactLimit;
        this.intervalLimit = intervalLimit;
    }

    /** Counts a finite number that is not −0.0; a score of NaN is passed over. */
    void accept(double value, double score) {
        if (stride == 4 && !Double.isNaN(score)) {
            stride = 6;
            rebuild(table, 4, slots(4));
        }
        int slot = slot(OrderedBits.of(value));
        add(slot + DEVIATION, value - OrderedBits.toDouble(table[slot + FIRST]));
        if (!Double.isNaN(score)) {
            table[slot + SCORES]++;
            add(slot + SCORE_SUM, score);
        }
        if (table[slot + COUNT]++ == 0) {
            size++;
            makeRoom();
        }
    }

    private void add(int place, double value) {
        table[place] = Double.doubleToRawLongBits(number(table[place]) + value);
    }

    private static double number(long bits) {
        return Double.longBitsToDouble(bits);
    }

    private int slots(int oldStride) {
        return table.length / oldStride;
    }

    /** The place of a number's slot, which is given to it if it has none yet. */
    private int slot(long bits) {
        int mask = slots(stride) - 1;
        int slot = (int) (((bits >>> shift) * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (table[slot * stride + COUNT] != 0) {
            long difference = table[slot * stride + FIRST] ^ bits;
            if (difference >>> shift == 0) {
                table[slot * stride + MIXED] |= difference;
                return slot * stride;
            }
            slot = (slot + 1) & mask;
        }
        table[slot * stride + FIRST] = bits;
        return slot * stride;
    }

    private void makeRoom() {
        if (size > (shift == 0 ? exactLimit : intervalLimit)) {
            shift = smallestShift();
            rebuild(table, stride, Math.max(FIRST_SLOTS, 2 * Integer.highestOneBit(2 * intervalLimit - 1)));
        } else if (size > slots(stride) / 2) {
            rebuild(table, stride, 2 * slots(stride));
        }
    }

    /** The fewest bits that must be dropped so that no more than {@code intervalLimit} intervals occur. */
    private int smallestShift() {
        long[] bits = new long[size];
        int intervals = 0;
        for (int slot = 0; slot < table.length; slot += stride) {
            if (table[slot + COUNT] != 0) {
                bits[intervals++] = table[slot + FIRST];
            }
        }
        Arrays.sort(bits);
        // neighbours fall together once all the bits are dropped that they differ in
        int[] together = new int[Long.SIZE + 1];
        for (int i = 1; i < bits.length; i++) {
            together[Long.SIZE - Long.numberOfLeadingZeros(bits[i] ^ bits[i - 1])]++;
        }
        int dropped = 0;
        while (dropped <= shift || intervals > intervalLimit) {
            dropped++;
            intervals -= together[dropped];
        }
        return dropped;
    }

    private void rebuild(long[] old, int oldStride, int slots) {
        table = new long[slots * stride];
        size = 0;
        for (int from = 0; from < old.length; from += oldStride) {
            if (old[from + COUNT] != 0) {
                int slot = slot(old[from + FIRST]);
                size += table[slot + COUNT] == 0 ? 1 : 0;
                table[slot + COUNT] += old[from + COUNT];
                table[slot + MIXED] |= old[from + MIXED];
                double moved = OrderedBits.toDouble(old[from + FIRST]) - OrderedBits.toDouble(table[slot + FIRST]);
                add(slot + DEVIATION, number(old[from + DEVIATION]) + old[from + COUNT] * moved);
                if (oldStride > SCORES) {
                    table[slot + SCORES] += old[from + SCORES];
                    add(slot + SCORE_SUM, number(old[from + SCORE_SUM]));
                }
            }
        }
    }

    /**
     * What was counted.
     *
     * @param max the largest number counted
     * @return the entries in ascending order
     */
    List<ValueEntry> entries(double max) {
        List<ValueEntry> entries = new ArrayList<>(size);
        for (int slot = 0; slot < table.length; slot += stride) {
            if (table[slot + COUNT] != 0) {
                entries.add(entry(slot, max));
            }
        }
        entries.sort(Comparator.comparingDouble(ValueEntry::upper));
        return entries;
    }

    private ValueEntry entry(int slot, double max) {
        long bits = table[slot + FIRST];
        boolean single = table[slot + MIXED] == 0;
        double upper = OrderedBits.toDouble(single ? bits : bits | ((1L << shift) - 1));
        if (!single) {
            // the last interval may reach to infinity, and one of negative numbers to −0.0, which no number is
            upper = upper < max ? upper : max;
            upper = upper == 0 ? -Double.MIN_VALUE : upper;
        }
        long count = table[slot + COUNT];
        return new ValueEntry(
                upper,
                single,
                count,
                number(table[slot + DEVIATION]) + count * (OrderedBits.toDouble(bits) - upper),
                stride > SCORES ? table[slot + SCORES] : 0,
                stride > SCORES ? number(table[slot + SCORE_SUM]) : 0);
    }
}
