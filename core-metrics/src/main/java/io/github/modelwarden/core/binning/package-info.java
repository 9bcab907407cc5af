/**
 * Bins and finer cells fixed once on reference data, so that any later data is counted into the same ones. Counts over the
 * bins of one binning can be added up and compared.
 */
@NullMarked
package io.github.modelwarden.core.binning;

import org.jspecify.annotations.NullMarked;
