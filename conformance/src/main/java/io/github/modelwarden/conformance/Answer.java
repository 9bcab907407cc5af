package io.github.modelwarden.conformance;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What Modelwarden says to a reference case. */
public sealed interface Answer {

    /**
     * Values under the keys of the case. Keys that the API has no value for are left out.
     *
     * @param values finite numbers, or a matrix of counts as lists, by key; not empty
     */
    record Values(Map<String, Object> values) implements Answer {
        public Values {
            if (values.isEmpty()) {
                throw new IllegalArgumentException("answer: expected at least one value; decline instead");
            }
            values = Collections.unmodifiableMap(new TreeMap<>(values));
        }
    }

    /**
     * No answer.
     *
     * @param reason why, in words
     */
    record Declined(String reason) implements Answer {}
}
