/**
 * Data quality: constraints on tables, suggested from reference data, and the report of a check. Limits taken from a sample are judged so that unchanged data fails no more often than the stated false-alarm rate.
 */
@NullMarked
package io.github.modelwarden.core.quality;

import org.jspecify.annotations.NullMarked;
