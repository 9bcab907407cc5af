package io.github.modelwarden.retraining.run;

import java.util.Optional;

/**
 * What one tick of a worker did.
 *
 * @param run the run after the step; empty if there was nothing to do
 * @param promoted the new champion, when this tick promoted one: switch model and baseline to it
 */
public record Tick(Optional<RetrainingRun> run, Optional<LoadedModel> promoted) {

    static final Tick IDLE = new Tick(Optional.empty(), Optional.empty());

    static Tick of(RetrainingRun run) {
        return new Tick(Optional.of(run), Optional.empty());
    }
}
