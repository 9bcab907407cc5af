/**
 * How good predictions probably are before the ground truth is known. Estimates hold while the inputs move inside
 * what the reference has seen; none of them can see that the meaning of the inputs has changed.
 */
@NullMarked
package io.github.modelwarden.core.estimation;

import org.jspecify.annotations.NullMarked;
