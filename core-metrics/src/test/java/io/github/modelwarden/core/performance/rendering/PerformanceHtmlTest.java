package io.github.modelwarden.core.performance.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import io.github.modelwarden.core.performance.BinaryMetric;
import io.github.modelwarden.core.performance.PerformanceColumns;
import io.github.modelwarden.core.performance.PerformanceReport;
import io.github.modelwarden.core.performance.ScoreMetric;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PerformanceHtmlTest {

    private static final Table ROWS = Table.of(List.of(
            CategoricalColumn.of("y", Arrays.asList("<b>", "a&b", "<b>", null, "a&b", "<b>")),
            CategoricalColumn.of("said", List.of("<b>", "a&b", "a&b", "a&b", "a&b", "<b>")),
            NumericColumn.of("p", 0.9, 0.2, 0.4, 0.7, 0.45, 0.8),
            NumericColumn.of("number", 1.5, 2, 3, 4, 5, 6)));
    private static final PerformanceColumns SCORED =
            PerformanceColumns.label("y").withPrediction("said").withScores("p").withPositive("<b>");

    private static String page(PerformanceColumns columns) {
        return PerformanceHtml.of(PerformanceReport.of(ROWS, columns).from("rows <1>.csv", List.of("x < y")));
    }

    @Test
    void thePageStandsAloneAndShowsDataAsText() {
        String page = page(SCORED);

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("rows &lt;1&gt;.csv", "X &lt; y.", "&lt;b&gt;", "a&amp;b")
                .doesNotContain("<script", "http", "<b>", "NaN", "Optional")
                .endsWith("</html>\n");
        for (String element : List.of("div", "table", "tr", "figure", "svg", "dl", "header", "footer", "details")) {
            assertThat(count(page, "<" + element + "[ >]")).as(element).isEqualTo(count(page, "</" + element + ">"));
        }
    }

    private static long count(String page, String pattern) {
        return Pattern.compile(pattern).matcher(page).results().count();
    }

    @Test
    void everyMetricIsInTheTableWithItsValueOrItsReason() {
        String page = page(SCORED);

        assertThat(count(page, "<td class=\"name\">"))
                .isEqualTo(BinaryMetric.values().length + ScoreMetric.values().length);
        assertThat(page).contains("<td class=\"name\">ROC AUC</td>\n<td class=\"number\">0.8333</td>");
        assertThat(page(PerformanceColumns.label("y").withPrediction("y")))
                .contains("<td class=\"number right\">")
                .doesNotContain("ROC curve");
    }

    @Test
    void theCurvesAreDrawnInsideOfTheirSquares() {
        String page = page(SCORED);

        assertThat(page)
                .contains("<path class=\"line\" d=\"M0.00 100.00 L")
                .contains("L100.00 0.00\"/>")
                .contains("<circle class=\"now\"");
        assertThat(count(page, "<figure>")).isEqualTo(2);
    }

    @Test
    void withoutAnyLabelThePageSaysSo() {
        String page = PerformanceHtml.of(PerformanceReport.of(ROWS.slice(3, 4), SCORED));

        assertThat(page)
                .contains("<h1>Nothing could be measured</h1>", "undefined: no row has a label", "a coverage of 0.0 %")
                .doesNotContain("NaN");
    }

    @Test
    void numbersHaveNoChartsAndSeveralClassesATableOfTheirOwn() {
        assertThat(page(PerformanceColumns.label("number").withPrediction("p")))
                .contains("<h1>MAE ", "regression, because labels and predictions are numbers")
                .doesNotContain("<svg", "Confusion");
    }
}
