package io.github.modelwarden.retraining.run;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One change of the champion. Append-only.
 *
 * @param model the model's name
 * @param kind why it changed
 * @param from version before; null for the first champion
 * @param to version after
 * @param at when
 * @param actor the worker or person
 * @param runId the run that promoted it; null for a rollback
 * @param fence fence under which it was written
 * @param reason one sentence
 */
public record AliasChange(
        String model,
        Kind kind,
        @Nullable String from,
        String to,
        Instant at,
        String actor,
        @Nullable String runId,
        long fence,
        String reason) {

    /** Why the champion changed. */
    public enum Kind {
        /** The first champion. */
        FIRST,
        /** A challenger won. */
        PROMOTE,
        /** A person went back. */
        ROLLBACK;

        /** {@return the word in lower case} */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
