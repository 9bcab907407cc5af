package io.github.modelwarden.core.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenderingTest {

    @Test
    void aPageEscapesDataAndCarriesItsStyle() {
        String page = Html.page("a < b")
                .element("p", "soft", "\"x\" & 'y' > <z>")
                .note("rows are few")
                .end();

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("<title>a &lt; b</title>", "@media print", "prefers-color-scheme: dark")
                .contains("<p class=\"soft\">&quot;x&quot; &amp; &#39;y&#39; &gt; &lt;z&gt;</p>")
                .contains("<p class=\"soft\">Rows are few.</p>")
                .endsWith("</body>\n</html>\n")
                .doesNotContain("url(", "http");
    }

    @Test
    void numbersKeepFourDigitsAndPowersOfTenAreForExtremes() {
        assertThat(Numbers.plain(1234.56)).isEqualTo("1235");
        assertThat(Numbers.plain(0.00012344)).isEqualTo("0.0001234");
        assertThat(Numbers.plain(0.00001)).isEqualTo("1.00e-05");
        assertThat(Numbers.plain(-2e9)).isEqualTo("-2.00e+09");
        assertThat(Numbers.plain(0)).isEqualTo("0");
        assertThat(Numbers.plain(OptionalDouble.empty())).isEqualTo("–");
        assertThat(Numbers.percent(0.1234)).isEqualTo("12.3 %");
        assertThat(Numbers.pValue(0.00001)).isEqualTo("< 0.0001");
        assertThat(Numbers.rows(1234567)).isEqualTo("1\u202f234\u202f567");
    }

    @Test
    void columnsOfATableAreAlignedByTheirLetterAndTheLastOneStandsForTheRest() {
        String table = TextTable.aligned("lr")
                .line("metric", "value", "rows")
                .line("müll", "0.5", "12345")
                .line("x")
                .toString();

        assertThat(table).isEqualTo("metric  value   rows\nmüll      0.5  12345\nx\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextTable.aligned("c"))
                .withMessageContaining("letters l and r");
    }

    @Test
    void manyNamesAreCutOffAndCounted() {
        assertThat(NameList.of(List.of("a", "b"))).isEqualTo("[a, b]");
        assertThat(NameList.of(IntStream.range(0, 300).mapToObj(i -> "c" + i).toList()))
                .isEqualTo("[c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, … and 290 more]");
        assertThat(NameList.of(List.of("x".repeat(500)))).hasSize(63);
    }
}
