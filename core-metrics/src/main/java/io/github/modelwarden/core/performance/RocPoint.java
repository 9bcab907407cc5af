package io.github.modelwarden.core.performance;

/**
 * A point of a ROC curve: what predicting positive from a threshold on would give.
 *
 * @param threshold scores from here on count as positive; infinite at the start of the curve, where none does
 * @param falsePositiveRate share of the negatives predicted positive
 * @param truePositiveRate share of the positives predicted positive
 */
public record RocPoint(double threshold, double falsePositiveRate, double truePositiveRate) {}
