package io.github.modelwarden.drift.stream;

/**
 * A method of finding changes in a stream, with its settings. Immutable: one method can start any number of detectors,
 * from any thread.
 */
public interface DetectionMethod {

    /** {@return the method's name in errors and tables, such as {@code adwin}} */
    String name();

    /** {@return a fresh detector with these settings} */
    ChangeDetector start();
}
