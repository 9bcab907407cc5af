package io.github.modelwarden.core.boosting;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How one table column becomes one or more matrix columns. */
sealed interface ColumnEncoding {

    /** The table column. */
    String feature();

    /** The names of the matrix columns. */
    List<String> names();

    /** The matrix columns. */
    double[][] encode(Table table);

    /** Learns the encoding of a column from its occurrences in one or more tables. */
    static ColumnEncoding fit(List<Column> columns) {
        Column first = columns.get(0);
        for (Column column : columns) {
            if (column.type() != first.type()) {
                throw new IllegalArgumentException("feature '" + first.name()
                        + "': expected the same type in both tables but it is "
                        + first.type().name().toLowerCase(Locale.ROOT) + " in one and "
                        + column.type().name().toLowerCase(Locale.ROOT) + " in the other");
            }
        }
        if (first.type() == FeatureType.NUMERIC) {
            return new Numeric(first.name());
        }
        Map<String, Long> counts = new HashMap<>();
        for (Column column : columns) {
            count((CategoricalColumn) column, counts);
        }
        List<String> categories = new ArrayList<>(counts.keySet());
        if (categories.size() <= FeatureEncoder.ONE_HOT) {
            categories.sort(Comparator.naturalOrder());
            return OneHot.of(first.name(), categories);
        }
        categories.sort(Comparator.<String>comparingLong(category -> -counts.getOrDefault(category, 0L))
                .thenComparing(Comparator.naturalOrder()));
        return new Rank(first.name(), positions(categories));
    }

    private static void count(CategoricalColumn column, Map<String, Long> counts) {
        long[] byCode = new long[column.categories().size()];
        for (int row = 0; row < column.size(); row++) {
            int code = column.code(row);
            if (code != CategoricalColumn.MISSING) {
                byCode[code]++;
            }
        }
        for (int code = 0; code < byCode.length; code++) {
            counts.merge(column.categories().get(code), byCode[code], Long::sum);
        }
    }

    private static Map<String, Integer> positions(List<String> categories) {
        Map<String, Integer> positions = new HashMap<>();
        for (String category : categories) {
            positions.put(category, positions.size());
        }
        return Map.copyOf(positions);
    }

    /** The position of each of a column's own codes among known categories; {@code unknown} for the others. */
    private static int[] translate(CategoricalColumn column, Map<String, Integer> positions, int unknown) {
        return column.categories().stream()
                .mapToInt(category -> positions.getOrDefault(category, unknown))
                .toArray();
    }

    /** A number stays a number. */
    record Numeric(String feature) implements ColumnEncoding {
        @Override
        public List<String> names() {
            return List.of(feature);
        }

        @Override
        public double[][] encode(Table table) {
            NumericColumn column = table.numeric(feature);
            return new double[][] {column.values()};
        }
    }

    /** A column for each category and one for everything else. */
    record OneHot(String feature, List<String> names, Map<String, Integer> positions) implements ColumnEncoding {

        static OneHot of(String feature, List<String> categories) {
            List<String> names = new ArrayList<>();
            for (String category : categories) {
                names.add(feature + "=" + category);
            }
            names.add(feature + " (other)");
            return new OneHot(feature, List.copyOf(names), ColumnEncoding.positions(categories));
        }

        @Override
        public double[][] encode(Table table) {
            CategoricalColumn column = table.categorical(feature);
            int other = positions.size();
            int[] translated = translate(column, positions, other);
            double[][] encoded = new double[other + 1][column.size()];
            for (int row = 0; row < column.size(); row++) {
                int code = column.code(row);
                encoded[code == CategoricalColumn.MISSING ? other : translated[code]][row] = 1;
            }
            return encoded;
        }
    }

    /** The rank by frequency. */
    record Rank(String feature, Map<String, Integer> ranks) implements ColumnEncoding {
        @Override
        public List<String> names() {
            return List.of(feature);
        }

        @Override
        public double[][] encode(Table table) {
            CategoricalColumn column = table.categorical(feature);
            int[] translated = translate(column, ranks, ranks.size());
            double[] encoded = new double[column.size()];
            for (int row = 0; row < column.size(); row++) {
                int code = column.code(row);
                encoded[row] = code == CategoricalColumn.MISSING ? Double.NaN : translated[code];
            }
            return new double[][] {encoded};
        }
    }
}
