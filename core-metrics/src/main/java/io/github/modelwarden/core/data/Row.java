package io.github.modelwarden.core.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The feature values of one prediction, in the order of a {@link Schema}. Immutable. A missing numeric value is NaN, a
 * missing category is null.
 */
public final class Row {

    private final Schema schema;
    private final double[] numbers;
    private final @Nullable String[] categories;

    private Row(Schema schema, double[] numbers, @Nullable String[] categories) {
        this.schema = schema;
        this.numbers = numbers;
        this.categories = categories;
    }

    /**
     * Starts a row in which every value is missing.
     *
     * @param schema the schema that gives names, types and order
     * @return a builder
     */
    public static Builder builder(Schema schema) {
        return new Builder(schema);
    }

    /** {@return the schema this row follows} */
    public Schema schema() {
        return schema;
    }

    /**
     * A numeric value.
     *
     * @param feature index of a numeric feature in the schema
     * @return the value, NaN if it is missing or the feature is categorical
     */
    public double number(int feature) {
        return numbers[feature];
    }

    /**
     * A categorical value.
     *
     * @param feature index of a categorical feature in the schema
     * @return the category, null if it is missing or the feature is numeric
     */
    public @Nullable String category(int feature) {
        return categories[feature];
    }

    /**
     * Tells whether a feature has no value in this row.
     *
     * @param feature index of a feature in the schema
     * @return true if the value is missing
     */
    public boolean isMissing(int feature) {
        return categories[feature] == null && Double.isNaN(numbers[feature]);
    }

    /** {@return the values by feature name in schema order: {@link Double}, {@link String}, or null where missing} */
    public Map<String, @Nullable Object> asMap() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < schema.size(); i++) {
            Feature feature = schema.features().get(i);
            values.put(feature.name(), isMissing(i) ? null : value(feature, i));
        }
        return values;
    }

    private @Nullable Object value(Feature feature, int index) {
        return feature.type() == FeatureType.NUMERIC ? (Object) numbers[index] : categories[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Row that
                && schema.equals(that.schema)
                && Arrays.equals(numbers, that.numbers)
                && Arrays.equals(categories, that.categories);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(numbers) + Arrays.hashCode(categories);
    }

    @Override
    public String toString() {
        // values may be sensitive, so a row never prints them
        return "Row[" + schema.model() + ", " + schema.size() + " features]";
    }

    /** Collects the values of one row. Not thread-safe. */
    public static final class Builder {

        private final Schema schema;
        private final double[] numbers;
        private final @Nullable String[] categories;

        private Builder(Schema schema) {
            this.schema = schema;
            this.numbers = new double[schema.size()];
            this.categories = new String[schema.size()];
            Arrays.fill(numbers, Double.NaN);
        }

        /**
         * Sets a numeric value.
         *
         * @param feature name of a numeric feature
         * @param value the value; NaN means missing
         * @return this builder
         * @throws IllegalArgumentException if the schema has no numeric feature of this name or the value is infinite
         */
        public Builder set(String feature, double value) {
            if (Double.isInfinite(value)) {
                throw new IllegalArgumentException(
                        "feature '" + feature + "': expected a finite number but got " + value);
            }
            numbers[index(feature, FeatureType.NUMERIC)] = value;
            return this;
        }

        /**
         * Sets a categorical value.
         *
         * @param feature name of a categorical feature
         * @param value the category; null means missing
         * @return this builder
         * @throws IllegalArgumentException if the schema has no categorical feature of this name
         */
        public Builder set(String feature, @Nullable String value) {
            categories[index(feature, FeatureType.CATEGORICAL)] = value;
            return this;
        }

        private int index(String name, FeatureType wanted) {
            int index = schema.indexOf(name);
            if (index < 0 || schema.features().get(index).type() != wanted) {
                throw new IllegalArgumentException("model '" + schema.model() + "' has no " + wanted.word()
                        + " feature '" + name + "'; its features are "
                        + schema.features().stream().map(Feature::name).toList());
            }
            return index;
        }

        /** {@return the row; the builder can be used on} */
        public Row build() {
            return new Row(schema, numbers.clone(), categories.clone());
        }
    }
}
