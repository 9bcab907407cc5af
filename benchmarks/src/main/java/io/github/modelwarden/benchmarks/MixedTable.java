package io.github.modelwarden.benchmarks;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Tables of many features of all kinds. Independent, or each row's values rise and fall together: the standard normal numbers
 * that they are made of have a correlation of {@value #CORRELATION} with each other.
 */
final class MixedTable {

    static final double CORRELATION = 0.8;

    private static final List<Distribution> NUMERIC = List.of(Distribution.values());

    /** Every fifth feature has categories. */
    private static final int[] CATEGORIES = {10, 20, 500, 10};

    private final List<Law> laws = new ArrayList<>();
    private final List<List<String>> names = new ArrayList<>();
    private final boolean correlated;

    MixedTable(int features, boolean correlated) {
        this.correlated = correlated;
        for (int i = 0; i < features; i++) {
            if (i % 5 == 4) {
                int categories = CATEGORIES[i / 5 % CATEGORIES.length];
                laws.add(DiscreteLaw.zipf(categories));
                names.add(Categories.names(categories));
            } else {
                laws.add(NUMERIC.get((i - i / 5) % NUMERIC.size()).law());
                names.add(List.of());
            }
        }
    }

    /** {@return a table of new rows} */
    Table draw(int rows, SplittableRandom random) {
        double[] shared = new double[correlated ? rows : 0];
        for (int row = 0; row < shared.length; row++) {
            shared[row] = Math.sqrt(CORRELATION) * random.nextGaussian();
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < laws.size(); i++) {
            columns.add(column(i, values(laws.get(i), shared, rows, random)));
        }
        return Table.of(columns);
    }

    private double[] values(Law law, double[] shared, int rows, SplittableRandom random) {
        double[] values = new double[rows];
        if (!correlated) {
            law.fill(values, random);
            return values;
        }
        double own = Math.sqrt(1 - CORRELATION);
        for (int row = 0; row < rows; row++) {
            values[row] = law.of(shared[row] + own * random.nextGaussian(), random);
        }
        return values;
    }

    private Column column(int feature, double[] values) {
        String name = "x" + feature;
        if (names.get(feature).isEmpty()) {
            return NumericColumn.adopt(name, values);
        }
        int[] codes = new int[values.length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = (int) values[row];
        }
        return CategoricalColumn.ofCodes(name, codes, names.get(feature));
    }
}
