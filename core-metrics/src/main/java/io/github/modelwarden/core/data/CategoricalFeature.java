package io.github.modelwarden.core.data;

import io.github.modelwarden.core.rendering.NameList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A categorical input.
 *
 * @param name the name, unique in its schema
 * @param categories the known categories in declared order, without repeats; empty when they are to be taken from the
 *     reference data. A value outside them is not an error: it is counted as {@code other}, because unseen categories
 *     are exactly what a monitor has to show
 * @param required whether a row without a value is refused
 * @param sensitive whether values must never appear in logs
 */
public record CategoricalFeature(String name, List<String> categories, boolean required, boolean sensitive)
        implements Feature {

    public CategoricalFeature {
        Names.requireValid("feature", name);
        categories = List.copyOf(categories);
        if (new LinkedHashSet<>(categories).size() != categories.size()) {
            throw new IllegalArgumentException("feature '" + name + "': the categories " + NameList.of(categories)
                    + " name one category twice; list each once");
        }
    }

    /**
     * A required, not sensitive feature.
     *
     * @param name the name
     * @param categories the known categories
     * @return the feature
     */
    public static CategoricalFeature of(String name, String... categories) {
        return new CategoricalFeature(name, List.of(categories), true, false);
    }

    @Override
    public FeatureType type() {
        return FeatureType.CATEGORICAL;
    }
}
