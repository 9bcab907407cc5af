/**
 * Detectors that watch a stream one value at a time, and the measures that judge them. A {@link
 * io.github.modelwarden.drift.stream.DetectionMethod} is a configuration; what it starts is a {@link
 * io.github.modelwarden.drift.stream.ChangeDetector} whose state goes to bytes and back exactly.
 */
@NullMarked
package io.github.modelwarden.drift.stream;

import org.jspecify.annotations.NullMarked;
