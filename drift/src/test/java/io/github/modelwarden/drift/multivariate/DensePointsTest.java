package io.github.modelwarden.drift.multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DensePointsTest {

    private static DensePoints points(int fitted, Column... columns) {
        Table table = Table.of(List.of(columns));
        int[] rows = RowDraw.all(table.rowCount());
        return DensePoints.of(PooledFeatures.of(table, table.slice(0, 1), rows, new int[0]), RowDraw.all(fitted));
    }

    @Test
    void numbersAreCentredAndScaledByTheRowsToFitTo() {
        DensePoints points = points(4, NumericColumn.of("x", 1, 3, 1, 3, 12));

        assertThat(points.columns()[0]).containsExactly(new double[] {-1, 1, -1, 1, 10}, within(1e-12));
    }

    @Test
    void aMissingNumberLiesAtTheMeanAndOneAwayInADirectionOfItsOwn() {
        DensePoints points = points(4, NumericColumn.of("x", 1, 3, Double.NaN, 2));

        assertThat(points.columns().length).isEqualTo(2);
        assertThat(points.columns()[0][2]).isZero();
        assertThat(points.columns()[1]).containsExactly(new double[] {-0.25, -0.25, 0.75, -0.25}, within(1e-12));
        assertThat(points.sources()).containsExactly(0, 0);
    }

    @Test
    void theColumnsOfACategoricalFeatureHaveATotalVarianceOfOne() {
        DensePoints points = points(
                5,
                NumericColumn.of("x", 1, 2, 3, 4, 5),
                CategoricalColumn.of("c", Arrays.asList("a", "b", "b", null, "a")));
        double variance = 0;
        for (int k = 1; k < 4; k++) {
            variance += Arrays.stream(points.columns()[k]).map(v -> v * v).sum() / 5;
        }

        assertThat(points.sources()).containsExactly(0, 1, 1, 1);
        assertThat(variance).isCloseTo(1, within(1e-12));
    }

    @Test
    void whatDoesNotVaryIsLeftOutAndWhatVariesOnlyLaterIsKept() {
        DensePoints points = points(
                3,
                NumericColumn.of("constant", 0.1, 0.1, 0.1, 0.1),
                NumericColumn.of("later", 0.1, 0.1, 0.1, 0.2),
                NumericColumn.of("nothing", Double.NaN, Double.NaN, Double.NaN, Double.NaN));

        assertThat(points.sources()).containsExactly(1);
        assertThat(points.columns()[0]).containsExactly(new double[] {0, 0, 0, 0.5}, within(1e-12));
    }

    @Test
    void hugeAndTinyNumbersHaveFiniteCoordinates() {
        DensePoints points = points(
                3,
                NumericColumn.of("huge", Double.MAX_VALUE, -Double.MAX_VALUE, 0),
                NumericColumn.of("tiny", 0, Double.MIN_VALUE, 2 * Double.MIN_VALUE));

        assertThat(points.columns()[0]).containsExactly(new double[] {1.2247, -1.2247, 0}, within(1e-3));
        assertThat(points.columns()[1]).containsExactly(new double[] {-1.2247, 0, 1.2247}, within(1e-3));
    }
}
