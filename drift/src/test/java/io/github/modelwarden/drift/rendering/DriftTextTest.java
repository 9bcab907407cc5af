package io.github.modelwarden.drift.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DriftTextTest {

    private static final String TEXT = DriftText.of(Reports.SUBJECT, Reports.everyOutcome());

    @Test
    void theFirstLineIsTheOutcome() {
        assertThat(TEXT).startsWith("Drift in 2 of 4 features, 1 not judged\n");
    }

    @Test
    void everyFeatureHasALineAndDriftedOnesAreExplained() {
        assertThat(TEXT.lines()
                        .filter(line -> line.matches("(age|steady|broken|_score) {2,}(drifted|stable|inconclusive).*")))
                .hasSize(4);
        assertThat(TEXT)
                .contains("age drifted; the largest move: the share of")
                .contains("broken: 3 of its cells are no numbers.")
                .contains("% of the index.");
    }

    @Test
    void whatAStableVerdictCouldHideIsSaidOnce() {
        assertThat(TEXT).containsOnlyOnce("could hide the largest change");
    }

    @Test
    void notesStandAtTheEnd() {
        assertThat(TEXT).endsWith("note: column 'id' is left out\n");
    }
}
