package io.github.modelwarden.retraining;

import io.github.modelwarden.core.performance.ConfusionMatrix;
import io.github.modelwarden.core.performance.RocAuc;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;

/** A quality metric of a binary classifier, between 0 and 1, where more is better. */
public enum ModelMetric {
    /** Harmonic mean of precision and recall. */
    F1("ml_model_f1_ratio"),
    /** Area under the ROC curve; independent of the decision threshold. */
    AUC("ml_model_roc_auc_ratio"),
    /** Share of right predictions. */
    ACCURACY("ml_model_accuracy_ratio"),
    /** Share of right ones among the predicted positives. */
    PRECISION("ml_model_precision_ratio"),
    /** Share of found ones among the actual positives. */
    RECALL("ml_model_recall_ratio");

    private final String measurement;

    ModelMetric(String measurement) {
        this.measurement = measurement;
    }

    /**
     * Finds a metric by its word.
     *
     * @param word {@code f1}, {@code auc}, {@code accuracy}, {@code precision} or {@code recall}
     * @return the metric
     * @throws IllegalArgumentException if there is none of that name
     */
    public static ModelMetric ofWord(String word) {
        return Arrays.stream(values())
                .filter(metric -> metric.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("metric '" + word + "': expected one of "
                        + Arrays.stream(values()).map(ModelMetric::word).toList()));
    }

    /** {@return the word used in policy files and JSON} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the name of the measurement that carries this metric in production} */
    public String measurement() {
        return measurement;
    }

    /** {@return whether a class must have been predicted to compute it: everything but the area under the curve} */
    public boolean needsThreshold() {
        return this != AUC;
    }

    /**
     * Computes the metric.
     *
     * @param scores scores, 0 to 1
     * @param threshold scores from here on count as predicted positive
     * @param positive which rows are actually positive; same length as {@code scores}
     * @return the value; empty when its denominator is 0
     */
    public OptionalDouble of(double[] scores, double threshold, boolean[] positive) {
        return this == AUC ? RocAuc.of(scores, positive) : of(confusion(scores, threshold, positive));
    }

    /**
     * Computes the metric from counts.
     *
     * @param matrix counts of hits and misses
     * @return the value; empty when its denominator is 0, and always for {@link #AUC}, which needs scores
     */
    public OptionalDouble of(ConfusionMatrix matrix) {
        return switch (this) {
            case F1 -> matrix.f1();
            case ACCURACY -> matrix.accuracy();
            case PRECISION -> matrix.precision();
            case RECALL -> matrix.recall();
            case AUC -> OptionalDouble.empty();
        };
    }

    private static ConfusionMatrix confusion(double[] scores, double threshold, boolean[] positive) {
        ConfusionMatrix matrix = ConfusionMatrix.EMPTY;
        for (int i = 0; i < scores.length; i++) {
            matrix = matrix.plus(ConfusionMatrix.Outcome.of(scores[i] >= threshold, positive[i]));
        }
        return matrix;
    }
}
