package io.github.modelwarden.conformance;

import io.github.modelwarden.core.performance.BinaryMetric;
import io.github.modelwarden.core.performance.BinaryScores;
import io.github.modelwarden.core.performance.ConfusionMatrix;
import io.github.modelwarden.core.performance.ScoreMetric;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers to the cases of classifiers with two classes, over all rows or in chunks. */
final class BinaryAnswers {

    private static final Pattern ECE = Pattern.compile("ece_(\\d+)");
    private static final Map<String, String> ALIASES = Map.of(
            "tpr", "recall",
            "sensitivity", "recall",
            "tnr", "specificity",
            "fpr", "false_positive_rate",
            "fnr", "false_negative_rate",
            "npv", "negative_predictive_value",
            "ppv", "precision",
            "kappa", "cohen_kappa");

    private BinaryAnswers() {}

    static Map<String, Answerer> answerers() {
        return Map.of(
                "classification_binary", BinaryAnswers::whole, "classification_binary_chunked", BinaryAnswers::chunks);
    }

    private static Map<String, @Nullable Object> whole(ReferenceCase asked) throws IOException {
        LabelledRows rows = LabelledRows.of(asked);
        if (rows.classes().size() > 2 && rows.predicted() != null) {
            return MulticlassAnswers.whole(asked);
        }
        return values(asked, rows);
    }

    private static Map<String, @Nullable Object> values(ReferenceCase asked, LabelledRows rows) {
        String positive = rows.positive(asked.params());
        boolean[] truth = LabelledRows.flags(rows.truth(), positive);
        Values values = new Values();
        putMatrix(values, ConfusionMatrix.of(rows.predictedPositive(asked.params(), positive), truth), asked.params());
        if (rows.scores() != null) {
            putScores(values, asked, scores(rows.scores(), truth));
        }
        return values.asMap();
    }

    static BinaryScores scores(double[] scores, boolean[] positive) {
        BinaryScores all = BinaryScores.create();
        for (int i = 0; i < scores.length; i++) {
            all.accept(scores[i], positive[i]);
        }
        return all;
    }

    private static void putMatrix(Values values, ConfusionMatrix matrix, Convention params) {
        double undefined = zeroDivision(params);
        values.put("tp", matrix.truePositives())
                .put("fp", matrix.falsePositives())
                .put("fn", matrix.falseNegatives())
                .put("tn", matrix.trueNegatives())
                .put("rows", matrix.total())
                .put("count", matrix.total());
        for (BinaryMetric metric : BinaryMetric.values()) {
            values.put(metric.word(), metric.of(matrix).orElse(undefined));
        }
        // scikit-learn has its own words for what cannot be divided
        values.put("mcc", BinaryMetric.MATTHEWS_CORRELATION.of(matrix).orElse(0));
        values.put("cohen_kappa", BinaryMetric.COHEN_KAPPA.of(matrix).orElse(Double.NaN));
        values.put("balanced_accuracy", balancedAccuracy(matrix));
        values.put("fbeta", matrix.fBeta(params.number(1, "beta")).orElse(undefined));
        values.put("error_rate", 1 - matrix.accuracy().orElse(Double.NaN));
        values.put("confusion", new long[][] {
            {matrix.trueNegatives(), matrix.falsePositives()}, {matrix.falseNegatives(), matrix.truePositives()}
        });
        ALIASES.forEach((alias, word) -> values.put(alias, values.asMap().get(word)));
    }

    /** What counts for a ratio without a denominator: 0 unless the case says otherwise. */
    static double zeroDivision(Convention params) {
        if (params.says("zero_division", "nan")) {
            return Double.NaN;
        }
        return Convention.numberIn(params.text("zero_division")).orElse(0);
    }

    /** The mean recall of the classes that occur. */
    private static double balancedAccuracy(ConfusionMatrix matrix) {
        OptionalDouble recall = matrix.recall();
        OptionalDouble specificity = matrix.specificity();
        return matrix.balancedAccuracy().orElse(recall.orElse(specificity.orElse(Double.NaN)));
    }

    private static void putScores(Values values, ReferenceCase asked, BinaryScores scores) {
        for (ScoreMetric metric : ScoreMetric.values()) {
            values.put(metric.word(), scores.value(metric));
        }
        values.put("pr_auc", scores.value(ScoreMetric.AVERAGE_PRECISION));
        values.put("ks", scores.value(ScoreMetric.KS));
        values.put("mce_10", scores.value(ScoreMetric.MCE));
        for (String key : asked.keys()) {
            Matcher matcher = ECE.matcher(key);
            if (matcher.matches()) {
                values.put(key, scores.expectedCalibrationError(Integer.parseInt(matcher.group(1))));
            }
        }
        values.put("ece_10", scores.value(ScoreMetric.ECE));
    }

    private static Map<String, @Nullable Object> chunks(ReferenceCase asked) throws IOException {
        LabelledRows rows = LabelledRows.of(asked);
        List<Object> chunks = new ArrayList<>();
        for (int[] range : Chunks.of(asked.params(), rows.truth().size())) {
            Map<String, @Nullable Object> chunk = values(asked, rows.rows(range[0], range[1]));
            chunk.put("start", range[0]);
            chunk.put("end", range[1]);
            chunks.add(Objects.requireNonNull(chunk));
        }
        return new Values().put("chunks", chunks).asMap();
    }
}
