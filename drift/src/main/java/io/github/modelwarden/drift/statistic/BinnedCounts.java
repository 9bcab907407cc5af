package io.github.modelwarden.drift.statistic;

/** Checks and sums shared by the statistics over bins, whose sides are counts of rows, or masses such as shares. */
final class BinnedCounts {

    private BinnedCounts() {}

    /** The counts of both sides as masses, checked. */
    static double[][] masses(String statistic, long[] reference, long[] current) {
        requireComparable(statistic, reference, current);
        return new double[][] {masses(reference), masses(current)};
    }

    static double[] masses(long[] counts) {
        double[] masses = new double[counts.length];
        for (int i = 0; i < masses.length; i++) {
            masses[i] = counts[i];
        }
        return masses;
    }

    static void requireComparable(String statistic, long[] reference, long[] current) {
        requireSameBins(statistic, reference.length, current.length);
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

    /** Masses must be finite, at least 0, and add up to something positive on each side; the check fails on NaN. */
    static void requireComparable(String statistic, double[] reference, double[] current) {
        requireSameBins(statistic, reference.length, current.length);
        for (int i = 0; i < reference.length; i++) {
            if (!(reference[i] >= 0 && current[i] >= 0)) {
                throw new IllegalArgumentException(statistic + ": expected masses of at least 0 but bin " + i + " has "
                        + reference[i] + " and " + current[i]);
            }
        }
        if (!isMass(total(reference)) || !isMass(total(current))) {
            throw new IllegalArgumentException(statistic + ": expected a positive, finite total on each side but got "
                    + total(reference) + " and " + total(current));
        }
    }

    private static void requireSameBins(String statistic, int reference, int current) {
        if (reference != current || reference < 1) {
            throw new IllegalArgumentException(statistic + ": expected reference and current counts over the same bins,"
                    + " at least 1, but got " + reference + " and " + current);
        }
    }

    private static boolean isMass(double total) {
        return total > 0 && total <= Double.MAX_VALUE;
    }

    static long total(long[] counts) {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }

    static double total(double[] masses) {
        double total = 0;
        for (double mass : masses) {
            total += mass;
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

    static int used(double[] reference, double[] current) {
        int used = 0;
        for (int i = 0; i < reference.length; i++) {
            if (reference[i] + current[i] > 0) {
                used++;
            }
        }
        return used;
    }

    /** What the noise of two samples adds to a quadratic distance: {@code 1/n + 1/m}. */
    static double noise(double n, double m) {
        return 1 / n + 1 / m;
    }

    static double noise(long n, long m) {
        return noise((double) n, (double) m);
    }
}
