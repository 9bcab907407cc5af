package io.github.modelwarden.drift.stream;

import org.jspecify.annotations.Nullable;

/**
 * EWMA control chart: watches an exponentially weighted mean of the values.
 *
 * <p>{@code z ← z + λ·(x − z)} starts at the mean μ of the undisturbed process. After t values it says drift when
 *
 * <pre>{@code
 * |z − μ| > L·σ·√( λ/(2 − λ) · (1 − (1 − λ)^(2t)) )
 * }</pre>
 *
 * or the same for one side. μ and σ are those of a known {@link Target}, or are estimated from the first {@code warmStart}
 * values, during which nothing is said. The default λ = 0.2, L = 2.962 raises one false alarm in about 500 values of a
 * normal process with a known target, half of them within 330 values; with one estimated from 100 values half of them come
 * within 245. Other pairs of that rate: λ = 0.1, L = 2.814; λ = 0.05, L = 2.615. Any finite values are taken. Without
 * warnings. {@link ChangeDetector#estimate()} is z. O(1) memory and time. Immutable.
 *
 * <p>After a constant warm start any other value is drift.
 *
 * @param weight λ, in (0, 1]
 * @param limit L, above 0
 * @param warmStart values from which an unknown target is estimated, at least 2
 * @param direction the changes looked for
 * @param target the undisturbed process; null to estimate it
 * @see <a href="https://doi.org/10.1080/00401706.1990.10484583">Lucas and Saccucci 1990, Exponentially weighted moving
 *     average control schemes, doi:10.1080/00401706.1990.10484583</a>
 */
public record EwmaChart(
        double weight,
        double limit,
        int warmStart,
        Direction direction,
        @Nullable Target target) implements DetectionMethod {

    static final String NAME = "ewma";

    private static final EwmaChart DEFAULT = new EwmaChart(0.2, 2.962, 100, Direction.BOTH, null);

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
    public EwmaChart {
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException(NAME + ": expected a weight above 0 and at most 1 but got " + weight);
        }
        Settings.positive(NAME, "limit", limit);
        Settings.between(NAME + ": expected a warm start", warmStart, 2, Integer.MAX_VALUE);
    }

    /** {@return the chart with λ 0.2, L 2.962, both directions and a target estimated from 100 values} */
    public static EwmaChart withDefaults() {
        return DEFAULT;
    }

    /**
     * Sets the weight of the newest value.
     *
     * @param newWeight λ, in (0, 1]; small weights find small shifts, large ones find large shifts sooner
     * @return a changed copy
     * @throws IllegalArgumentException if it is outside its range
     */
    public EwmaChart withWeight(double newWeight) {
        return new EwmaChart(newWeight, limit, warmStart, direction, target);
    }

    /**
     * Sets the limit.
     *
     * @param newLimit L, in standard deviations of z, above 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is outside its range
     */
    public EwmaChart withLimit(double newLimit) {
        return new EwmaChart(weight, newLimit, warmStart, direction, target);
    }

    /**
     * Sets from how many values the target is estimated.
     *
     * @param newWarmStart at least 2
     * @return a changed copy
     * @throws IllegalArgumentException if it is outside its range
     */
    public EwmaChart withWarmStart(int newWarmStart) {
        return new EwmaChart(weight, limit, newWarmStart, direction, target);
    }

    /**
     * Sets which changes are looked for.
     *
     * @param newDirection the direction
     * @return a changed copy
     */
    public EwmaChart withDirection(Direction newDirection) {
        return new EwmaChart(weight, limit, warmStart, newDirection, target);
    }

    /**
     * Sets the undisturbed process, so that there is no warm start.
     *
     * @param newTarget mean and standard deviation of its values
     * @return a changed copy
     */
    public EwmaChart withTarget(Target newTarget) {
        return new EwmaChart(weight, limit, warmStart, direction, newTarget);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ChangeDetector start() {
        return new EwmaDetector(this);
    }
}
