package io.github.modelwarden.conformance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Modelwarden says to a reference case. */
sealed interface Answer {

    /**
     * Values under the keys of the case.
     *
     * @param values numbers, texts, truth values, null, or lists and maps of them, by key; not empty
     */
    record Values(Map<String, @Nullable Object> values) implements Answer {
        public Values {
            if (values.isEmpty()) {
                throw new IllegalArgumentException("answer: expected at least one value; decline instead");
            }
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /**
     * No answer.
     *
     * @param reason why, in words
     */
    record Declined(String reason) implements Answer {}
}
