package io.github.modelwarden.core.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureEncoderTest {

    private static final Table REFERENCE = Table.of(List.of(
            CategoricalColumn.of("plan", Arrays.asList("pro", "basic", null, "pro")),
            NumericColumn.of("age", 1, 2, Double.NaN, 4)));

    private static Table table(Column... columns) {
        return Table.of(List.of(columns));
    }

    @Test
    void fewCategoriesBecomeAColumnEachAndOneForTheOthers() {
        FeatureEncoder encoder = FeatureEncoder.fit(REFERENCE, List.of("plan", "age"));
        FeatureMatrix encoded = encoder.encode(table(
                NumericColumn.of("age", 9, Double.NaN, 7, 6),
                NumericColumn.of("unused", 0, 0, 0, 0),
                CategoricalColumn.of("plan", Arrays.asList("gold", null, "basic", "pro"))));

        assertThat(encoded.names()).containsExactly("plan=basic", "plan=pro", "plan (other)", "age");
        assertThat(encoded.column(0)).containsExactly(0, 0, 1, 0);
        assertThat(encoded.column(1)).containsExactly(0, 0, 0, 1);
        assertThat(encoded.column(2)).containsExactly(1, 1, 0, 0);
        assertThat(encoded.column(3)).containsExactly(9, Double.NaN, 7, 6);
    }

    @Test
    void manyCategoriesBecomeRanksByFrequency() {
        List<String> cities = new ArrayList<>(List.of("b", "b", "a", "a", "z", "z", "z"));
        for (int i = 0; i < FeatureEncoder.ONE_HOT; i++) {
            cities.add("rare" + (char) ('a' + i));
        }
        FeatureEncoder encoder = FeatureEncoder.fit(table(CategoricalColumn.of("city", cities)), List.of("city"));
        FeatureMatrix encoded = encoder.encode(
                table(CategoricalColumn.of("city", Arrays.asList("b", "z", "new", null, "a", "rarea", "rarel"))));

        assertThat(encoded.names()).containsExactly("city");
        assertThat(encoded.column(0)).containsExactly(2, 0, 15, Double.NaN, 1, 3, 14);
    }

    @Test
    void theCategoriesOfFurtherTablesCount() {
        Table more = table(CategoricalColumn.of("plan", List.of("gold")), NumericColumn.of("age", 1));

        assertThat(FeatureEncoder.fit(REFERENCE, List.of("plan"), more)
                        .encode(more)
                        .names())
                .containsExactly("plan=basic", "plan=gold", "plan=pro", "plan (other)");
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        Table reversed = REFERENCE.select(3, 2, 1, 0);

        assertThat(FeatureEncoder.fit(reversed, List.of("plan"))
                        .encode(REFERENCE)
                        .names())
                .isEqualTo(FeatureEncoder.fit(REFERENCE, List.of("plan"))
                        .encode(REFERENCE)
                        .names());
    }

    @Test
    void numbersOfMatrixColumnsAddUpByFeature() {
        FeatureEncoder encoder = FeatureEncoder.fit(REFERENCE, List.of("plan", "age"));

        assertThat(encoder.features()).containsExactly("plan", "age");
        assertThat(encoder.sources()).containsExactly(0, 0, 0, 1);
        assertThat(encoder.sumByFeature(new double[] {1, 2, 4, 8})).containsExactly(7, 8);
        assertThatThrownBy(() -> encoder.sumByFeature(new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 4 numbers");
    }

    @Test
    void aColumnThatIsMissingOrOfAnotherTypeIsRefused() {
        FeatureEncoder encoder = FeatureEncoder.fit(REFERENCE, List.of("plan", "age"));
        Table ageOnly = table(NumericColumn.of("age", 1));
        Table wrongType = table(NumericColumn.of("plan", 1), NumericColumn.of("age", 1));

        assertThatThrownBy(() -> encoder.encode(ageOnly))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected a column 'plan'");
        assertThatThrownBy(() -> encoder.encode(wrongType))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'plan' to be categorical");
        assertThatThrownBy(() -> FeatureEncoder.fit(REFERENCE, List.of("plan"), wrongType))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("feature 'plan': expected the same type in both tables");
        assertThatThrownBy(() -> FeatureEncoder.fit(REFERENCE, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one column");
    }
}
