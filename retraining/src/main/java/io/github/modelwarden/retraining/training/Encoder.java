package io.github.modelwarden.retraining.training;

import io.github.modelwarden.core.data.CategoricalFeature;
import io.github.modelwarden.core.data.Feature;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows into numbers for a linear model. A numeric feature becomes its standard score and a missing-indicator; a
 * categorical one becomes an indicator a known category and a missing-indicator, an unseen category becomes all zeros.
 * Means and standard deviations are those of the training rows. Immutable.
 */
final class Encoder {

    private final List<Block> blocks;
    private final int width;

    private Encoder(List<Block> blocks, int width) {
        this.blocks = blocks;
        this.width = width;
    }

    /** The columns that one feature takes: values first, the missing-indicator last. */
    private record Block(
            String feature, int start, @Nullable Scale scale, Map<String, Integer> categories) {

        int missing() {
            return start + (scale == null ? categories.size() : 1);
        }
    }

    private record Scale(double mean, double sd) {}

    static Encoder fit(TrainingSet set) {
        List<Block> blocks = new ArrayList<>();
        int start = 0;
        for (Feature feature : set.schema().features()) {
            Block block = feature.type() == FeatureType.NUMERIC
                    ? numeric(set.features().numeric(feature.name()), start)
                    : categorical((CategoricalFeature) feature, set.features(), start);
            blocks.add(block);
            start = block.missing() + 1;
        }
        return new Encoder(blocks, start);
    }

    private static Block numeric(NumericColumn column, int start) {
        Moments moments = Moments.create();
        for (double value : column.values()) {
            moments.accept(value);
        }
        double mean = moments.count() == 0 ? 0 : moments.mean();
        double sd = moments.standardDeviation();
        return new Block(column.name(), start, new Scale(mean, sd > 0 ? sd : 1), Map.of());
    }

    private static Block categorical(CategoricalFeature feature, Table table, int start) {
        List<String> known = feature.categories().isEmpty()
                ? table.categorical(feature.name()).categories().stream()
                        .sorted()
                        .toList()
                : feature.categories();
        Map<String, Integer> columns = new TreeMap<>();
        for (String category : known) {
            columns.put(category, start + columns.size());
        }
        return new Block(feature.name(), start, null, columns);
    }

    /** The number of columns. */
    int width() {
        return width;
    }

    /** A name of a column that sorts in column order. */
    static String columnName(int column) {
        return String.format(Locale.ROOT, "c%06d", column);
    }

    /** Writes the encoded row; {@code into} is overwritten in full. */
    void encode(Table table, int row, double[] into) {
        java.util.Arrays.fill(into, 0);
        for (Block block : blocks) {
            if (block.scale() != null) {
                double value = table.numeric(block.feature()).value(row);
                if (Double.isNaN(value)) {
                    into[block.missing()] = 1;
                } else {
                    into[block.start()] =
                            (value - block.scale().mean()) / block.scale().sd();
                }
            } else {
                String category = table.categorical(block.feature()).value(row);
                if (category == null) {
                    into[block.missing()] = 1;
                } else {
                    Integer column = block.categories().get(category);
                    if (column != null) {
                        into[column] = 1;
                    }
                }
            }
        }
    }

    /** The terms of a model with these weights, one a column. */
    List<LogisticModel.Term> terms(double[] weights) {
        List<LogisticModel.Term> terms = new ArrayList<>();
        for (Block block : blocks) {
            double missingWeight = weights[block.missing()];
            Scale scale = block.scale();
            if (scale != null) {
                terms.add(new LogisticModel.NumericTerm(
                        block.feature(), scale.mean(), scale.sd(), weights[block.start()], missingWeight));
            } else {
                Map<String, Double> byCategory = new TreeMap<>();
                block.categories().forEach((category, column) -> byCategory.put(category, weights[column]));
                terms.add(new LogisticModel.CategoricalTerm(block.feature(), byCategory, missingWeight));
            }
        }
        return terms;
    }
}
