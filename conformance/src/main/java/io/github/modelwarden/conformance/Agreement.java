package io.github.modelwarden.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Compares an answer with the expected values of its case. Numbers agree when {@code |a − e| ≤ max(abs, rel·max(|a|, |e|))};
 * p-values may use {@code p_abs}, and a key may have a tolerance of its own ({@code abs_<start of the key>}). Texts that
 * explain a refusal need only be there: each library words its own. Indices of a stream follow {@link IndexAgreement}; of
 * {@code drift_within}, an alarm must lie between the two positions.
 */
final class Agreement {

    private static final Set<String> REASONS = Set.of("reason", "message_like");
    private static final Set<String> INDICES = Set.of("drift_indices", "n_drifts");

    private final JsonNode asked;
    private final JsonNode tolerance;
    private final List<String> disagreements = new ArrayList<>();

    private Agreement(JsonNode asked) {
        this.asked = asked;
        this.tolerance = asked.path("tolerance");
    }

    /**
     * Lists what differs.
     *
     * @param asked the case, with its expected values
     * @param answer the answer's values by key
     * @return a line for each expected value that the answer lacks or has otherwise; empty if they agree
     */
    static List<String> disagreements(JsonNode asked, JsonNode answer) {
        Agreement agreement = new Agreement(asked);
        for (String key : asked.path("expected").propertyNames()) {
            JsonNode actual = answer.path(key);
            if (key.equals("drift_within")) {
                if (!within(asked.path("expected").path(key), actual)) {
                    agreement.differs(key, asked.path("expected").path(key), actual);
                }
            } else if (INDICES.contains(key)) {
                if (!IndexAgreement.of(asked).agrees(key, actual)) {
                    agreement.differs(key, asked.path("expected").path(key), actual);
                }
            } else {
                agreement.compare(key, key, asked.path("expected").path(key), actual);
            }
        }
        return agreement.disagreements;
    }

    /** Whether an alarm lies between two positions. */
    private static boolean within(JsonNode expected, JsonNode actual) {
        return actual.valueStream()
                .anyMatch(alarm -> alarm.isNumber()
                        && alarm.asLong() >= expected.path(0).asLong()
                        && alarm.asLong() <= expected.path(1).asLong());
    }

    private void compare(String path, String key, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            for (String name : expected.propertyNames()) {
                compare(path + "." + name, name, expected.path(name), actual.path(name));
            }
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(path + "[" + i + "]", key, expected.path(i), actual.path(i));
            }
        } else if (REASONS.contains(key)) {
            if (!actual.isString() || actual.asString().isBlank()) {
                differs(path, expected, actual);
            }
        } else if (!near(path, key, expected, actual)) {
            differs(path, expected, actual);
        }
    }

    private boolean near(String path, String key, JsonNode expected, JsonNode actual) {
        if (!expected.isNumber() || !actual.isNumber()) {
            return expected.equals(actual);
        }
        double e = expected.asDouble();
        double a = actual.asDouble();
        double relative = tolerance.path("rel").asDouble(0) * Math.max(Math.abs(a), Math.abs(e));
        // the difference of decimals such as 1.01 and 1 is rounded: by no more than the last digit of the larger
        double rounding = Math.ulp(Math.max(Math.abs(a), Math.abs(e)));
        return Math.abs(a - e) <= Math.max(absolute(path, key), relative) + rounding;
    }

    private double absolute(String path, String key) {
        for (String name : tolerance.propertyNames()) {
            if (name.startsWith("abs_") && path.startsWith(name.substring("abs_".length()))) {
                return tolerance.path(name).asDouble();
            }
        }
        boolean pValue = key.endsWith("_p") || key.startsWith("p_value");
        // values given with 15 digits and no tolerance: equal up to the last of them
        double none = tolerance.has("rel") ? 0 : 1e-12;
        return Math.max(
                tolerance.path("abs").asDouble(none),
                pValue ? tolerance.path("p_abs").asDouble(0) : 0);
    }

    private void differs(String path, JsonNode expected, JsonNode actual) {
        disagreements.add(asked.path("id").asString() + "." + path + ": expected " + shortened(expected) + " but got "
                + (actual.isMissingNode() ? "nothing" : shortened(actual)));
    }

    private static String shortened(JsonNode node) {
        String text = node.toString();
        return text.length() <= 120 ? text : text.substring(0, 120) + "…";
    }
}
