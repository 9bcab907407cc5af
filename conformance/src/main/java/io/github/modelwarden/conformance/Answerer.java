package io.github.modelwarden.conformance;

import java.io.IOException;
import java.util.Map;

/** Answers the cases of one statistic: computes values under the keys that reference cases use. */
interface Answerer {

    /**
     * Answers one case.
     *
     * @param asked the case without its expected values
     * @return numbers, texts, truth values, or lists and maps of them, by key; more keys than asked for are dropped
     * @throws IOException if the data of the case cannot be read
     * @throws Unanswerable if the case follows a convention that the API does not have
     */
    Map<String, Object> answer(ReferenceCase asked) throws IOException;
}
