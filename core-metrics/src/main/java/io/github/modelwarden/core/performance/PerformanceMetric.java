package io.github.modelwarden.core.performance;

/** A metric of how good predictions are, of whatever kind of model: its name is the same measured, estimated and reported. */
public sealed interface PerformanceMetric
        permits BinaryMetric, ScoreMetric, MulticlassMetric, MulticlassScoreMetric, RegressionMetric {

    /** {@return the word used in reports and JSON} */
    String word();

    /** {@return why the metric is undefined where it is, a part of a sentence} */
    String whenUndefined();
}
