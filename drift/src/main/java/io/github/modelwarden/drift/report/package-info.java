/**
 * The drift report of a model: every feature tested against the baseline under one false-alarm budget.
 */
@NullMarked
package io.github.modelwarden.drift.report;

import org.jspecify.annotations.NullMarked;
