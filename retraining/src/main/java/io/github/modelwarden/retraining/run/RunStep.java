package io.github.modelwarden.retraining.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of a run to be written.
 *
 * @param to the new state
 * @param result what was found so far
 * @param challenger a freshly trained challenger to register with this step; null for none
 * @param note what happened, one sentence
 * @param at when
 */
public record RunStep(
        RunState to, RetrainingRun.Result result, ModelVersion.@Nullable Facts challenger, String note, Instant at) {}
