package io.github.modelwarden.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AgreementTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static List<String> differences(String asked, String answer) {
        return Agreement.disagreements(JSON.readTree(asked), JSON.readTree(answer));
    }

    @Test
    void numbersMayDifferByTheToleranceOfTheCase() {
        String asked = """
                {"id": "a", "tolerance": {"abs": 0.01, "rel": 0.001}, "expected": {"x": 100.0, "y": 1.0}}""";

        assertThat(differences(asked, "{\"x\": 100.1, \"y\": 1.01}")).isEmpty();
        assertThat(differences(asked, "{\"x\": 100.2, \"y\": 1.0}"))
                .containsExactly("a.x: expected 100.0 but got 100.2");
    }

    @Test
    void aMissingValueIsADifference() {
        assertThat(differences("{\"id\": \"a\", \"expected\": {\"x\": 1, \"y\": 2}}", "{\"x\": 1}"))
                .containsExactly("a.y: expected 2 but got nothing");
    }

    @Test
    void listsAndMapsAreComparedValueByValue() {
        String asked = """
                {"id": "a", "tolerance": {"abs": 0.1}, "expected": {"x": [{"y": 1.0, "z": "NaN"}, {"y": 2.0, "z": null}]}}""";

        assertThat(differences(asked, "{\"x\": [{\"y\": 1.05, \"z\": \"NaN\"}, {\"y\": 2, \"z\": null}]}"))
                .isEmpty();
        assertThat(differences(asked, "{\"x\": [{\"y\": 1.05, \"z\": \"NaN\"}, {\"y\": 3, \"z\": null}]}"))
                .containsExactly("a.x[1].y: expected 2.0 but got 3");
        assertThat(differences(asked, "{\"x\": []}")).hasSize(1);
    }

    @Test
    void pValuesAndNamedKeysHaveTolerancesOfTheirOwn() {
        String asked = """
                {"id": "a", "tolerance": {"abs": 0, "p_abs": 0.1, "abs_realized": 0.001},
                 "expected": {"ks_p": 0.5, "ks": 0.5, "realized": [0.5]}}""";

        assertThat(differences(asked, "{\"ks_p\": 0.55, \"ks\": 0.5, \"realized\": [0.5005]}"))
                .isEmpty();
        assertThat(differences(asked, "{\"ks_p\": 0.55, \"ks\": 0.55, \"realized\": [0.55]}"))
                .hasSize(2);
    }

    @Test
    void alarmsAgreeWithAnyListedImplementationOrWithinTheWindows() {
        String asked = """
                {"id": "a", "params": {"true_change_points": [1000, 2000]}, "tolerance": {"index_window": [0, 60]},
                 "other_implementations": {"moa": {"n": 3, "indices": [1, 1001, 2001]}},
                 "expected": {"drift_indices": [1010, 2010]}}""";

        assertThat(differences(asked, "{\"drift_indices\": [1010, 2010]}")).isEmpty();
        assertThat(differences(asked, "{\"drift_indices\": [1, 1001, 2001]}")).isEmpty();
        assertThat(differences(asked, "{\"drift_indices\": [7, 1060, 2003]}")).isEmpty();
        assertThat(differences(asked, "{\"drift_indices\": [1010, 2061]}")).hasSize(1);
        assertThat(differences(asked, "{\"drift_indices\": [1, 2, 3, 4, 1010, 2010]}"))
                .hasSize(1);
    }

    @Test
    void aWindowBehindTheOnlyChangePointIsInPositionsOfTheStream() {
        String asked = """
                {"id": "a", "params": {"true_change_points": [1000]}, "tolerance": {"index_window": [1000, 1100]},
                 "expected": {"drift_indices": [1023]}}""";

        assertThat(differences(asked, "{\"drift_indices\": [1050]}")).isEmpty();
        assertThat(differences(asked, "{\"drift_indices\": [2050]}")).hasSize(1);
    }

    @Test
    void refusalsNeedAReasonInAnyWords() {
        String asked = """
                {"id": "a", "expected": {"error": true, "reason": "null value"}}""";

        assertThat(differences(asked, "{\"error\": true, \"reason\": \"expected counts\"}"))
                .isEmpty();
        assertThat(differences(asked, "{\"error\": true, \"reason\": \"\"}")).hasSize(1);
        assertThat(differences(asked, "{\"error\": false, \"reason\": \"x\"}")).hasSize(1);
    }
}
