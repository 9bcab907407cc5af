package io.github.modelwarden.drift.statistic;

/** Counts of two samples over two categories: reference and current counts of the first and the second one used. */
record TwoByTwo(long referenceFirst, long referenceSecond, long currentFirst, long currentSecond) {

    /** Takes the used bins; one used bin leaves the second category empty. */
    static TwoByTwo of(String statistic, long[] reference, long[] current) {
        BinnedCounts.requireComparable(statistic, reference, current);
        int used = BinnedCounts.used(reference, current);
        if (used > 2) {
            throw new IllegalArgumentException(statistic + ": expected counts over two categories but " + used
                    + " hold rows; use a test for tables, such as chi_square");
        }
        long[] cells = new long[4];
        int next = 0;
        for (int i = 0; i < reference.length; i++) {
            if (reference[i] + current[i] > 0) {
                cells[next] = reference[i];
                cells[2 + next++] = current[i];
            }
        }
        return new TwoByTwo(cells[0], cells[1], cells[2], cells[3]);
    }

    long referenceTotal() {
        return referenceFirst + referenceSecond;
    }

    long currentTotal() {
        return currentFirst + currentSecond;
    }

    boolean hasOneCategory() {
        return referenceSecond + currentSecond == 0;
    }

    /** The first category's share of the reference less its share of the current rows. */
    double difference() {
        return (double) referenceFirst / referenceTotal() - (double) currentFirst / currentTotal();
    }
}
