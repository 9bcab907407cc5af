package io.github.modelwarden.service.monitoring;

import io.github.modelwarden.drift.report.DriftReport;
import java.time.Instant;

/**
 * A drift report and what it is about.
 *
 * @param at when it was made
 * @param version the model version whose traffic was tested
 * @param rows predictions in the window
 * @param report the report
 */
public record DriftEvaluation(Instant at, String version, long rows, DriftReport report) {}
