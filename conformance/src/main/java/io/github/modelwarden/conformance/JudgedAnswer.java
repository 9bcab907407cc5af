package io.github.modelwarden.conformance;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A case, whether it was answered, and whether the answer agrees.
 *
 * @param id the case's id
 * @param statistic the case's statistic
 * @param source where the case comes from
 * @param answered whether values were given
 * @param judged whether the case expects values, so that the answer could be compared
 * @param differences what differs from the expected values; empty if nothing does or nothing was compared
 * @param declined why no values were given; empty if they were
 */
record JudgedAnswer(
        String id,
        String statistic,
        Source source,
        boolean answered,
        boolean judged,
        List<String> differences,
        String declined) {

    /** Judges an answer as it stands in an answers file. */
    static JudgedAnswer of(String id, JsonNode asked, JsonNode answer) {
        boolean answered = !answer.has("declined");
        boolean judged = answered && !asked.path("expected").isEmpty();
        return new JudgedAnswer(
                id,
                asked.path("statistic").asString(""),
                new Source(asked.path("source").asString("")),
                answered,
                judged,
                judged ? Agreement.disagreements(asked, answer) : List.of(),
                answer.path("declined").asString(""));
    }

    boolean agrees() {
        return judged && differences.isEmpty();
    }

    boolean differs() {
        return !differences.isEmpty();
    }
}
