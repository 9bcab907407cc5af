package io.github.modelwarden.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final Schema SCHEMA = Schema.of(
            "churn",
            List.of(NumericFeature.of("age"), CategoricalFeature.of("plan", "a", "b"), NumericFeature.of("tenure")),
            new Label("left", "yes", "no"));

    private static final NumericColumn AGE = NumericColumn.of("age", 30, Double.NaN, 50);
    private static final NumericColumn TENURE = NumericColumn.of("tenure", 3, 5, 7);
    private static final CategoricalColumn PLAN = CategoricalColumn.of("plan", Arrays.asList("b", null, "a"));

    @Test
    void columnsInAnotherOrderGiveTheSameRow() {
        Table inOrder = Table.of(List.of(AGE, PLAN, TENURE));
        Table shuffled = Table.of(List.of(TENURE, AGE, PLAN));

        for (int row = 0; row < 3; row++) {
            assertThat(shuffled.row(SCHEMA, row)).isEqualTo(inOrder.row(SCHEMA, row));
        }
        assertThat(shuffled.row(SCHEMA, 0).number(SCHEMA.indexOf("age"))).isEqualTo(30);
        assertThat(shuffled.row(SCHEMA, 0).number(SCHEMA.indexOf("tenure"))).isEqualTo(3);
    }

    @Test
    void missingStaysMissingThroughRowsAndBack() {
        Table table = Table.of(List.of(AGE, PLAN, TENURE));
        Table back = Table.ofRows(SCHEMA, List.of(table.row(SCHEMA, 0), table.row(SCHEMA, 1), table.row(SCHEMA, 2)));

        assertThat(back.numeric("age").values()).containsExactly(30, Double.NaN, 50);
        assertThat(back.categorical("plan").value(1)).isNull();
        assertThat(back.categorical("plan").value(0)).isEqualTo("b");
        assertThat(back.column("age").isMissing(1)).isTrue();
        assertThat(back.numeric("age").present()).containsExactly(30, 50);
    }

    @Test
    void aFeatureWithoutColumnIsMissingAndAColumnWithoutFeatureIsLeftOut() {
        Row row = Table.of(List.of(AGE, NumericColumn.of("unrelated", 1, 2, 3))).row(SCHEMA, 0);

        assertThat(row.isMissing(SCHEMA.indexOf("plan"))).isTrue();
        assertThat(row.isMissing(SCHEMA.indexOf("tenure"))).isTrue();
        assertThat(row.asMap()).containsOnlyKeys("age", "plan", "tenure").containsEntry("age", 30.0);
    }

    @Test
    void selectKeepsNamesAndAllowsRepeats() {
        Table picked = Table.of(List.of(AGE, PLAN, TENURE)).select(2, 0, 2);

        assertThat(picked.numeric("tenure").values()).containsExactly(7, 3, 7);
        assertThat(picked.categorical("plan").value(2)).isEqualTo("a");
        assertThat(picked.rowCount()).isEqualTo(3);
    }

    @Test
    void sliceExcludesItsEnd() {
        assertThat(Table.of(List.of(TENURE)).slice(1, 3).numeric("tenure").values())
                .containsExactly(5, 7);
    }

    @Test
    void theCallersArrayIsCopied() {
        double[] values = {1, 2};
        NumericColumn column = NumericColumn.of("x", values);
        values[0] = 99;
        column.values()[1] = 99;

        assertThat(column.values()).containsExactly(1, 2);
    }

    @Test
    void anInfiniteValueIsRefusedWithItsColumnAndRow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumericColumn.of("age", 1, Double.NEGATIVE_INFINITY))
                .withMessage("column 'age', row 1: expected a finite number or NaN for missing, but got -Infinity");
    }

    @Test
    void columnsOfDifferentLengthAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Table.of(List.of(AGE, NumericColumn.of("short", 1))))
                .withMessage("table: column 'short' has 1 rows where the others have 3");
    }

    @Test
    void twoColumnsOfOneNameAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Table.of(List.of(AGE, AGE)))
                .withMessage("table: two columns are named 'age'; rename one of them");
    }

    @Test
    void aMissingColumnIsNamedBesideThoseThatAreThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Table.of(List.of(AGE, PLAN)).column("agee"))
                .withMessage("table: expected a column 'agee' but the columns are [age, plan]");
    }

    @Test
    void aColumnOfTheOtherTypeIsRefused() {
        Table table = Table.of(List.of(AGE, PLAN));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.numeric("plan"))
                .withMessageContaining("'plan' to be numeric but it is categorical");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.categorical("age"))
                .withMessageContaining("'age' to be categorical but it is numeric");
    }

    @Test
    void aColumnFromCodesKeepsOnlyTheCategoriesThatOccur() {
        CategoricalColumn column = CategoricalColumn.ofCodes(
                "plan", new int[] {2, CategoricalColumn.MISSING, 0, 2}, List.of("a", "b", "c"));

        assertThat(column.categories()).containsExactly("c", "a");
        assertThat(column.value(0)).isEqualTo("c");
        assertThat(column.value(1)).isNull();
        assertThat(column.value(2)).isEqualTo("a");
        assertThat(column.code(3)).isEqualTo(0);
    }

    @Test
    void codesOutsideTheDictionaryAndRepeatedCategoriesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CategoricalColumn.ofCodes("plan", new int[] {0, 2}, List.of("a", "b")))
                .withMessageContaining("row 1")
                .withMessageContaining("got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CategoricalColumn.ofCodes("plan", new int[] {0}, List.of("a", "a")))
                .withMessageContaining("once");
    }
}
