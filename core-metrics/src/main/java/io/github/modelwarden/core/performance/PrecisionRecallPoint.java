package io.github.modelwarden.core.performance;

/**
 * A point of a precision–recall curve: what predicting positive from a threshold on would give.
 *
 * @param threshold scores from here on count as positive
 * @param precision share of positives among the rows predicted positive
 * @param recall share of the positives predicted positive
 */
public record PrecisionRecallPoint(double threshold, double precision, double recall) {}
