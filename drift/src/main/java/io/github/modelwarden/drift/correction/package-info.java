/**
 * Corrections for testing many features at once, so that the false-alarm budget holds for the whole model.
 */
@NullMarked
package io.github.modelwarden.drift.correction;

import org.jspecify.annotations.NullMarked;
