package io.github.modelwarden.drift.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DriftHtmlTest {

    private static final String PAGE = DriftHtml.of(Reports.SUBJECT, Reports.everyOutcome());

    @Test
    void nothingIsFetchedAndNothingRuns() {
        assertThat(PAGE)
                .doesNotContain("<script", "<link", "<img", "@import", "url(", "http:", "https:", "javascript:");
    }

    @Test
    void namesFromDataAreEscaped() {
        assertThat(PAGE)
                .contains("plan &lt;b&gt; &amp; &quot;co&quot;", "&lt;a&gt;", "now &lt;1&gt;.csv")
                .doesNotContain("<b>", "<a>", "<1>");
    }

    @Test
    void everyFeatureHasItsSectionAndTheDriftedOnesComeFirst() {
        assertThat(Pattern.compile("<section class=\"feature\"")
                        .matcher(PAGE)
                        .results()
                        .count())
                .isEqualTo(5);
        assertThat(PAGE.indexOf("class=\"name\">age<")).isLessThan(PAGE.indexOf("class=\"name\">steady<"));
        assertThat(PAGE.indexOf("class=\"name\">steady<")).isLessThan(PAGE.indexOf("class=\"name\">broken<"));
    }

    @Test
    void theHeadlineSaysWhatWasFoundAndWhatTheBudgetPromises() {
        assertThat(PAGE)
                .contains("Drift in 2 of 4 features, 1 not judged")
                .contains("at most 5 % of such reports would call any feature drifted");
    }

    @Test
    void numbersHaveTheirShapesAndBinsTheirBars() {
        assertThat(PAGE).contains("class=\"density\"", "<rect class=\"then\"", "<rect class=\"now\"");
    }

    @Test
    void aStableFeatureSaysHowSmallAChangeWouldHaveBeenSeen() {
        assertThat(PAGE)
                .containsPattern("class=\"power\">With these rows a change is found with a probability of 80 %");
    }

    @Test
    void theMarkupIsBalanced() {
        for (String element : new String[] {"section", "table", "div", "svg", "details", "p", "dl", "tr", "td", "th"}) {
            assertThat(count("<" + element + "[ >]")).as(element).isEqualTo(count("</" + element + ">"));
        }
    }

    private static long count(String pattern) {
        return Pattern.compile(pattern).matcher(PAGE).results().count();
    }
}
