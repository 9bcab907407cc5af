package io.github.modelwarden.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.modelwarden.core.binning.NumericBinning;
import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableBaselineTest {

    private static final Table TABLE = Table.of(List.of(
            NumericColumn.of("age", 1, 2, 3, 4, Double.NaN),
            NumericColumn.of("empty", Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN),
            CategoricalColumn.of("plan", List.of("a", "a", "a", "a", "a"))));

    @Test
    void everyColumnOfATableIsProfiledByName() {
        Baseline baseline = Baseline.of(TABLE, 2);

        assertThat(baseline.profile().features())
                .extracting(FeatureProfile::feature)
                .containsExactly("age", "empty", "plan");
        assertThat(baseline.profile().feature("age").counts()).containsExactly(2, 2, 1);
        assertThat(baseline.profile().feature("empty").counts()).containsExactly(0, 5);
        assertThat(baseline.profile().feature("plan").counts()).containsExactly(5, 0, 0);
    }

    @Test
    void aTableWithoutAColumnIsRefusedAsAWhole() {
        DatasetProfile profile =
                DatasetProfile.of(Map.of("income", NumericBinning.of(new double[0], new double[] {0})));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile.accept(TABLE))
                .withMessageContaining("'income'");
        assertThat(profile.rows()).isZero();
    }

    @Test
    void countedRowsBecomeABaseline() {
        Baseline whole = Baseline.of(TABLE, 2);

        Baseline counted = Baseline.of(whole.profile());

        assertThat(counted.id()).isEqualTo(whole.id());
    }

    @Test
    void rareCategoriesHaveABinEachAndTheMostFrequentOnesWhenThereAreTooMany() {
        CategoricalColumn ids = CategoricalColumn.of(
                "id",
                IntStream.range(0, 3000)
                        .mapToObj(i -> i < 2000 ? "often" + i % 500 : "once" + i)
                        .toList());
        FeatureProfile id = Baseline.of(Table.of(List.of(ids)), 10).profile().feature("id");

        assertThat(id.binning().size()).isEqualTo(BaselineBuilder.DEFAULT_CATEGORIES + 2);
        assertThat(id.binning().ids()).contains("c_often0", "c_often499");
        assertThat(id.counts()[BaselineBuilder.DEFAULT_CATEGORIES]).isEqualTo(500);
    }

    @Test
    void declaredCategoriesAreTheBinsOfTheirColumn() {
        BaselineBuilder builder = Baseline.builder().withCategories(Map.of("plan", List.of("b", "a", "c")));
        builder.accept(TABLE);
        builder.endOfPass();

        assertThat(builder.build().profile().feature("plan").binning().ids())
                .containsExactly("c_b", "c_a", "c_c", "other", "missing");
    }
}
