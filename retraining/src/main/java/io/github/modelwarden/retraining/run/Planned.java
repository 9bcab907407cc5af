package io.github.modelwarden.retraining.run;

/**
 * The answer to a wish for a run.
 *
 * @param outcome whether a run was made
 * @param run the new run, or the one that stands in its way
 */
public record Planned(Outcome outcome, RetrainingRun run) {

    /** Whether a run was made. */
    public enum Outcome {
        /** A run was made. */
        PLANNED,
        /** The model has a live run already; a model has at most one. */
        ALREADY_LIVE,
        /** A run was made for the same key before. */
        DUPLICATE
    }
}
