package io.github.modelwarden.tabular;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps all blocks of a scan. */
final class Collected implements Consumer<Table> {

    private final Map<String, FeatureType> types;
    private final List<Table> blocks = new ArrayList<>();

    Collected(Map<String, FeatureType> types) {
        this.types = types;
    }

    @Override
    public void accept(Table block) {
        blocks.add(block);
    }

    Map<String, FeatureType> types() {
        return types;
    }

    List<Double> numbers(String column) {
        List<Double> numbers = new ArrayList<>();
        for (Table block : blocks) {
            NumericColumn values = block.numeric(column);
            for (int row = 0; row < values.size(); row++) {
                numbers.add(values.value(row));
            }
        }
        return numbers;
    }

    List<@Nullable String> categories(String column) {
        List<@Nullable String> categories = new ArrayList<>();
        for (Table block : blocks) {
            CategoricalColumn values = block.categorical(column);
            for (int row = 0; row < values.size(); row++) {
                categories.add(values.value(row));
            }
        }
        return categories;
    }
}
