package io.github.modelwarden.drift.report;

import java.util.Arrays;
import java.util.Optional;

/**
 * Pools bins that hold too few rows for an approximate p-value. A bin stands alone when the smaller sample is expected to
 * have at least {@value #EXPECTED} rows in it (Cochran's rule); what is left over and too little for that is the {@link
 * #rest}.
 *
 * <p>Expected rows of a category come from both samples together, {@code min(n, m)·(r + c)/(n + m)}: without drift the two
 * samples can be exchanged, so this choice of bins leans to neither side. Choosing by the reference alone would: a category
 * that got its own bin because the reference happened to have many of it looks like a loss in every later sample. Bins of a
 * number are cut at quantiles of the reference, and it is the other way round: the reference counts do not vary, so that the
 * sum of both would choose by the current rows alone. There the reference chooses, {@code min(n, m)·r/n}.
 *
 * @see <a href="https://doi.org/10.2307/3001616">Cochran 1954, doi:10.2307/3001616</a>
 */
final class SparseBins {

    static final int EXPECTED = 5;

    /** Standard deviations that a count may lie above what is expected. */
    static final double SURE = 3;

    /** Known rows from which on their loss is beyond doubt, and how much smaller their share has to be. */
    private static final int VANISHED = 10;

    private static final int DOUBTLESS = 10;

    private final long[] reference;
    private final long[] current;
    private int used;
    private long restReference;
    private long restCurrent;

    private SparseBins(int size) {
        this.reference = new long[size];
        this.current = new long[size];
    }

    /**
     * Pools neighbouring value bins of a number. Too few missing values, the last bin, are the rest; so are too few highest
     * values if there is nothing else to join than a single group.
     */
    static SparseBins ofNumbers(long[] reference, long[] current) {
        SparseBins pooled = new SparseBins(reference.length);
        int missing = reference.length - 1;
        double scale = smaller(reference, current) / Arrays.stream(reference).sum();
        long r = 0;
        long c = 0;
        for (int i = 0; i < missing; i++) {
            r += reference[i];
            c += current[i];
            if (r * scale >= EXPECTED) {
                pooled.add(r, c);
                r = 0;
                c = 0;
            }
        }
        int values = pooled.used;
        if ((reference[missing] + current[missing]) * scale(reference, current) >= EXPECTED) {
            pooled.add(reference[missing], current[missing]);
        } else {
            pooled.rest(reference[missing], current[missing]);
        }
        if (values > 0 && pooled.used > 1) {
            pooled.reference[values - 1] += r;
            pooled.current[values - 1] += c;
        } else {
            pooled.rest(r, c);
        }
        return pooled;
    }

    /**
     * Pools all sparse categories. What is known only as "other" is pooled with them whatever its size: it is no category
     * but many, rare ones among them.
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
        if ((r + c) * scale >= EXPECTED) {
            pooled.add(r, c);
        } else {
            pooled.rest(r, c);
        }
        return pooled;
    }

    /**
     * Puts the known categories against everything else where all of them are sparse: the current sample is so much the
     * larger one that categories which have gone would take too few rows of the smaller. Of a known category only those
     * rows count that it has in any case, {@value #SURE} standard deviations below its own, so that one which is known by
     * chance does not look like a loss.
     *
     * @param other the position of "other"
     * @return the rows that are surely known, and the rest; empty unless most of them are gone without doubt
     */
    static Optional<SparseBins> ofVanished(long[] reference, long[] current, int other) {
        double surely = 0;
        long still = 0;
        for (int i = 0; i < reference.length; i++) {
            if (i != other) {
                surely += Math.max(0, reference[i] - SURE * Math.sqrt((double) reference[i]));
                still += current[i];
            }
        }
        long known = (long) surely;
        long n = Arrays.stream(reference).sum();
        long m = Arrays.stream(current).sum();
        if (known < VANISHED || m < n || !((double) still / m * DOUBTLESS < (double) known / n)) {
            return Optional.empty();
        }
        SparseBins pooled = new SparseBins(1);
        pooled.add(known, still);
        pooled.rest(n - known, m - still);
        return Optional.of(pooled);
    }

    private static double smaller(long[] reference, long[] current) {
        return (double)
                Math.min(Arrays.stream(reference).sum(), Arrays.stream(current).sum());
    }

    private static double scale(long[] reference, long[] current) {
        double all =
                (double) Arrays.stream(reference).sum() + Arrays.stream(current).sum();
        return smaller(reference, current) / all;
    }

    private void add(long r, long c) {
        reference[used] = r;
        current[used] = c;
        used++;
    }

    private void rest(long r, long c) {
        restReference += r;
        restCurrent += c;
    }

    /** {@return the number of groups, the rest among them if there is one} */
    int size() {
        return used + (hasRest() ? 1 : 0);
    }

    /** {@return the number of groups that hold enough rows} */
    int filled() {
        return used;
    }

    /** {@return whether there are rows that make no group of enough rows} */
    boolean hasRest() {
        return restReference + restCurrent > 0;
    }

    /** {@return reference rows of each group, the rest last} */
    long[] reference() {
        return all(reference, restReference);
    }

    /** {@return current rows of each group, the rest last} */
    long[] current() {
        return all(current, restCurrent);
    }

    private long[] all(long[] counts, long rest) {
        long[] all = Arrays.copyOf(counts, size());
        if (hasRest()) {
            all[used] = rest;
        }
        return all;
    }
}
