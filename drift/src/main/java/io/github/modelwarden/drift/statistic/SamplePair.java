package io.github.modelwarden.drift.statistic;

/** Two samples without missing values, each ascending. */
final class SamplePair {

    private final double[] reference;
    private final double[] current;

    SamplePair(double[] reference, double[] current) {
        this.reference = reference;
        this.current = current;
    }

    double[] reference() {
        return reference;
    }

    double[] current() {
        return current;
    }

    /** Copies of the present values, checked and sorted. */
    static SamplePair of(String statistic, int minimum, double[] reference, double[] current) {
        double[] x = Samples.present(statistic, "reference", reference);
        double[] y = Samples.present(statistic, "current", current);
        Samples.requireSizes(statistic, minimum, x.length, y.length);
        Samples.sort(x, null);
        Samples.sort(y, null);
        return new SamplePair(x, y);
    }

    /** The caller's own arrays, which must be ascending and finite; they are only read. */
    static SamplePair ofSorted(String statistic, int minimum, double[] reference, double[] current) {
        requireAscending(statistic, "reference", reference);
        requireAscending(statistic, "current", current);
        Samples.requireSizes(statistic, minimum, reference.length, current.length);
        return new SamplePair(reference, current);
    }

    private static void requireAscending(String statistic, String side, double[] values) {
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= last && Math.abs(values[i]) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(statistic + ": expected finite " + side
                        + " values in ascending order but got " + values[i] + " at position " + i
                        + (i == 0 ? "" : " after " + last) + "; sort a copy without missing values first");
            }
            last = values[i];
        }
    }
}
