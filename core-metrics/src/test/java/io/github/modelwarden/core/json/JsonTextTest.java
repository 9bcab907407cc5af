package io.github.modelwarden.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void objectsKeepTheirOrderAndPlainListsStandOnOneLine() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("b", List.of(1, 2.5));
        value.put("a", List.of(Map.of("x", true)));

        assertThat(JsonText.of(value)).isEqualTo("""
                        {
                          "b": [1, 2.5],
                          "a": [
                            {
                              "x": true
                            }
                          ]
                        }
                        """);
    }

    @Test
    void numbersThatAreNotFiniteAreNull() {
        assertThat(JsonText.of(
                        Arrays.asList(Double.NaN, Double.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, null, 1e300)))
                .isEqualTo("[null, null, null, null, 1.0E300]\n");
    }

    @Test
    void optionalsAreTheirValueOrNull() {
        assertThat(JsonText.of(List.of(
                        Optional.of("x"),
                        Optional.empty(),
                        OptionalDouble.of(0.5),
                        OptionalDouble.empty(),
                        OptionalLong.of(3))))
                .isEqualTo("[\"x\", null, 0.5, null, 3]\n");
    }

    @Test
    void everythingThatJsonForbidsInTextsIsEscaped() {
        assertThat(JsonText.of("\"\\\n\r\t\u0001ü€😀\ud83d")).isEqualTo("\"\\\"\\\\\\n\\r\\t\\u0001ü€😀\\ud83d\"\n");
    }

    @Test
    void emptyObjectsAndListsAreWritten() {
        assertThat(JsonText.of(Map.of("a", Map.of()))).isEqualTo("{\n  \"a\": {}\n}\n");
        assertThat(JsonText.of(List.of())).isEqualTo("[]\n");
    }

    @Test
    void anythingElseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonText.of(List.of(new Object())))
                .withMessageContaining("java.lang.Object");
    }
}
