package io.github.modelwarden.drift.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.drift.report.DriftReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriftJsonTest {

    private static final DriftReport REPORT = Reports.everyOutcome();
    private static final String JSON = DriftJson.of(Reports.SUBJECT, REPORT);

    @Test
    void theDocumentSaysItsVersionAndTheVerdict() {
        assertThat(JSON).startsWith("{\n  \"schema_version\": 1,\n  \"verdict\": \"drifted\",\n  \"alpha\": 0.05,\n");
    }

    @Test
    void undefinedNumbersAreNull() {
        assertThat(JSON).doesNotContain("NaN", "Infinity").contains("\"adjusted_p_value\": null");
    }

    @Test
    void anInconclusiveFeatureSaysWhyAndOthersDoNot() {
        List<Map<String, Object>> features = features();

        assertThat(features.get(3))
                .containsEntry("feature", "broken")
                .containsEntry("verdict", "inconclusive")
                .containsEntry("reason", "3 of its cells are no numbers")
                .containsEntry("rows_needed", 0L)
                .doesNotContainKey("detectable_change");
        assertThat(features.get(0)).doesNotContainKeys("reason", "rows_needed").containsKey("detectable_change");
    }

    @Test
    void ranksAreOneToTheNumberOfFeatures() {
        assertThat(features()).extracting(feature -> feature.get("rank")).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @SuppressWarnings("unchecked") // a map with null values is one all the same
    private static List<Map<String, Object>> features() {
        return (List<Map<String, Object>>) (List<?>) DriftJson.features(REPORT);
    }
}
