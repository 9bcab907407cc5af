package io.github.modelwarden.core.data;

/**
 * A numeric input.
 *
 * @param name the name, unique in its schema
 * @param min smallest valid value, {@link Double#NEGATIVE_INFINITY} when there is no bound
 * @param max largest valid value, {@link Double#POSITIVE_INFINITY} when there is no bound
 * @param required whether a row without a value is refused
 * @param sensitive whether values must never appear in logs
 */
public record NumericFeature(String name, double min, double max, boolean required, boolean sensitive)
        implements Feature {

    public NumericFeature {
        Names.requireValid("feature", name);
        if (!(min <= max)) {
            throw new IllegalArgumentException(
                    "feature '" + name + "': expected min <= max but got min " + min + " and max " + max);
        }
    }

    /**
     * A required, unbounded, not sensitive feature.
     *
     * @param name the name
     * @return the feature
     */
    public static NumericFeature of(String name) {
        return new NumericFeature(name, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true, false);
    }

    /**
     * Tells whether a value lies within the declared bounds.
     *
     * @param value any value
     * @return true for a finite value between {@code min} and {@code max}, both included
     */
    public boolean accepts(double value) {
        return Double.isFinite(value) && value >= min && value <= max;
    }

    @Override
    public FeatureType type() {
        return FeatureType.NUMERIC;
    }
}
