package io.github.modelwarden.core.binning;

import java.util.Arrays;

/**
 * Finds the interval of a number among ascending edges, exactly for every double and mostly without a search: a table over
 * slots of the number line says which edges lie in the slot of a number, and only those are compared. The slots have equal
 * width, over the whole range or over its middle part, or equal width on a logarithmic scale, whichever leaves the fewest
 * comparisons when every interval is equally likely; where edges crowd in one slot nevertheless, a binary search
 * decides. Immutable.
 */
final class EdgeLookup {

    private static final int MAX_SLOTS = 4096;

    /** The edges, then infinity. */
    private final double[] edges;

    private final boolean logarithmic;
    private final double low;
    private final double scale;
    private final long lowKey;
    private final int shift;
    /** Number of edges in the slots before each slot; one entry more than slots. */
    private final char[] first;

    EdgeLookup(double[] edges) {
        this.edges = Arrays.copyOf(edges, edges.length + 1);
        this.edges[edges.length] = Double.POSITIVE_INFINITY;
        int slots = Math.min(MAX_SLOTS, Integer.highestOneBit(4 * edges.length + 1));
        if (edges.length == 0) {
            this.logarithmic = false;
            this.low = 0;
            this.scale = 0;
            this.lowKey = 0;
            this.shift = 0;
            this.first = new char[2];
            return;
        }
        int trim = edges.length / 64;
        double[] lows = {edges[0], edges[trim]};
        double[] scales = {
            slots / (edges[edges.length - 1] - edges[0]), slots / (edges[edges.length - 1 - trim] - edges[trim])
        };
        long from = OrderedBits.of(edges[0]);
        long range = OrderedBits.of(edges[edges.length - 1]) - from;
        int keyShift = Math.max(1, 64 - Long.numberOfLeadingZeros(range) - Integer.numberOfTrailingZeros(slots));
        char[][] tables = {
            table(slots, i -> linear(edges[i], lows[0], scales[0], slots - 1)),
            table(slots, i -> linear(edges[i], lows[1], scales[1], slots - 1)),
            table(slots, i -> logarithmic(edges[i], from >> keyShift, keyShift, slots - 1))
        };
        int best = 0;
        for (int i = 1; i < tables.length; i++) {
            best = comparisons(tables[i]) < comparisons(tables[best]) ? i : best;
        }
        this.logarithmic = best == 2;
        this.low = lows[best % 2];
        this.scale = scales[best % 2];
        this.lowKey = from >> keyShift;
        this.shift = keyShift;
        this.first = tables[best];
    }

    private interface Slots {
        int of(int edge);
    }

    private char[] table(int slots, Slots slotOf) {
        char[] before = new char[slots + 1];
        for (int i = 0; i < edges.length - 1; i++) {
            before[slotOf.of(i) + 1]++;
        }
        for (int slot = 1; slot <= slots; slot++) {
            before[slot] += before[slot - 1];
        }
        return before;
    }

    private static double comparisons(char[] before) {
        double sum = 0;
        for (int slot = 1; slot < before.length; slot++) {
            int inside = before[slot] - before[slot - 1];
            sum += inside * Math.log(1.0 + inside);
        }
        return sum;
    }

    // Both scales ascend with the value: a larger slot means a larger value. That alone makes the look-up exact.

    private static int linear(double value, double low, double scale, int last) {
        return Math.max(0, Math.min(last, (int) ((value - low) * scale)));
    }

    private static int logarithmic(double value, long lowKey, int shift, int last) {
        return (int) Math.max(0, Math.min(last, (OrderedBits.of(value) >> shift) - lowKey));
    }

    /**
     * The number of edges below a value.
     *
     * @param value any number but NaN
     * @return i with {@code edges[i−1] < value <= edges[i]}
     */
    int index(double value) {
        int last = first.length - 2;
        int slot = logarithmic ? logarithmic(value, lowKey, shift, last) : linear(value, low, scale, last);
        int from = first[slot];
        int inside = first[slot + 1] - from;
        // additions of 0 or 1 instead of branches, which half of the values would mispredict
        while (inside > 2) {
            int half = inside >>> 1;
            from += value > edges[from + half - 1] ? half : 0;
            inside -= half;
        }
        from += value > edges[from] ? 1 : 0;
        from += value > edges[from] ? 1 : 0;
        return from;
    }
}
