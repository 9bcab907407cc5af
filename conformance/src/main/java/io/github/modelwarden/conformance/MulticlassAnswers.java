package io.github.modelwarden.conformance;

import io.github.modelwarden.core.performance.Average;
import io.github.modelwarden.core.performance.BinaryMetric;
import io.github.modelwarden.core.performance.ConfusionMatrix;
import io.github.modelwarden.core.performance.MulticlassMatrix;
import io.github.modelwarden.core.performance.MulticlassMetric;
import io.github.modelwarden.core.performance.MulticlassScoreMetric;
import io.github.modelwarden.core.performance.MulticlassScores;
import io.github.modelwarden.core.performance.ZeroDivision;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers to the cases of classifiers with any number of classes. */
final class MulticlassAnswers {

    private static final Pattern TOP = Pattern.compile("top_?(\\d+)_accuracy");
    private static final double CONFIDENCE = 0.95;

    private MulticlassAnswers() {}

    static Map<String, Answerer> answerers() {
        return Map.of(
                "classification_multiclass", MulticlassAnswers::whole,
                "confusion_matrix", MulticlassAnswers::confusion,
                "log_loss_multiclass", MulticlassAnswers::scores);
    }

    static Map<String, @Nullable Object> whole(ReferenceCase asked) throws IOException {
        ClassProbabilities probabilities = ClassProbabilities.of(asked);
        Values values = new Values();
        if (probabilities != null) {
            putScores(values, asked, probabilities.scores());
        }
        List<String> truth = LabelledRows.labels(asked.inputs(), "y_true");
        List<String> predicted = asked.inputs().has("y_pred") || probabilities == null
                ? LabelledRows.labels(asked.inputs(), "y_pred")
                : probabilities.mostProbable();
        putMatrix(values, asked, matrix(truth, predicted, asked.params()));
        return values.asMap();
    }

    private static Map<String, @Nullable Object> scores(ReferenceCase asked) throws IOException {
        ClassProbabilities probabilities = ClassProbabilities.of(asked);
        if (probabilities == null) {
            throw new IllegalArgumentException("y_score: expected a list of probabilities for each row");
        }
        Values values = new Values();
        putScores(values, asked, probabilities.scores());
        return values.asMap();
    }

    private static Map<String, @Nullable Object> confusion(ReferenceCase asked) throws IOException {
        if (asked.params().has("normalize")) {
            throw new Unanswerable("the API counts rows and does not normalise the matrix");
        }
        MulticlassMatrix matrix = matrix(
                LabelledRows.labels(asked.inputs(), "y_true"),
                LabelledRows.labels(asked.inputs(), "y_pred"),
                asked.params());
        return new Values()
                .put("matrix", counts(matrix, asked.params()))
                .put("confusion", counts(matrix, asked.params()))
                .put("labels", matrix.labels())
                .asMap();
    }

    private static MulticlassMatrix matrix(List<String> truth, List<String> predicted, Convention params) {
        StreamAnswers.requireSameLength(truth.size(), predicted.size());
        List<String> labels = params.texts("labels");
        MulticlassMatrix matrix = labels.isEmpty() ? MulticlassMatrix.create() : MulticlassMatrix.create(labels);
        for (int i = 0; i < truth.size(); i++) {
            matrix.accept(truth.get(i), predicted.get(i));
        }
        return matrix;
    }

    /** The counts in the order of the case's labels, or sorted. */
    private static long[][] counts(MulticlassMatrix matrix, Convention params) {
        List<String> wanted = params.texts("labels");
        List<String> labels = matrix.labels();
        long[][] counts = matrix.counts();
        if (wanted.isEmpty()) {
            return counts;
        }
        long[][] ordered = new long[wanted.size()][wanted.size()];
        for (int i = 0; i < ordered.length; i++) {
            for (int j = 0; j < ordered.length; j++) {
                ordered[i][j] = counts[labels.indexOf(wanted.get(i))][labels.indexOf(wanted.get(j))];
            }
        }
        return ordered;
    }

