/**
 * Limits for a metric's history: fixed ones, and ones learned from values that were fine. They tell which values stand
 * out, not why, and carry no false-alarm rate; calibrated tests for drift are elsewhere.
 */
@NullMarked
package io.github.modelwarden.core.threshold;

import org.jspecify.annotations.NullMarked;
