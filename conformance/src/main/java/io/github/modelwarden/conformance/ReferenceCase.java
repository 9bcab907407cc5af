package io.github.modelwarden.conformance;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One case as far as an answer may see it: the keys that are asked for, not their expected values.
 *
 * @param id the case's id
 * @param statistic the name of the statistic
 * @param params the convention
 * @param inputs the data, or where it is
 * @param keys the keys of the expected answer
 */
record ReferenceCase(String id, String statistic, JsonNode params, JsonNode inputs, Set<String> keys) {

    static ReferenceCase of(JsonNode node) {
        return new ReferenceCase(
                node.path("id").asString(),
                node.path("statistic").asString(),
                node.path("params"),
                node.path("inputs"),
                new LinkedHashSet<>(node.path("expected").propertyNames()));
    }

    /** A parameter as text; empty without it. */
    String param(String name) {
        JsonNode value = params.path(name);
        return value.isString() ? value.asString() : value.isMissingNode() ? "" : value.toString();
    }

    boolean asksOnlyFor(String name, List<String> allowed) {
        return params.path(name).isMissingNode() || allowed.contains(param(name));
    }
}
