package io.github.modelwarden.drift.stream;

/** Which changes of the mean a detector answers to. */
public enum Direction {
    /** Only a rising mean: what to use for errors and losses. */
    INCREASE,
    /** Only a falling mean. */
    DECREASE,
    /** Both. */
    BOTH;

    boolean up() {
        return this != DECREASE;
    }

    boolean down() {
        return this != INCREASE;
    }
}
