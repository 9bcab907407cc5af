/**
 * Statistics that compare a reference with a current sample, with calibrated p-values where they exist.
 */
@NullMarked
package io.github.modelwarden.drift.statistic;

import org.jspecify.annotations.NullMarked;
