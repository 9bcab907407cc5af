package io.github.modelwarden.drift.report;

import java.util.Arrays;

/**
 * Pools bins that hold too few rows for an approximate p-value. A bin stands alone when the smaller sample is expected to
 * have at least {@value #EXPECTED} rows in it (Cochran's rule).
 *
 * <p>Expected rows come from both samples together, {@code min(n, m)·(r + c)/(n + m)}: without drift the two samples can be
 * exchanged, so this choice of bins leans to neither side. Choosing by the reference alone would: a category that got its
 * own bin because the reference happened to have many of it looks like a loss in every later sample.
 *
 * @see <a href="https://doi.org/10.2307/3001616">Cochran 1954, doi:10.2307/3001616</a>
 */
final class SparseBins {

    static final int EXPECTED = 5;

    private final long[] reference;
    private final long[] current;
    private int used;

    private SparseBins(int size) {
        this.reference = new long[size];
        this.current = new long[size];
    }

    /**
     * Pools neighbouring value bins of a number; the last bin, which counts missing values, joins the highest values when it
     * is sparse.
     */
    static SparseBins ofNumbers(long[] reference, long[] current) {
        SparseBins pooled = new SparseBins(reference.length);
        double scale = scale(reference, current);
        int missing = reference.length - 1;
        long r = 0;
        long c = 0;
        for (int i = 0; i < missing; i++) {
            r += reference[i];
            c += current[i];
            if ((r + c) * scale >= EXPECTED) {
                pooled.add(r, c);
                r = 0;
                c = 0;
            }
        }
        pooled.join(pooled.used - 1, r, c);
        boolean alone = (reference[missing] + current[missing]) * scale >= EXPECTED;
        pooled.join(alone ? -1 : pooled.used - 1, reference[missing], current[missing]);
        return pooled;
    }

    /**
     * Pools all sparse categories into one rest; if that is sparse too, the smallest group takes it. What is known only as
     * "other" is part of the rest whatever its size: it is no category but many, rare ones among them.
     *
     * @param other the position of "other"
     * @param sure rows to be expected in the reference of a category that counts alone
     */
    static SparseBins ofCategories(long[] reference, long[] current, int other, double sure) {
        SparseBins pooled = new SparseBins(reference.length);
        double scale = scale(reference, current);
        double n = Arrays.stream(reference).sum();
        double ofReference = n / (n + Arrays.stream(current).sum());
        long r = 0;
        long c = 0;
        for (int i = 0; i < reference.length; i++) {
            double rows = (double) reference[i] + current[i];
            if (i != other && rows * scale >= EXPECTED && rows * ofReference >= sure) {
                pooled.add(reference[i], current[i]);
            } else {
                r += reference[i];
                c += current[i];
            }
        }
        pooled.join((r + c) * scale >= EXPECTED ? -1 : pooled.smallest(), r, c);
        return pooled;
    }

    private static double scale(long[] reference, long[] current) {
        double n = Arrays.stream(reference).sum();
        double m = Arrays.stream(current).sum();
        return Math.min(n, m) / (n + m);
    }

    private void add(long r, long c) {
        reference[used] = r;
        current[used] = c;
        used++;
    }

    /** Adds rows to a group, or makes them a group of their own if there is none. */
    private void join(int group, long r, long c) {
        if (r + c == 0) {
            return;
        }
        if (group < 0) {
            add(r, c);
        } else {
            reference[group] += r;
            current[group] += c;
        }
    }

    private int smallest() {
        int smallest = -1;
        for (int i = 0; i < used; i++) {
            if (smallest < 0 || reference[i] + current[i] < reference[smallest] + current[smallest]) {
                smallest = i;
            }
        }
        return smallest;
    }

    /** {@return the number of groups} */
    int size() {
        return used;
    }

    /** {@return reference rows of each group} */
    long[] reference() {
        return Arrays.copyOf(reference, used);
    }

    /** {@return current rows of each group} */
    long[] current() {
        return Arrays.copyOf(current, used);
    }
}
