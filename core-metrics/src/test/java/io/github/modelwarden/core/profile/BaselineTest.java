package io.github.modelwarden.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.CategoricalFeature;
import io.github.modelwarden.core.data.Label;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.NumericFeature;
import io.github.modelwarden.core.data.Schema;
import io.github.modelwarden.core.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BaselineTest {

    static final Schema SCHEMA = Schema.of(
            "m",
            List.of(
                    NumericFeature.of("x"),
                    CategoricalFeature.of("plan", "a", "b", "c"),
                    new CategoricalFeature("city", List.of(), false, false)),
            new Label("left", "yes", "no"));

    static Baseline baseline(int rows, long seed) {
        return baseline(rows, seed, IntStream.range(0, rows).toArray());
    }

    static Baseline baseline(int rows, long seed, int[] order) {
        Random random = new Random(seed);
        double[] x = random.doubles(rows)
                .map(v -> v < 0.1 ? Double.NaN : Math.round(100 * v))
                .toArray();
        List<String> plan =
                random.ints(rows, 0, 3).mapToObj(i -> "abc".substring(i, i + 1)).toList();
        List<String> city = new ArrayList<>();
        random.ints(rows, 0, 4).forEach(i -> city.add(i == 0 ? null : "city" + i));
        double[] scores = random.doubles(rows).toArray();
        Table table = Table.of(List.of(
                        NumericColumn.of("x", x),
                        CategoricalColumn.of("plan", plan),
                        CategoricalColumn.of("city", city)))
                .select(order);
        double[] ordered = Arrays.stream(order).mapToDouble(i -> scores[i]).toArray();
        List<String> classes =
                Arrays.stream(ordered).mapToObj(s -> s > 0.5 ? "yes" : "no").toList();
        return Baseline.of(SCHEMA, table, ordered, classes, 10);
    }

    @Test
    void theIdIsStableAcrossBuildsAndRowOrder() {
        List<Integer> order = new ArrayList<>(IntStream.range(0, 500).boxed().toList());
        Collections.shuffle(order, new Random(5));
        String id = baseline(500, 1).id();

        assertThat(id).matches("[0-9a-f]{12}").isEqualTo(baseline(500, 1).id());
        assertThat(baseline(500, 1, order.stream().mapToInt(Integer::intValue).toArray())
                        .id())
                .isEqualTo(id);
    }

    @Test
    void otherDataHasAnotherId() {
        assertThat(baseline(500, 1).id()).isNotEqualTo(baseline(500, 2).id());
        assertThat(baseline(500, 1).id()).isNotEqualTo(baseline(501, 1).id());
    }

    @Test
    void theProfileIsHandedOutAsACopy() {
        Baseline baseline = baseline(100, 1);
        baseline.profile().feature("x").accept(1.0);

        assertThat(baseline.profile().rows()).isEqualTo(100);
        assertThat(baseline.emptyProfile().rows()).isZero();
    }

    @Test
    void declaredCategoriesKeepTheirBinsWhetherOrNotTheyOccur() {
        assertThat(baseline(2, 1).profile().feature("plan").binning().ids())
                .containsExactly("c_a", "c_b", "c_c", "other", "missing");
    }

    private static Baseline cities(List<String> cities) {
        Schema schema = Schema.of("m", List.of(new CategoricalFeature("city", List.of(), true, false)), SCHEMA.label());
        return Baseline.of(
                schema,
                Table.of(List.of(CategoricalColumn.of("city", cities))),
                new double[cities.size()],
                Collections.nCopies(cities.size(), "no"),
                10);
    }

    @Test
    void commonUndeclaredCategoriesAllGetABin() {
        List<String> cities = new ArrayList<>(Collections.nCopies(395, "berlin"));
        cities.addAll(Collections.nCopies(5, "ulm"));

        assertThat(cities(cities).profile().feature("city").binning().ids())
                .containsExactly("c_berlin", "c_ulm", "other", "missing");
    }

    @Test
    void rareUndeclaredCategoriesAreCountedAsOtherBecauseUnseenOnesWillFollow() {
        List<String> cities = new ArrayList<>(Collections.nCopies(300, "berlin"));
        cities.addAll(Collections.nCopies(60, "bonn"));
        cities.addAll(Collections.nCopies(18, "ulm"));
        IntStream.range(0, 22).forEach(i -> cities.add("village" + i));
        FeatureProfile profile = cities(cities).profile().feature("city");

        assertThat(profile.binning().ids()).containsExactly("c_berlin", "c_bonn", "other", "missing");
        assertThat(profile.counts()).containsExactly(300, 60, 40, 0);
    }

    @Test
    void aNumericFeatureWithoutAnyValueIsNamed() {
        Schema schema = Schema.of("m", List.of(NumericFeature.of("x")), SCHEMA.label());
        Table empty = Table.of(List.of(NumericColumn.of("x", Double.NaN)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Baseline.of(schema, empty, new double[] {0.5}, List.of("no"), 10))
                .withMessage("baseline of 'x': expected at least one reference value but all 1 are missing;"
                        + " take the feature out of the schema or supply data");
    }

    @Test
    void scoresAndClassesMustMatchTheRows() {
        Schema schema = Schema.of("m", List.of(NumericFeature.of("x")), SCHEMA.label());
        Table table = Table.of(List.of(NumericColumn.of("x", 1, 2)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Baseline.of(schema, table, new double[] {0.5}, List.of("no", "no"), 10))
                .withMessageContaining("each of the 2 rows but got 1 scores and 2 classes");
    }
}
