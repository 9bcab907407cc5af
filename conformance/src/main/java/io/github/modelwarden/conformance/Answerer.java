package io.github.modelwarden.conformance;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers the cases of one statistic: computes values under the keys that reference cases use. */
interface Answerer {

    /**
     * Answers one case.
     *
     * @param asked the case without its expected values
     * @return numbers, texts, truth values, null where a value is undefined, or lists and maps of them, by key; more keys
     *     than asked for are dropped
     * @throws IOException if the data of the case cannot be read
     * @throws IllegalArgumentException if the inputs are refused
     * @throws Unanswerable if the case follows a convention that the API does not have
     */
    Map<String, @Nullable Object> answer(ReferenceCase asked) throws IOException;
}
