package io.github.modelwarden.drift.stream;

/** What a detector says after a value. */
public enum Signal {
    /** Nothing speaks for a change. */
    STABLE,
    /** A change may be under way; only some methods know this level. */
    WARNING,
    /** A change has been found; the detector starts anew with the next value. */
    DRIFT
}
