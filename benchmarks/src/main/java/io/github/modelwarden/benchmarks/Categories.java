package io.github.modelwarden.benchmarks;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.CategoricalFeature;
import io.github.modelwarden.core.data.Label;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.BaselineBuilder;
import io.github.modelwarden.core.profile.DatasetProfile;
import io.github.modelwarden.core.profile.FeatureProfile;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The categorical features of the benchmarks: the k-th category has a share proportional to 1/k (Zipf). */
enum Categories {
    DECLARED_10("zipf-10", "Zipf, 10 declared categories", 10, Known.DECLARED),
    DECLARED_20("zipf-20", "Zipf, 20 declared categories", 20, Known.DECLARED),
    OPEN_500("zipf-500", "Zipf, 500 categories, not declared", 500, Known.FROM_TABLE),
    OPEN_10000("zipf-10000", "Zipf, 10 000 categories, not declared", 10_000, Known.FROM_TABLE),
    SCHEMA_500("zipf-500-schema", "Zipf, 500 categories, not declared in a schema", 500, Known.FROM_TABLE_OF_SCHEMA),
    SCHEMA_10000(
            "zipf-10000-schema",
            "Zipf, 10 000 categories, not declared in a schema",
            10_000,
            Known.FROM_TABLE_OF_SCHEMA);

    static final String FEATURE = "x";

    private final String word;
    private final String title;
    private final int count;
    private final Known known;

    /** How a baseline comes to know the categories. */
    private enum Known {
        DECLARED,
        FROM_TABLE,
        FROM_TABLE_OF_SCHEMA
    }

    Categories(String word, String title, int count, Known known) {
        this.word = word;
        this.title = title;
        this.count = count;
        this.known = known;
    }

    static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "c" + i).toList();
    }

    /** {@return the name in cells} */
    String word() {
        return word;
    }

    /** {@return the name in tables} */
    String title() {
        return title;
    }

    /** {@return the names of the categories, the most frequent first} */
    List<String> names() {
        return names(count);
    }

    /** {@return the law of the positions in {@link #names}} */
    DiscreteLaw law() {
        return DiscreteLaw.zipf(count);
    }

    /** {@return the baseline of a column} */
    Baseline baseline(CategoricalColumn reference) {
        BaselineBuilder builder = switch (known) {
            case DECLARED -> Baseline.builder().withCategories(Map.of(FEATURE, names()));
            case FROM_TABLE -> Baseline.builder();
            case FROM_TABLE_OF_SCHEMA ->
                Baseline.builder(Schema.of(
                        "benchmark", List.of(CategoricalFeature.of(FEATURE)), new Label("label", "yes", "no")));
        };
        do {
            builder.accept(Table.of(List.of(reference)));
        } while (!builder.endOfPass());
        return builder.build();
    }

    /** {@return the profile of current rows; under a schema they are counted one by one, as a service does} */
    DatasetProfile profile(Baseline baseline, CategoricalColumn current) {
        DatasetProfile profile = baseline.emptyProfile();
        if (known != Known.FROM_TABLE_OF_SCHEMA) {
            profile.accept(Table.of(List.of(current)));
            return profile;
        }
        FeatureProfile feature = profile.feature(FEATURE);
        for (int row = 0; row < current.size(); row++) {
            feature.accept(current.value(row));
        }
        return profile;
    }
}
