package io.github.modelwarden.drift.stream;

/**
 * HDDM-A: compares the mean of all values since the last change with that up to the best cut so far, by Hoeffding's bound.
 *
 * <p>Of n values with mean z̄, the first m with mean x̄ are the cut with the smallest {@code x̄ + √(ln(1/α_d) / 2m)}. The
 * mean has risen when
 *
 * <pre>{@code
 * z̄ − x̄ ≥ √( (n − m) / (2·m·n) · ln(2/α) )
 * }</pre>
 *
 * at α = α_d for drift and at α = α_w for a warning; a fall is found in the same way from the cut with the largest
 * {@code x̄ − √…}. The bound holds for values in a known range, [0, 1] unless {@link #withRange} says otherwise: errors, or
 * losses with a largest value. Nothing is assumed about their distribution. O(1) memory and time. Immutable.
 *
 * @param driftConfidence α_d, in (0, 1)
 * @param warningConfidence α_w, in (0, 1), at least α_d
 * @param direction the changes looked for
 * @param low least possible value
 * @param high greatest possible value, above {@code low}
 * @see <a href="https://doi.org/10.1109/TKDE.2014.2345382">Frías-Blanco et al. 2015, Online and non-parametric drift
 *     detection methods based on Hoeffding's bounds, doi:10.1109/TKDE.2014.2345382</a>
 */
public record HddmA(double driftConfidence, double warningConfidence, Direction direction, double low, double high)
        implements DetectionMethod {

    static final String NAME = "hddm_a";

    private static final HddmA DEFAULT = new HddmA(0.001, 0.005, Direction.INCREASE, 0, 1);

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
    public HddmA {
        Settings.confidences(NAME, warningConfidence, driftConfidence);
        Settings.range(NAME, low, high);
    }

    /** {@return HDDM-A for errors in [0, 1], with α_d 0.001, α_w 0.005 and rising means only} */
    public static HddmA withDefaults() {
        return DEFAULT;
    }

    /**
     * Sets the confidences.
     *
     * @param newDriftConfidence α_d, in (0, 1)
     * @param newWarningConfidence α_w, in (0, 1), at least α_d
     * @return a changed copy
     * @throws IllegalArgumentException if one is outside its range
     */
    public HddmA withConfidences(double newDriftConfidence, double newWarningConfidence) {
        return new HddmA(newDriftConfidence, newWarningConfidence, direction, low, high);
    }

    /**
     * Sets which changes are looked for.
     *
     * @param newDirection the direction; {@link Direction#BOTH} is the two-sided test
     * @return a changed copy
     */
    public HddmA withDirection(Direction newDirection) {
        return new HddmA(driftConfidence, warningConfidence, newDirection, low, high);
    }

    /**
     * Sets the range of the values, on which the bound rests; others are refused.
     *
     * @param newLow least possible value
     * @param newHigh greatest possible value, above newLow
     * @return a changed copy
     * @throws IllegalArgumentException if they are no range
     */
    public HddmA withRange(double newLow, double newHigh) {
        return new HddmA(driftConfidence, warningConfidence, direction, newLow, newHigh);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ChangeDetector start() {
        return new HddmADetector(this);
    }
}
