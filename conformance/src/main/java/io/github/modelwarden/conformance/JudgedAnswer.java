package io.github.modelwarden.conformance;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * A case, whether it was answered, and whether the answer agrees.
 *
 * @param id the case's id
 * @param statistic the case's statistic
 * @param library where the case comes from
 * @param answered whether values were given
 * @param differences what differs from the expected values; empty if nothing does or the case was declined
 * @param declined why no values were given; empty if they were
 */
record JudgedAnswer(
        String id, String statistic, String library, boolean answered, List<String> differences, String declined) {

    /** Judges an answer as it stands in an answers file. */
    static JudgedAnswer of(JsonNode asked, JsonNode answer) {
        boolean answered = !answer.has("declined");
        return new JudgedAnswer(
                asked.path("id").asString(),
                asked.path("statistic").asString(),
                library(asked.path("source").asString()),
                answered,
                answered ? Agreement.disagreements(asked, answer) : List.of(),
                answer.path("declined").asString(""));
    }

    /** The name of a repository, or that the values were computed with SciPy and scikit-learn. */
    private static String library(String source) {
        if (source.startsWith("golden:")) {
            return "SciPy, scikit-learn, NumPy on real data";
        }
        int at = source.indexOf('@');
        String repository = at < 0 ? source : source.substring(0, at);
        return repository.substring(repository.indexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    boolean agrees() {
        return answered && differences.isEmpty();
    }

    String reason() {
        return answered ? String.join("; ", differences) : declined;
    }
}
