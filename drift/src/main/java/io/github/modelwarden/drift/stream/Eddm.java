package io.github.modelwarden.drift.stream;

/**
 * EDDM, early drift detection method: watches the distances between the errors of a classifier, which change before the
 * error rate does when a drift is gradual.
 *
 * <p>With the mean p′ and standard deviation s′ of the distances between consecutive errors, the largest p′ + 2s′ so far
 * is remembered. At an error it warns when {@code (p′ + 2s′) / largest} is below {@code warning} and says drift when it is
 * below {@code drift}; between errors the last word holds. Values are 0 for a right and 1 for a wrong prediction. {@link
 * ChangeDetector#estimate()} is the error rate. O(1) memory and time. Immutable.
 *
 * <p>Implementations differ in s′ and in the warm start: River has the defaults here; MOA uses {@link
 * Deviation#POPULATION} with a warm start of 29, scikit-multiflow with one of 28, and Frouros with a warm start and a
 * minimum of errors of 29. All of them raise many false alarms on stable streams.
 *
 * @param warning ratio below which it warns, in (0, 1)
 * @param drift ratio below which it says drift, in (0, 1), at most {@code warning}
 * @param warmStart values whose errors do not set the largest p′ + 2s′ yet, at least 1
 * @param minimumErrors errors before any are judged, at least 1
 * @param deviation how s′ is computed
 * @see <a href="https://www.cs.upc.edu/~abifet/EDDM.pdf">Baena-García et al. 2006, Early drift detection method</a>
 */
public record Eddm(double warning, double drift, int warmStart, int minimumErrors, Deviation deviation)
        implements DetectionMethod {

    static final String NAME = "eddm";

    private static final Eddm DEFAULT = new Eddm(0.95, 0.9, 30, 30, Deviation.SAMPLE);

    /** The divisor of the squared distances from their mean, for e errors. */
    public enum Deviation {
        /** e − 1. */
        SAMPLE,
        /** e. */
        POPULATION
    }

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
    public Eddm {
        Settings.share(NAME, "a warning ratio", warning);
        Settings.share(NAME, "a drift ratio", drift);
        if (drift > warning) {
            throw new IllegalArgumentException(NAME + ": expected a drift ratio of at most the warning ratio but got "
                    + drift + " and " + warning);
        }
        Settings.between(NAME + ": expected a warm start", warmStart, 1, Integer.MAX_VALUE);
        Settings.between(NAME + ": expected a minimum of errors", minimumErrors, 1, Integer.MAX_VALUE);
    }

    /** {@return EDDM that warns below 0.95 and says drift below 0.9, after 30 values and 30 errors} */
    public static Eddm withDefaults() {
        return DEFAULT;
    }

    /**
     * Sets the ratios.
     *
     * @param newWarning ratio below which it warns, in (0, 1)
     * @param newDrift ratio below which it says drift, in (0, 1), at most newWarning
     * @return a changed copy
     * @throws IllegalArgumentException if one is outside its range
     */
    public Eddm withRatios(double newWarning, double newDrift) {
        return new Eddm(newWarning, newDrift, warmStart, minimumErrors, deviation);
    }

    /**
     * Sets after how many values errors begin to set the largest p′ + 2s′.
     *
     * @param newWarmStart at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is outside its range
     */
    public Eddm withWarmStart(int newWarmStart) {
        return new Eddm(warning, drift, newWarmStart, minimumErrors, deviation);
    }

    /**
     * Sets how many errors are only learned from.
     *
     * @param newMinimumErrors at least 1; the next error is the first to be judged
     * @return a changed copy
     * @throws IllegalArgumentException if it is outside its range
     */
    public Eddm withMinimumErrors(int newMinimumErrors) {
        return new Eddm(warning, drift, warmStart, newMinimumErrors, deviation);
    }

    /**
     * Sets how the standard deviation is computed.
     *
     * @param newDeviation the divisor
     * @return a changed copy
     */
    public Eddm withDeviation(Deviation newDeviation) {
        return new Eddm(warning, drift, warmStart, minimumErrors, newDeviation);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ChangeDetector start() {
        return new EddmDetector(this);
    }
}
