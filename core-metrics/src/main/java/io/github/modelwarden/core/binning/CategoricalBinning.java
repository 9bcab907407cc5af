package io.github.modelwarden.core.binning;

import io.github.modelwarden.core.data.FeatureType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One bin a known category, then {@code other} for every category the reference did not have, then {@code missing}. Ids
 * of categories are {@code c_<name>}, so that no category can be mistaken for {@code other} or {@code missing}.
 * Immutable.
 */
public final class CategoricalBinning implements Binning {

    private final List<String> categories;
    private final List<String> ids;
    private final Map<String, Integer> indexByCategory = new HashMap<>();

    private CategoricalBinning(List<String> categories) {
        this.categories = categories;
        List<String> names = new ArrayList<>();
        for (String category : categories) {
            indexByCategory.put(category, names.size());
            names.add("c_" + category);
        }
        names.add(OTHER);
        names.add(MISSING);
        this.ids = List.copyOf(names);
    }

    /**
     * Bins for known categories.
     *
     * @param categories the categories in order; repeats count once; may be empty
     * @return the binning
     */
    public static CategoricalBinning of(Collection<String> categories) {
        return new CategoricalBinning(categories.stream().distinct().toList());
    }

    /**
     * The rows that a category must have in a reference to get a bin of its own where the reference shows rare categories
     * too, and bins must be few: {@code 10 + √rows}. More categories exist then than the reference shows, and one just met
     * often enough by chance would look like a loss ever after.
     *
     * @param rows rows of the reference
     * @return the rows
     */
    public static double rowsForABin(long rows) {
        return 10 + Math.sqrt((double) rows);
    }

    /**
     * The bin of a category.
     *
     * @param category any category; null is missing
     * @return index into {@link #ids()}
     */
    public int index(@Nullable String category) {
        return category == null ? categories.size() + 1 : indexByCategory.getOrDefault(category, categories.size());
    }

    /** {@return the known categories in order, unmodifiable} */
    public List<String> categories() {
        return categories;
    }

    @Override
    public List<String> ids() {
        return ids;
    }

    @Override
    public List<String> descriptions() {
        List<String> descriptions = new ArrayList<>(categories);
        descriptions.add(OTHER);
        descriptions.add(MISSING);
        return descriptions;
    }

    @Override
    public FeatureType type() {
        return FeatureType.CATEGORICAL;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CategoricalBinning that && categories.equals(that.categories);
    }

    @Override
    public int hashCode() {
        return categories.hashCode();
    }

    @Override
    public String toString() {
        return "CategoricalBinning" + categories;
    }
}
