package io.github.modelwarden.conformance;

import io.github.modelwarden.core.performance.BinaryScores;
import io.github.modelwarden.core.performance.PrecisionRecallPoint;
import io.github.modelwarden.core.performance.ReliabilityBin;
import io.github.modelwarden.core.performance.ReliabilityStrategy;
import io.github.modelwarden.core.performance.RocPoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers to the cases of curves over the scores of a binary classifier. */
final class CurveAnswers {

    private CurveAnswers() {}

    static Map<String, Answerer> answerers() {
        return Map.of(
                "roc_curve", CurveAnswers::roc,
                "precision_recall_curve", CurveAnswers::precisionRecall,
                "calibration_curve", CurveAnswers::calibration);
    }

    private static BinaryScores scores(ReferenceCase asked) throws IOException {
        LabelledRows rows = LabelledRows.of(asked);
        if (rows.scores() == null) {
            throw new IllegalArgumentException("y_score: expected scores but got none");
        }
        String positive = rows.positive(asked.params());
        return BinaryAnswers.scores(Objects.requireNonNull(rows.scores()), LabelledRows.flags(rows.truth(), positive));
    }

    /** The first threshold lies above all scores and is infinite, as in scikit-learn, unless the case says otherwise. */
    private static Map<String, @Nullable Object> roc(ReferenceCase asked) throws IOException {
        boolean infinite = !leavesFirstThresholdOut(asked);
        List<Double> thresholds = new ArrayList<>();
        List<Double> truePositives = new ArrayList<>();
        List<Double> falsePositives = new ArrayList<>();
        List<Double> trueNegatives = new ArrayList<>();
        List<Double> falseNegatives = new ArrayList<>();
        for (RocPoint point : scores(asked).rocCurve(asked.params().flag(true, "drop_intermediate"))) {
            if (infinite || Double.isFinite(point.threshold())) {
                thresholds.add(point.threshold());
            }
            truePositives.add(point.truePositiveRate());
            falsePositives.add(point.falsePositiveRate());
            trueNegatives.add(1 - point.falsePositiveRate());
            falseNegatives.add(1 - point.truePositiveRate());
        }
        return new Values()
                .put("thresholds", thresholds)
                .put("tpr", truePositives)
                .put("fpr", falsePositives)
                .put("tnr", trueNegatives)
                .put("fnr", falseNegatives)
                .asMap();
    }

    private static boolean leavesFirstThresholdOut(ReferenceCase asked) {
        boolean noted = asked.note().contains("first threshold") && asked.note().contains("left out");
        return noted || asked.params().says("first_threshold", "left out", "omitted", "dropped");
    }

    /** With the point that no row is predicted positive at the end, whose precision is 1 by convention. */
    private static Map<String, @Nullable Object> precisionRecall(ReferenceCase asked) throws IOException {
        List<Double> thresholds = new ArrayList<>();
        List<Double> precisions = new ArrayList<>();
        List<Double> recalls = new ArrayList<>();
        for (PrecisionRecallPoint point : scores(asked).precisionRecallCurve()) {
            thresholds.add(point.threshold());
            precisions.add(point.precision());
            recalls.add(point.recall());
        }
        precisions.add(1.0);
        recalls.add(0.0);
        return new Values()
                .put("thresholds", thresholds)
                .put("precision", precisions)
                .put("recall", recalls)
                .asMap();
    }

    private static Map<String, @Nullable Object> calibration(ReferenceCase asked) throws IOException {
        ReliabilityStrategy strategy = asked.params().says("strategy", "quantile")
                ? ReliabilityStrategy.QUANTILE
                : ReliabilityStrategy.UNIFORM;
        List<Double> truth = new ArrayList<>();
        List<Double> predicted = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        for (ReliabilityBin bin :
                scores(asked).reliabilityCurve(strategy, asked.params().whole(5, "bins", "n_bins"))) {
            truth.add(bin.positiveShare());
            predicted.add(bin.meanScore());
            counts.add(bin.count());
        }
        return new Values()
                .put("prob_true", truth)
                .put("prob_pred", predicted)
                .put("counts", counts)
                .asMap();
    }
}
