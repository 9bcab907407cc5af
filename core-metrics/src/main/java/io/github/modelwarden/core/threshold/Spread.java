package io.github.modelwarden.core.threshold;

import java.util.Arrays;

/** Mean and spread of a short history of values. */
final class Spread {

    private Spread() {}

    static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /** The root of the sum of squares about the mean, divided by {@code n − lessDegrees}. */
    static double standardDeviation(double[] values, int lessDegrees) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - lessDegrees));
    }

    static double[] requireFinite(String what, double[] values, int least) {
        if (values.length < least) {
            throw new IllegalArgumentException(
                    what + ": expected at least " + least + " values to learn from but got " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(what + ": expected finite values but value " + i + " is " + values[i]
                        + "; leave out what was not measured");
            }
        }
        return values;
    }
}
