/**
 * How good predictions were, once the ground truth is known.
 */
@NullMarked
package io.github.modelwarden.core.performance;

import org.jspecify.annotations.NullMarked;
