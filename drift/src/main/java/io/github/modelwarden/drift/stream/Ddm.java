package io.github.modelwarden.drift.stream;

/**
 * DDM, drift detection method: watches the error rate of a classifier.
 *
 * <p>After i errors and non-errors the rate is p with the standard deviation {@code s = √(p·(1 − p) / i)}. The smallest
 * p + s so far is remembered as p_min and s_min. It warns when {@code p + s > p_min + w·s_min} and says drift when
 * {@code p + s > p_min + d·s_min}. The comparison is strict, so that a stream without an error stays stable. O(1) memory
 * and time. Immutable.
 *
 * <p>Values are 0 for a right and 1 for a wrong prediction, or errors in between. Other losses need {@link
 * #withRealValues()}: the formula for s holds for rates alone and has no value for a mean above 1.
 *
 * <p>DDM only answers to a rising rate, and the smallest p + s is a record that a long stream keeps lowering: on a long
 * stable stream false alarms are likely.
 *
 * @param warmStart values that are only learned from; the next one is the first to be judged; at least 1
 * @param warning w, above 0
 * @param drift d, at least w
 * @param realValues whether any finite value is taken, with s from the sample
 * @see <a href="https://doi.org/10.1007/978-3-540-28645-5_29">Gama, Medas, Castillo and Rodrigues 2004, Learning with drift
 *     detection, doi:10.1007/978-3-540-28645-5_29</a>
 */
public record Ddm(int warmStart, double warning, double drift, boolean realValues) implements DetectionMethod {

    static final String NAME = "ddm";

    private static final Ddm DEFAULT = new Ddm(30, 2, 3, false);

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
    public Ddm {
        Settings.between(NAME + ": expected a warm start", warmStart, 1, Integer.MAX_VALUE);
        Settings.levels(NAME, warning, drift);
    }

    /** {@return DDM that learns from 30 values, warns at 2 and says drift at 3 standard deviations} */
    public static Ddm withDefaults() {
        return DEFAULT;
    }

    /**
     * Sets how many values are only learned from.
     *
     * @param newWarmStart at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is outside its range
     */
    public Ddm withWarmStart(int newWarmStart) {
        return new Ddm(newWarmStart, warning, drift, realValues);
    }

    /**
     * Sets the levels.
     *
     * @param newWarning standard deviations from which it warns, above 0
     * @param newDrift standard deviations from which it says drift, at least newWarning
     * @return a changed copy
     * @throws IllegalArgumentException if one is outside its range
     */
    public Ddm withLevels(double newWarning, double newDrift) {
        return new Ddm(warmStart, newWarning, newDrift, realValues);
    }

    /**
     * Takes any finite value, such as a loss. The standard deviation is then that of the sample, {@code s = √(Σ(x − p)²) /
     * i}; on zeros and ones it is the same.
     *
     * @return a changed copy
     */
    public Ddm withRealValues() {
        return new Ddm(warmStart, warning, drift, true);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ChangeDetector start() {
        return new DdmDetector(this);
    }
}
