/**
 * Bins fixed once on reference data, so that any later data is counted into the same bins and counts can be added up.
 */
@NullMarked
package io.github.modelwarden.core.binning;

import org.jspecify.annotations.NullMarked;
