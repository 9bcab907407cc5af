package io.github.modelwarden.core.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureMatrixTest {

    private static final FeatureMatrix MATRIX =
            FeatureMatrix.of(List.of("a", "b"), new double[][] {{1, 2, 3}, {4, Double.NaN, 6}});

    @Test
    void arraysAreCopiedInAndOut() {
        double[][] columns = {{1, 2}};
        FeatureMatrix matrix = FeatureMatrix.of(List.of("a"), columns);
        columns[0][0] = 9;
        matrix.column(0)[1] = 9;

        assertThat(matrix.column(0)).containsExactly(1, 2);
    }

    @Test
    void rowsArePickedInTheOrderWanted() {
        FeatureMatrix picked = MATRIX.select(2, 0, 2);

        assertThat(picked.rowCount()).isEqualTo(3);
        assertThat(picked.column(0)).containsExactly(3, 1, 3);
        assertThat(picked.column(1)).containsExactly(6, 4, 6);
    }

    @Test
    void rowsAndColumnsCanBeAdded() {
        assertThat(MATRIX.append(MATRIX.select(1)).column(1)).containsExactly(4, Double.NaN, 6, Double.NaN);
        assertThat(MATRIX.with("c", new double[] {7, 8, 9}).names()).containsExactly("a", "b", "c");
        assertThat(MATRIX.with("c", new double[] {7, 8, 9}).value(1, 2)).isEqualTo(8);
        assertThat(MATRIX.columnCount()).isEqualTo(2);
    }

    @Test
    void columnsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> FeatureMatrix.of(List.of("a"), new double[][] {{1}, {2}}))
                .hasMessageContaining("2 columns and 1 names");
        assertThatThrownBy(() -> FeatureMatrix.of(List.of(), new double[0][])).hasMessageContaining("0 columns");
        assertThatThrownBy(() -> FeatureMatrix.of(List.of("a", "b"), new double[][] {{1}, {2, 3}}))
                .hasMessageContaining("column 'b' has 2 rows where the first has 1");
        assertThatThrownBy(() -> FeatureMatrix.of(List.of("a"), new double[][] {{1, Double.NEGATIVE_INFINITY}}))
                .hasMessageContaining("column 'a', row 1: expected a finite number or NaN");
        assertThatThrownBy(() -> MATRIX.append(FeatureMatrix.of(List.of("a"), new double[][] {{1}})))
                .hasMessageContaining("expected the columns [a, b]");
    }
}
