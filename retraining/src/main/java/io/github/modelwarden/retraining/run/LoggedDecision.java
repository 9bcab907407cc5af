package io.github.modelwarden.retraining.run;

import io.github.modelwarden.retraining.policy.Decision;
import io.github.modelwarden.retraining.policy.Evidence;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A policy decision as it is kept.
 *
 * @param model the model's name
 * @param at when
 * @param kind hold, retrain, blocked or investigate
 * @param reason the decision in one sentence
 * @param evidence every fact, a line each, as {@link Evidence#toText} writes it
 * @param runId the run it led to; null if none
 */
public record LoggedDecision(
        String model,
        Instant at,
        String kind,
        String reason,
        String evidence,
        @Nullable String runId) {

    static LoggedDecision of(String model, Instant at, Decision decision, @Nullable String runId) {
        return new LoggedDecision(model, at, decision.kind(), decision.reason(), text(decision), runId);
    }

    static String text(Decision decision) {
        return decision.evidence().stream().map(Evidence::toText).collect(Collectors.joining("\n"));
    }

    /** The kind and what is not a number in the reason: decisions that differ in numbers only are one decision. */
    boolean saysTheSameAs(LoggedDecision other) {
        return runId == null
                && other.runId == null
                && kind.equals(other.kind)
                && gist(reason).equals(gist(other.reason));
    }

    private static String gist(String reason) {
        return reason.replaceAll("P[0-9TDHMS.]+|[0-9.]+", "#");
    }
}
