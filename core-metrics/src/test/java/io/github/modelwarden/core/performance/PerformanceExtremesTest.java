package io.github.modelwarden.core.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.Column;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reports on rows that are very large, very many or very few. */
class PerformanceExtremesTest {

    private static Table table(Column... columns) {
        return Table.of(List.of(columns));
    }

    private static Column words(String name, @Nullable String... values) {
        return CategoricalColumn.of(name, Arrays.asList(values));
    }

    private static Column numbers(String name, double... values) {
        return NumericColumn.of(name, values);
    }

    @Test
    void hugeNumbersGetAReasonOnlyWhereTheyOverflow() {
        Table rows = table(numbers("label", 1.5, 2.5, 3.5, 1e300), numbers("guess", 1e300, 2.4, 3.7, 1e300));
        PerformanceReport report =
                PerformanceReport.of(rows, PerformanceColumns.label("label").withPrediction("guess"));

        assertThat(report.toText())
                .contains("rmse is undefined: overflow: squares exceed the range of a double.", "mae", "2.500e+299");
        assertThat(report.toJson()).doesNotContain("Infinity", "NaN");
    }

    @Test
    void scoresOfExactlyZeroAndOneHaveAFiniteLogLoss() {
        Table rows = table(words("label", "yes", "no", "yes", "no"), numbers("score", 0, 1, 1, Double.MIN_VALUE));
        PerformanceReport report =
                PerformanceReport.of(rows, PerformanceColumns.label("label").withScores("score"));

        assertThat(report.estimate("log_loss").orElseThrow().value()).isBetween(15.0, 25.0);
    }

    @Test
    void hundredsOfClassesAreNotListedAndNumbersAmongThemAreTakenForQuantities() {
        String[] names = IntStream.range(0, 300).mapToObj(i -> "c" + i).toArray(String[]::new);
        double[] halves = new double[300];
        Arrays.fill(halves, 0.5);
        PerformanceColumns columns = PerformanceColumns.label("label").withScores("score");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PerformanceReport.of(table(words("label", names), numbers("score", halves)), columns))
                .withMessageContaining("c0, c1, c10")
                .withMessageContaining("… and 290 more]")
                .withMessageNotContaining("quantities")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
        double[] prices = IntStream.range(0, 300).mapToDouble(i -> i * 1.25).toArray();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> PerformanceReport.of(table(numbers("label", prices), numbers("score", halves)), columns))
                .withMessageContaining("look like quantities");
    }

    @Test
    void oneRowIsToldInTheSingular() {
        PerformanceReport report = PerformanceReport.of(
                table(numbers("label", 0), numbers("guess", 0.25)),
                PerformanceColumns.label("label").withPrediction("guess"));

        assertThat(report.toText())
                .contains("1 of 1 row has a label", "mape is undefined: the label is 0 in 1 of 1 row.");
    }
}
