package io.github.modelwarden.drift.report;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.CategoricalFeature;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.Feature;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.Label;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.NumericFeature;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.DatasetProfile;
import java.util.List;
import java.util.stream.IntStream;

/** Small models for tests: columns in, baseline or profile out. The score is spread evenly over [0, 1). */
final class Traffic {

    private Traffic() {}

    static NumericColumn evenly(String name, int rows, double shift) {
        return NumericColumn.of(
                name,
                IntStream.range(0, rows)
                        .mapToDouble(i -> i * 37 % rows / (double) rows + shift)
                        .toArray());
    }

    static CategoricalColumn cycling(String name, int rows, String... categories) {
        return CategoricalColumn.of(
                name,
                IntStream.range(0, rows)
                        .mapToObj(i -> categories[i % categories.length])
                        .toList());
    }

    static Schema schema(Feature... features) {
        return Schema.of("m", List.of(features), new Label("left", "yes", "no"));
    }

    static Schema schemaOf(List<Column> columns) {
        return schema(columns.stream()
                .map(column -> column.type() == FeatureType.NUMERIC
                        ? NumericFeature.of(column.name())
                        : new CategoricalFeature(
                                column.name(),
                                ((CategoricalColumn) column)
                                        .categories().stream().sorted().toList(),
                                true,
                                false))
                .toArray(Feature[]::new));
    }

    static Baseline baseline(Schema schema, Column... columns) {
        int rows = columns[0].size();
        return Baseline.of(schema, Table.of(List.of(columns)), scores(rows), classes(rows), 10);
    }

    static DatasetProfile profile(Baseline baseline, Schema schema, Column... columns) {
        DatasetProfile profile = baseline.emptyProfile();
        Table table = Table.of(List.of(columns));
        double[] scores = scores(table.rowCount());
        List<String> classes = classes(table.rowCount());
        for (int row = 0; row < table.rowCount(); row++) {
            profile.accept(table.row(schema, row), scores[row], classes.get(row));
        }
        return profile;
    }

    private static double[] scores(int rows) {
        return evenly("score", rows, 0).values();
    }

    private static List<String> classes(int rows) {
        return IntStream.range(0, rows).mapToObj(i -> i % 4 == 0 ? "yes" : "no").toList();
    }
}