    private static void putMatrix(Values values, ReferenceCase asked, MulticlassMatrix matrix) {
        Convention params = asked.params();
        for (MulticlassMetric metric : MulticlassMetric.values()) {
            values.put(metric.word(), matrix.value(metric));
        }
        values.put("mcc", matrix.value(MulticlassMetric.MATTHEWS_CORRELATION).orElse(0));
        values.put("cohen_kappa", matrix.value(MulticlassMetric.COHEN_KAPPA).orElse(Double.NaN));
        values.put("error_rate", 1 - matrix.value(MulticlassMetric.ACCURACY).orElse(Double.NaN));
        ZeroDivision undefined = zeroDivision(params);
        double beta = params.number(1, "beta");
        for (Average average : Average.values()) {
            String suffix = "_" + average.name().toLowerCase(java.util.Locale.ROOT);
            values.put("precision" + suffix, matrix.precision(average, undefined))
                    .put("recall" + suffix, matrix.recall(average, undefined))
                    .put("f1" + suffix, matrix.fBeta(1, average, undefined))
                    .put("fbeta" + suffix, matrix.fBeta(beta, average, undefined));
        }
        double perClass = BinaryAnswers.zeroDivision(params);
        putPerClass(values, "precision", matrix, m -> m.precision().orElse(perClass));
        putPerClass(values, "recall", matrix, m -> m.recall().orElse(perClass));
        putPerClass(values, "f1", matrix, m -> m.f1().orElse(perClass));
        putPerClass(values, "fbeta", matrix, m -> m.fBeta(beta).orElse(perClass));
        putPerClass(values, "jaccard", matrix, m -> BinaryMetric.JACCARD.of(m).orElse(perClass));
        values.put("confusion", counts(matrix, params)).put("matrix", counts(matrix, params));
        putUnsuffixed(values, params);
    }

    private static ZeroDivision zeroDivision(Convention params) {
        double value = BinaryAnswers.zeroDivision(params);
        return Double.isNaN(value) ? ZeroDivision.LEAVE_OUT : value == 1 ? ZeroDivision.ONE : ZeroDivision.ZERO;
    }

    private static void putPerClass(
            Values values, String word, MulticlassMatrix matrix, ToDoubleFunction<ConfusionMatrix> metric) {
        List<Double> list = new ArrayList<>();
        matrix.classes().values().forEach(one -> list.add(metric.applyAsDouble(one)));
        values.put(word + "_per_class", list);
        if (!values.has(word + "_macro")) {
            values.put(word + "_macro", list.stream().mapToDouble(v -> v).average());
        }
    }

    /** Names without an average mean the one that the case states, the macro average without a statement. */
    private static void putUnsuffixed(Values values, Convention params) {
        boolean none = params.at("average").isNull() || params.says("average", "none");
        String suffix = none && !params.at("average").isMissingNode()
                ? "_per_class"
                : params.has("average") ? "_" + params.text("average") : "_macro";
        for (String word : new String[] {"precision", "recall", "f1", "fbeta", "jaccard"}) {
            if (values.has(word + suffix)) {
                values.put(word, values.asMap().get(word + suffix));
            }
        }
    }

    private static void putScores(Values values, ReferenceCase asked, MulticlassScores scores) {
        for (MulticlassScoreMetric metric : MulticlassScoreMetric.values()) {
            values.put(metric.word(), scores.value(metric));
        }
        values.put("roc_auc", scores.value(MulticlassScoreMetric.ROC_AUC_OVR_MACRO));
        for (String key : asked.keys()) {
            Matcher matcher = TOP.matcher(key);
            if (matcher.matches()) {
                values.put(key, topAccuracy(scores, Integer.parseInt(matcher.group(1))));
            }
        }
        if (asked.params().has("k")) {
            values.put("top_k_accuracy", topAccuracy(scores, asked.params().whole(2, "k")));
        }
    }

    private static @Nullable Double topAccuracy(MulticlassScores scores, int k) {
        return scores.topKAccuracy(k, CONFIDENCE)
                .map(estimate -> (Double) estimate.value())
                .orElse(null);
    }
}
