package io.github.modelwarden.conformance;

import io.github.modelwarden.core.performance.ConfusionMatrix;
import io.github.modelwarden.core.performance.ConfusionMatrix.Outcome;
import io.github.modelwarden.core.performance.RocAuc;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;

/** Answers to the cases of binary classification. */
final class PerformanceAnswers {

    private final CaseData data;

    PerformanceAnswers(CaseData data) {
        this.data = data;
    }

    /** {@return the statistics answered here, by name} */
    Map<String, Answerer> answerers() {
        return Map.ofEntries(
                Map.entry("classification_binary", this::binary), Map.entry("confusion_matrix", this::confusionMatrix));
    }

    Map<String, Object> binary(ReferenceCase asked) throws IOException {
        if (asked.inputs().has("dataset")) {
            throw new Unanswerable("scores of a data set are not read yet");
        }
        double[] truth = CaseData.numbers(data.list(asked.inputs().path("y_true")));
        boolean[] positive = new boolean[truth.length];
        for (int i = 0; i < truth.length; i++) {
            positive[i] = truth[i] == 1;
        }
        Map<String, Object> values = new HashMap<>();
        if (asked.inputs().has("y_score")) {
            double[] scores = CaseData.numbers(data.list(asked.inputs().path("y_score")));
            put(values, "roc_auc", RocAuc.of(scores, positive));
            String threshold = asked.param("decision_threshold").isEmpty()
                    ? asked.param("threshold")
                    : asked.param("decision_threshold");
            if (threshold.matches("[0-9.]+")) {
                putMatrix(values, matrix(scores, Double.parseDouble(threshold), positive));
            }
        } else {
            putMatrix(values, matrix(CaseData.numbers(data.list(asked.inputs().path("y_pred"))), 1, positive));
        }
        return values;
    }

    private static ConfusionMatrix matrix(double[] scores, double threshold, boolean[] positive) {
        ConfusionMatrix matrix = ConfusionMatrix.EMPTY;
        for (int i = 0; i < scores.length; i++) {
            matrix = matrix.plus(Outcome.of(scores[i] >= threshold, positive[i]));
        }
        return matrix;
    }

    private static void putMatrix(Map<String, Object> values, ConfusionMatrix matrix) {
        values.put("tp", matrix.truePositives());
        values.put("fp", matrix.falsePositives());
        values.put("fn", matrix.falseNegatives());
        values.put("tn", matrix.trueNegatives());
        put(values, "accuracy", matrix.accuracy());
        put(values, "precision", matrix.precision());
        put(values, "recall", matrix.recall());
        put(values, "tpr", matrix.recall());
        put(values, "f1", matrix.f1());
    }

    private static void put(Map<String, Object> values, String key, OptionalDouble value) {
        value.ifPresent(v -> values.put(key, v));
    }

    /** Two classes in sorted order, the second one positive. */
    Map<String, Object> confusionMatrix(ReferenceCase asked) throws IOException {
        List<String> truth = data.list(asked.inputs().path("y_true"));
        List<String> predicted = data.list(asked.inputs().path("y_pred"));
        TreeSet<String> classes = new TreeSet<>(truth);
        classes.addAll(predicted);
        if (classes.size() != 2) {
            throw new Unanswerable("the API knows two classes, this case has " + classes.size());
        }
        ConfusionMatrix matrix = ConfusionMatrix.EMPTY;
        for (int i = 0; i < truth.size(); i++) {
            matrix = matrix.plus(Outcome.of(
                    predicted.get(i).equals(classes.last()), truth.get(i).equals(classes.last())));
        }
        return Map.of(
                "matrix",
                List.of(
                        List.of(matrix.trueNegatives(), matrix.falsePositives()),
                        List.of(matrix.falseNegatives(), matrix.truePositives())));
    }
}
