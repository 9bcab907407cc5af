package io.github.modelwarden.drift.statistic;

/** Checks and sums shared by the statistics over bins. */
final class BinnedCounts {

    private BinnedCounts() {}

    static void requireComparable(String statistic, long[] reference, long[] current) {
        if (reference.length != current.length || reference.length < 2) {
            throw new IllegalArgumentException(statistic + ": expected reference and current counts over the same bins,"
                    + " at least 2, but got " + reference.length + " and " + current.length);
        }
        for (int i = 0; i < reference.length; i++) {
            if (reference[i] < 0 || current[i] < 0) {
                throw new IllegalArgumentException(statistic + ": expected counts of at least 0 but bin " + i + " has "
                        + reference[i] + " and " + current[i]);
            }
        }
        if (total(reference) == 0 || total(current) == 0) {
            throw new IllegalArgumentException(statistic + ": expected at least one row on each side but got "
                    + total(reference) + " reference and " + total(current) + " current rows");
        }
    }

    static long total(long[] counts) {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }

    /** Bins that hold anything on either side; the others carry no information. */
    static int used(long[] reference, long[] current) {
        int used = 0;
        for (int i = 0; i < reference.length; i++) {
            if (reference[i] + current[i] > 0) {
                used++;
            }
        }
        return used;
    }
}
