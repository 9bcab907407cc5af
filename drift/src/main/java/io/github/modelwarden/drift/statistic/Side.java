package io.github.modelwarden.drift.statistic;

/**
 * One side of a comparison of means.
 *
 * @param count values
 * @param mean their mean, 0 without values
 * @param squares sum of squared distances from the mean
 */
record Side(int count, double mean, double squares) {

    private static final int MINIMUM = 2;

    static Side of(double[] values) {
        if (values.length == 0) {
            return new Side(0, 0, 0);
        }
        double mean = Samples.mean(values);
        return new Side(values.length, mean, Samples.squares(values, mean));
    }

    /** Requires noise to compare a difference of means with. */
    static void requireSpread(String name, Side x, Side y) {
        Samples.requireSizes(name, MINIMUM, x.count, y.count);
        if (!(x.squares + y.squares > 0)) {
            throw new IllegalArgumentException(name + ": expected values that vary on at least one side but all "
                    + x.count
                    + " reference values are " + x.mean + " and all " + y.count + " current values are " + y.mean
                    + "; compare the two numbers themselves");
        }
    }

    /** {@return the sample variance} */
    double variance() {
        return squares / (count - 1);
    }

    /** {@return the size of the difference of means in pooled standard deviations, Cohen's d} */
    static double standardisedDifference(Side x, Side y) {
        double pooled = Math.sqrt((x.squares + y.squares) / (x.count + y.count - 2.0));
        return Math.abs(x.mean - y.mean) / pooled;
    }
}
