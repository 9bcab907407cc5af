package io.github.modelwarden.retraining.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a run.
 *
 * @param model the model's name
 * @param reason why, in one sentence
 * @param evidence the facts behind it, a line each
 * @param from start of the training window, included
 * @param to end of the training window, excluded
 * @param needsApproval whether a person has to approve a passed challenger
 * @param dedupeKey requests with an equal key make one run, ever, for example the id of an alert; null for no such key
 */
public record PlanRequest(
        String model,
        String reason,
        String evidence,
        Instant from,
        Instant to,
        boolean needsApproval,
        @Nullable String dedupeKey) {

    public PlanRequest {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("retraining of model '" + model
                    + "': expected a window that starts before it ends but got " + from + " to " + to);
        }
        if (dedupeKey != null && (dedupeKey.isBlank() || dedupeKey.length() > 128)) {
            throw new IllegalArgumentException("retraining of model '" + model
                    + "': expected a dedupe key of 1 to 128 characters but got " + dedupeKey.length());
        }
    }
}
