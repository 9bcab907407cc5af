package io.github.modelwarden.conformance;

import java.util.Arrays;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * When the alarms of a streaming detector agree with a case: at identical indices; or at those of another implementation
 * the case lists; or, if the change points are known, with an alarm within the stated window after each of them and no
 * more alarms than the noisiest implementation plus two.
 */
final class IndexAgreement {

    private static final int MORE_ALARMS = 2;

    private final JsonNode asked;

    private IndexAgreement(JsonNode asked) {
        this.asked = asked;
    }

    static IndexAgreement of(JsonNode asked) {
        return new IndexAgreement(asked);
    }

    boolean agrees(String key, JsonNode actual) {
        return key.equals("n_drifts") ? count(actual) : indices(actual);
    }

    private boolean count(JsonNode actual) {
        if (!actual.isNumber()) {
            return false;
        }
        return actual.asInt() == asked.path("expected").path("n_drifts").asInt()
                || others().anyMatch(other -> other.path("n").asInt(-1) == actual.asInt())
                || (window().isArray() && actual.asInt() <= mostAlarms());
    }

    private boolean indices(JsonNode actual) {
        if (!actual.isArray()) {
            return false;
        }
        return actual.equals(asked.path("expected").path("drift_indices"))
                || others().anyMatch(other -> actual.equals(other.path("indices")))
                || withinWindows(actual);
    }

    private boolean withinWindows(JsonNode actual) {
        JsonNode points = asked.path("params").path("true_change_points");
        if (!window().isArray() || !points.isArray() || actual.size() > mostAlarms()) {
            return false;
        }
        int[] alarms = actual.valueStream().mapToInt(JsonNode::asInt).toArray();
        int from = window().path(0).asInt();
        int to = window().path(1).asInt();
        return points.valueStream().mapToInt(JsonNode::asInt).allMatch(point -> {
            // a window at or behind the change point is given in positions of the stream, others relative to the point
            int start = from >= point && point > 0 ? 0 : point;
            return Arrays.stream(alarms).anyMatch(alarm -> alarm >= start + from && alarm <= start + to);
        });
    }

    private JsonNode window() {
        return asked.path("tolerance").path("index_window");
    }

    private long mostAlarms() {
        long most = Math.max(
                asked.path("expected").path("drift_indices").size(),
                asked.path("expected").path("n_drifts").asInt(0));
        return Math.max(
                        most,
                        others().mapToLong(other -> other.path("n").asLong(0))
                                .max()
                                .orElse(0))
                + MORE_ALARMS;
    }

    private java.util.stream.Stream<JsonNode> others() {
        JsonNode others = asked.path("other_implementations");
        return StreamSupport.stream(others.spliterator(), false);
    }
}
