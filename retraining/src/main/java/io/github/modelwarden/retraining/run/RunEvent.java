package io.github.modelwarden.retraining.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a run's history. Append-only.
 *
 * @param runId the run
 * @param sequence counts from 1 within the run
 * @param at when
 * @param actor the worker or person
 * @param from state before; null for the first event
 * @param to state after; equal to {@code from} for a note
 * @param fence fence under which it was written
 * @param detail what happened, one sentence
 */
public record RunEvent(
        String runId,
        int sequence,
        Instant at,
        String actor,
        @Nullable RunState from,
        RunState to,
        long fence,
        String detail) {}
