package io.github.modelwarden.core.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a model takes in and predicts: its features in order, and its label. Immutable.
 */
public final class Schema {

    private final String model;
    private final List<Feature> features;
    private final Label label;
    private final Map<String, Integer> indexByName = new HashMap<>();

    private Schema(String model, List<Feature> features, Label label) {
        this.model = model;
        this.features = features;
        this.label = label;
        for (int i = 0; i < features.size(); i++) {
            String name = features.get(i).name();
            if (indexByName.put(name, i) != null) {
                throw new IllegalArgumentException(
                        "schema of model '" + model + "': the feature '" + name + "' is declared twice; keep one");
            }
        }
        if (indexByName.containsKey(label.name())) {
            throw new IllegalArgumentException("schema of model '" + model + "': '" + label.name()
                    + "' is both the label and a feature; a model must not be fed its own answer");
        }
    }

    /**
     * Creates a schema.
     *
     * @param model name of the model, 1 to 120 characters
     * @param features the features in order; at least one, names unique
     * @param label the label; its name must not be a feature's
     * @return the schema
     * @throws IllegalArgumentException if a condition above does not hold
     */
    public static Schema of(String model, List<? extends Feature> features, Label label) {
        Names.requireValid("model", model);
        Objects.requireNonNull(label, "label");
        if (features.isEmpty()) {
            throw new IllegalArgumentException(
                    "schema of model '" + model + "': expected at least one feature but got none");
        }
        return new Schema(model, List.copyOf(features), label);
    }

    /** {@return the model's name} */
    public String model() {
        return model;
    }

    /** {@return the features in declared order, unmodifiable} */
    public List<Feature> features() {
        return features;
    }

    /** {@return the label} */
    public Label label() {
        return label;
    }

    /** {@return the number of features} */
    public int size() {
        return features.size();
    }

    /**
     * Finds a feature's position.
     *
     * @param name a name
     * @return its index in {@link #features()}, or −1 if the schema does not have it
     */
    public int indexOf(String name) {
        return indexByName.getOrDefault(name, -1);
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true; // the usual case: profiles compare schemas once a row
        }
        return other instanceof Schema that
                && model.equals(that.model)
                && features.equals(that.features)
                && label.equals(that.label);
    }

    @Override
    public int hashCode() {
        return Objects.hash(model, features, label);
    }

    @Override
    public String toString() {
        return "Schema[" + model + ", " + features.size() + " features, label " + label.name() + "]";
    }
}
