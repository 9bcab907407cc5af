package io.github.modelwarden.conformance;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Compares an answer with the expected values of its case: |a − e| ≤ max(abs, rel·max(|a|, |e|)). */
final class Agreement {

    private Agreement() {}

    static List<String> disagreements(JsonNode asked, JsonNode answer) {
        List<String> wrong = new ArrayList<>();
        for (String key : answer.propertyNames()) {
            JsonNode expected = asked.path("expected").path(key);
            if (!agrees(key, expected, answer.path(key), asked.path("tolerance"))) {
                wrong.add(asked.path("id").asString() + "." + key + ": expected " + expected + " but got "
                        + answer.path(key));
            }
        }
        return wrong;
    }

    private static boolean agrees(String key, JsonNode expected, JsonNode actual, JsonNode tolerance) {
        if (!expected.isNumber()) {
            return expected.equals(actual);
        }
        double e = expected.asDouble();
        double a = actual.asDouble();
        double absolute = Math.max(
                tolerance.path("abs").asDouble(0),
                key.endsWith("_p") ? tolerance.path("p_abs").asDouble(0) : 0);
        return Math.abs(a - e)
                <= Math.max(absolute, tolerance.path("rel").asDouble(0) * Math.max(Math.abs(a), Math.abs(e)));
    }
}
