package io.github.modelwarden.core.threshold;

/**
 * A condition on a value, with a tolerance {@code max(relative·|wanted|, absolute)} within which it counts as equal:
 * "equal" and "or equal" hold within the tolerance, "greater", "less" and "not equal" only beyond it. Immutable.
 *
 * @param comparison how the value is compared
 * @param wanted what it is compared with
 * @param relative relative tolerance, at least 0
 * @param absolute absolute tolerance, at least 0
 */
public record ThresholdCondition(Comparison comparison, double wanted, double relative, double absolute) {

    public ThresholdCondition {
        if (!Double.isFinite(wanted)) {
            throw new IllegalArgumentException("condition: expected a finite value to compare with but got " + wanted);
        }
        if (!(relative >= 0 && absolute >= 0)) {
            throw new IllegalArgumentException("condition: expected tolerances of at least 0 but got " + relative
                    + " relative and " + absolute + " absolute");
        }
    }

    /**
     * A condition without tolerance.
     *
     * @param comparison how the value is compared
     * @param wanted what it is compared with, finite
     * @return the condition
     * @throws IllegalArgumentException if {@code wanted} is not finite
     */
    public static ThresholdCondition of(Comparison comparison, double wanted) {
        return new ThresholdCondition(comparison, wanted, 0, 0);
    }

    /**
     * Sets the relative tolerance.
     *
     * @param newRelative part of the wanted value, at least 0
     * @return a condition with that setting
     * @throws IllegalArgumentException if it is negative or NaN
     */
    public ThresholdCondition withRelative(double newRelative) {
        return new ThresholdCondition(comparison, wanted, newRelative, absolute);
    }

    /**
     * Sets the absolute tolerance.
     *
     * @param newAbsolute in the value's unit, at least 0
     * @return a condition with that setting
     * @throws IllegalArgumentException if it is negative or NaN
     */
    public ThresholdCondition withAbsolute(double newAbsolute) {
        return new ThresholdCondition(comparison, wanted, relative, newAbsolute);
    }

    /**
     * Tests a value.
     *
     * @param actual the value
     * @return whether the condition holds; false for NaN, whatever the comparison
     */
    public boolean holds(double actual) {
        double tolerance = Math.max(relative * Math.abs(wanted), absolute);
        return switch (comparison) {
            case EQ -> Math.abs(actual - wanted) <= tolerance;
            case NOT_EQ -> Math.abs(actual - wanted) > tolerance;
            case GT -> actual > wanted + tolerance;
            case GTE -> actual >= wanted - tolerance;
            case LT -> actual < wanted - tolerance;
            case LTE -> actual <= wanted + tolerance;
        };
    }
}
