package io.github.modelwarden.benchmarks;

/**
 * A part of a whole, such as the false alarms of a number of runs, or a sum over what it was taken of.
 *
 * @param part the count or sum
 * @param whole what it is divided by; 0 if there was nothing
 */
record Ratio(long part, long whole) {

    static final Ratio NOTHING = new Ratio(0, 0);

    private static final double Z = 1.959964;

    /** {@return the quotient, NaN if the whole is 0} */
    double value() {
        return (double) part / whole;
    }

    /** {@return the lower end of Wilson's 95 % interval of a share} */
    double low() {
        return Math.max(0, middle() - half());
    }

    /** {@return the upper end of Wilson's 95 % interval of a share} */
    double high() {
        return Math.min(1, middle() + half());
    }

    private double middle() {
        return (value() + Z * Z / (2.0 * whole)) / (1 + Z * Z / whole);
    }

    private double half() {
        double p = value();
        return Z / (1 + Z * Z / whole) * Math.sqrt(p * (1 - p) / whole + Z * Z / (4.0 * whole * whole));
    }
}
