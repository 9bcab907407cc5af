package io.github.modelwarden.drift.stream;

import java.util.Arrays;

/**
 * ECDD, EWMA for concept drift detection: an exponentially weighted chart of the errors of a classifier, with a stated
 * average run length ARL₀ from one false alarm to the next.
 *
 * <p>p is the error rate since the start and {@code z ← (1 − λ)·z + λ·x} with λ = 0.2, from 0. After t values, with
 *
 * <pre>{@code
 * s = √( p·(1 − p)·λ/(2 − λ) · (1 − (1 − λ)^(2t)) )
 * }</pre>
 *
 * it says drift when {@code z > p + L(p)·s} and warns when {@code z > p + L(p)·s / 2}. L(p) depends on ARL₀. The limits
 * used here were found by simulation with p estimated as above; they hold ARL₀ within a tenth at error rates from 0.02 to
 * 0.75, and alarms become rare beyond. The paper prints a polynomial for each ARL₀: that for 400 gives 350 to 430 at rates
 * from 0.1 to 0.4, 220 at 0.02 and hardly an alarm at 0.5; those for 100 and 1 000 do not hold: they give about 85 and 90
 * at a rate of 0.1, and about 35 and 140 at 0.4. {@link #withPublishedLimits()} uses them, for agreement with other
 * libraries.
 *
 * <p>Values are 0 for a right and 1 for a wrong prediction. {@link ChangeDetector#estimate()} is p. O(1) memory and time.
 * Immutable.
 *
 * @param averageRunLength ARL₀ in values: 100, 400 or 1 000
 * @param minimumValues first value that may raise an alarm, counted from the start, at least 1
 * @param publishedLimits whether L(p) is the paper's polynomial
 * @see <a href="https://doi.org/10.1016/j.patrec.2011.08.019">Ross, Adams, Tasoulis and Hand 2012, Exponentially weighted
 *     moving average charts for detecting concept drift, doi:10.1016/j.patrec.2011.08.019</a>
 */
public record Ecdd(int averageRunLength, int minimumValues, boolean publishedLimits) implements DetectionMethod {

    static final String NAME = "ecdd";
    static final double WEIGHT = 0.2;

    private static final Ecdd DEFAULT = new Ecdd(400, 30, false);

    // printed by calibrate_ecdd.py, beside the tests
    private static final double[] RATES = {
        0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8
    };
    private static final double[] LIMITS_100 = {
        2.643, 2.643, 2.727, 2.391, 2.288, 2.277, 2.135, 2.052, 1.979, 1.932, 1.884, 1.830, 1.778, 1.730, 1.674, 1.615,
        1.559, 1.506, 1.436, 1.146
    };
    private static final double[] LIMITS_400 = {
        5.530, 4.279, 4.212, 3.999, 3.593, 3.439, 3.154, 2.986, 2.853, 2.717, 2.608, 2.496, 2.395, 2.283, 2.174, 2.057,
        1.928, 1.790, 1.657, 1.384
    };
    private static final double[] LIMITS_1000 = {
        6.507, 5.716, 5.387, 4.573, 4.299, 3.995, 3.655, 3.423, 3.225, 3.064, 2.910, 2.762, 2.629, 2.488, 2.347, 2.198,
        2.041, 1.871, 1.696, 1.445
    };

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
    public Ecdd {
        if (averageRunLength != 100 && averageRunLength != 400 && averageRunLength != 1_000) {
            throw new IllegalArgumentException(NAME + ": expected an average run length of 100, 400 or 1000 but got "
                    + averageRunLength + "; limits are known for these");
        }
        Settings.between(NAME + ": expected a minimum of values", minimumValues, 1, Integer.MAX_VALUE);
    }

    /** {@return ECDD with one false alarm in 400 values and alarms from value 30 on} */
    public static Ecdd withDefaults() {
        return DEFAULT;
    }

    /**
     * Sets the average run length to a false alarm.
     *
     * @param newAverageRunLength ARL₀ in values: 100, 400 or 1 000
     * @return a changed copy
     * @throws IllegalArgumentException if it is another
     */
    public Ecdd withAverageRunLength(int newAverageRunLength) {
        return new Ecdd(newAverageRunLength, minimumValues, publishedLimits);
    }

    /**
     * Sets the first value that may raise an alarm. The limits were found for 30; earlier alarms shorten the run.
     *
     * @param newMinimumValues counted from the start, at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is outside its range
     */
    public Ecdd withMinimumValues(int newMinimumValues) {
        return new Ecdd(averageRunLength, newMinimumValues, publishedLimits);
    }

    /**
     * Uses the paper's polynomials for L(p), which other libraries use too. Read the description of this class first.
     *
     * @return a changed copy
     */
    public Ecdd withPublishedLimits() {
        return new Ecdd(averageRunLength, minimumValues, true);
    }

    double limit(double rate) {
        return publishedLimits ? publishedLimit(rate) : simulatedLimit(rate);
    }

    private double publishedLimit(double p) {
        double p3 = p * p * p;
        double p5 = p3 * p * p;
        double p7 = p5 * p * p;
        return switch (averageRunLength) {
            case 100 -> 2.76 - 6.23 * p + 18.12 * p3 - 312.45 * p5 + 1002.18 * p7;
            case 400 -> 3.97 - 6.56 * p + 48.73 * p3 - 330.13 * p5 + 848.18 * p7;
            default -> 1.17 + 7.56 * p - 21.24 * p3 + 112.12 * p5 - 987.23 * p7;
        };
    }

    private double simulatedLimit(double p) {
        double[] limits = switch (averageRunLength) {
            case 100 -> LIMITS_100;
            case 400 -> LIMITS_400;
            default -> LIMITS_1000;
        };
        int at = Arrays.binarySearch(RATES, p);
        if (at >= 0) {
            return limits[at];
        }
        int next = -at - 1;
        if (next == 0) {
            return limits[0];
        }
        if (next == RATES.length) {
            return limits[RATES.length - 1];
        }
        double part = (p - RATES[next - 1]) / (RATES[next] - RATES[next - 1]);
        return limits[next - 1] + part * (limits[next] - limits[next - 1]);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ChangeDetector start() {
        return new EcddDetector(this);
    }
}
