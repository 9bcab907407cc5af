package io.github.modelwarden.retraining.run;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The states of a retraining run. Which may follow which is a table, {@link #next()}. */
public enum RunState {
    /** Planned, not yet looked at. */
    PLANNED,
    /** The labelled rows are being checked. */
    DATA_CHECK,
    /** A challenger is being trained. */
    TRAINING,
    /** Champion and challenger are being compared on the hold-out. */
    EVALUATING,
    /** The gate has spoken; its verdict is about to be carried out. */
    GATED,
    /** The challenger passed; a person has to approve. */
    AWAITING_APPROVAL,
    /** The end: the challenger is champion. */
    PROMOTED,
    /** The end: the challenger was not better. */
    REJECTED,
    /** The end: the data are not fit to train on. */
    BLOCKED,
    /** The end: too little data to judge the challenger. */
    INCONCLUSIVE,
    /** The end: it could not be carried out. */
    FAILED,
    /** The end: a person stopped it. */
    CANCELLED;

    private static final Map<RunState, Set<RunState>> NEXT = Map.of(
            PLANNED, EnumSet.of(DATA_CHECK, FAILED, CANCELLED),
            DATA_CHECK, EnumSet.of(TRAINING, BLOCKED, FAILED, CANCELLED),
            TRAINING, EnumSet.of(EVALUATING, FAILED, CANCELLED),
            EVALUATING, EnumSet.of(GATED, FAILED, CANCELLED),
            GATED, EnumSet.of(AWAITING_APPROVAL, PROMOTED, REJECTED, INCONCLUSIVE, FAILED, CANCELLED),
            AWAITING_APPROVAL, EnumSet.of(PROMOTED, FAILED, CANCELLED));

    /** {@return the states that may follow; empty for an end} */
    public Set<RunState> next() {
        return Set.copyOf(NEXT.getOrDefault(this, Set.of()));
    }

    /** {@return whether the run is over} */
    public boolean isTerminal() {
        return !NEXT.containsKey(this);
    }

    /** {@return the word used in JSON and tables, in lower case} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    void requireNext(RunState to) {
        if (!next().contains(to)) {
            throw new IllegalStateException("a retraining run cannot go from " + word() + " to " + to.word()
                    + "; after " + word() + " comes one of "
                    + next().stream().map(RunState::word).sorted().toList());
        }
    }
}
