/**
 * How good predictions were, once the ground truth is known: mergeable accumulators whose metrics come with confidence
 * intervals. A metric that is undefined is empty, never 0 or NaN.
 */
@NullMarked
package io.github.modelwarden.core.performance;

import org.jspecify.annotations.NullMarked;
