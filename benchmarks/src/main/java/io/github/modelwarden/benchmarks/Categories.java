package io.github.modelwarden.benchmarks;

import io.github.modelwarden.core.binning.CategoricalBinning;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.profile.Baseline;
import io.github.modelwarden.core.profile.DatasetProfile;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The categorical features of the benchmarks: the k-th category has a share proportional to 1/k (Zipf). */
enum Categories {
    DECLARED_10("zipf-10", "Zipf, 10 declared categories", 10, true),
    DECLARED_20("zipf-20", "Zipf, 20 declared categories", 20, true),
    OPEN_500("zipf-500-open", "Zipf, 500 categories, not declared", 500, false),
    OPEN_10000("zipf-10000-open", "Zipf, 10 000 categories, not declared", 10_000, false);

    private final String word;
    private final String title;
    private final int count;
    private final boolean declared;

    Categories(String word, String title, int count, boolean declared) {
        this.word = word;
        this.title = title;
        this.count = count;
        this.declared = declared;
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

    /** {@return the baseline of a table with this feature; categories that are not declared are taken from it} */
    Baseline baseline(Table reference, String feature) {
        if (!declared) {
            return Baseline.of(reference, Baseline.DEFAULT_BINS);
        }
        DatasetProfile profile = DatasetProfile.of(Map.of(feature, CategoricalBinning.of(names())));
        profile.accept(reference);
        return Baseline.of(profile, Map.of());
    }
}
