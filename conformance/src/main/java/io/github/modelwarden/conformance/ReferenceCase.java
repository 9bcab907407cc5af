package io.github.modelwarden.conformance;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One case as far as an answer may see it: the keys that are asked for, not their expected values.
 *
 * @param id the case's id
 * @param statistic the name of the statistic
 * @param source where it comes from, which decides what a setting means that the case leaves out
 * @param params the convention
 * @param note what the case says beside its parameters, in lower case; empty without a note
 * @param inputs the data, or where it is
 * @param keys the keys of the expected answer; empty if the case expects nothing and takes every value
 */
record ReferenceCase(
        String id,
        String statistic,
        Source source,
        Convention params,
        String note,
        CaseInputs inputs,
        Set<String> keys) {

    static ReferenceCase of(JsonNode node, CaseFolder folder) {
        return new ReferenceCase(
                node.path("id").asString(""),
                node.path("statistic").asString(""),
                new Source(node.path("source").asString("")),
                new Convention(node.path("params")),
                node.path("note").asString("").toLowerCase(Locale.ROOT),
                new CaseInputs(node.path("inputs"), folder),
                new LinkedHashSet<>(node.path("expected").propertyNames()));
    }

    /** Whether a value is asked for under the key. */
    boolean wants(String key) {
        return keys.isEmpty() || keys.contains(key);
    }

    /** Whether the question is only whether the inputs are refused. */
    boolean asksForARefusal() {
        return keys.contains("error");
    }
}
